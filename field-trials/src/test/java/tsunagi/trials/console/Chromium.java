package tsunagi.trials.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own browser, started once for all tests of this run. */
final class Chromium {
    private static Browser running;

    private Chromium() {}

    static synchronized Browser browser() {
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close browser"));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--force-color-profile=srgb",
                                    "--font-render-hinting=none")));
        }
        return running;
    }

    private static Path program() {
        Stream<String> places = Stream.of(
                Optional.ofNullable(System.getenv("TSUNAGI_CHROMIUM")).orElse("/usr/bin/chromium"),
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome");
        return places.map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("These tests need Chromium and a Japanese font: apt-get install"
                                + " chromium fonts-noto-cjk, or name a browser in TSUNAGI_CHROMIUM."));
    }
}
