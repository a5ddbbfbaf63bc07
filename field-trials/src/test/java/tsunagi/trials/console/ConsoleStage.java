package tsunagi.trials.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tsunagi.trials.demo.DemoServer;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTeam;

/**
 * A browser before the console of a server that holds the demo's year. Each test class has a server of its own; each test has
 * a browser window of its own, in which something wrong that the page says of itself fails the test.
 */
public final class ConsoleStage implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final int DESK_WIDTH = 1280;
    private static final int TABLET_WIDTH = 800;
    private static final int HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "screens", "console");
    private static Path played;

    private Path directory;
    private DemoServer server;
    private BrowserContext window;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    private ConsoleStage() {}

    /** With the year as it was when all was told. */
    public static ConsoleStage ofTheYear() {
        return new ConsoleStage();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("console");
        copy(played(), directory);
        server = PlayedYear.open(directory);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        server.close();
        delete(directory);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        complaints.clear();
        window = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.consoleUrl())
                        .setLocale("ja-JP")
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(DESK_WIDTH, HEIGHT));
        page = window.newPage();
        page.onConsoleMessage(message -> {
            // An answer like 422 is what some tests ask for; what the page itself does wrong is a complaint.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        window.close();
        assertThat(complaints).as("what the pages complained of").isEmpty();
    }

    public DemoServer server() {
        return server;
    }

    /** The directory of the server and its tablets. */
    public Path directory() {
        return directory;
    }

    public Page page() {
        return page;
    }

    /** Signs in; a test that does not care who it is takes {@link #open(StoryTeam, String)}. */
    public Page signIn(StoryPerson person) {
        page.navigate("/sign-in");
        page.fill("input[name=login]", person.login());
        page.fill("input[name=password]", DemoServer.PASSWORD);
        page.click("main button.main");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** A page of a team, as its とりまとめ担当 sees it; rest is what stands behind the team in the address. */
    public Page open(StoryTeam team, String rest) {
        StoryPerson person = team == StoryTeam.BREWERY ? StoryPerson.ODA : StoryPerson.HORI;
        if (window.cookies().stream().noneMatch(cookie -> cookie.name.equals("tsunagi_session"))) {
            signIn(person);
        }
        page.navigate("/teams/" + team.id() + rest);
        return page;
    }

    /**
     * Looks at the page: it must be usable by everybody (WCAG 2.2 AA), fit on a desk and on a tablet, and a picture of both
     * is kept under this name for people to look at.
     */
    public void look(String name) {
        for (int width : new int[] {TABLET_WIDTH, DESK_WIDTH}) {
            page.setViewportSize(width, HEIGHT);
            page.waitForLoadState();
            assertThat(overflow())
                    .as("pixels that " + name + " is wider than " + width)
                    .isLessThanOrEqualTo(0);
            String suffix = width == DESK_WIDTH ? "" : "-" + width;
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + suffix + ".png"))
                    .setFullPage(true));
            assertThat(hurdles()).as("hurdles of " + name + " at " + width).isEmpty();
        }
    }

    private int overflow() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What an automated look at accessibility finds: rule, help, and where. */
    @SuppressWarnings("unchecked")
    private List<String> hurdles() {
        page.evaluate(axe());
        List<Map<String, Object>> found = (List<Map<String, Object>>) page.evaluate("""
                async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
                    .violations.map(v => ({id: v.id, help: v.help, where: v.nodes.map(n => n.html + ' ' + n.failureSummary).join('\\n')}))
                """);
        return found.stream()
                .map(hurdle -> hurdle.get("id") + ": " + hurdle.get("help") + "\n" + hurdle.get("where"))
                .toList();
    }

    private static String axe() {
        try (InputStream script = ConsoleStage.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized Path played() throws IOException, InterruptedException {
        if (played == null) {
            Path year = Files.createTempDirectory("played-year");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(year), "forget the year"));
            PlayedYear.play(year);
            played = year;
        }
        return played;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
