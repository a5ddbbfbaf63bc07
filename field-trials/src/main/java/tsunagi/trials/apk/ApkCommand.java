package tsunagi.trials.apk;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsunagi apk}: where the tablet app lies, and a way for a tablet to fetch it. */
@Command(
        name = "apk",
        description = "Builds the tablet app, signed with the debug key unless TSUNAGI_KEYSTORE names another, and says"
                + " where it lies. With --serve a tablet can fetch it for half an hour; Ctrl-C stops that.",
        mixinStandardHelpOptions = true)
public final class ApkCommand implements Callable<Integer> {
    private static final Duration SERVING_TIME = Duration.ofMinutes(30);
    private static final int MEBIBYTE = 1024 * 1024;

    @Parameters(index = "0", hidden = true)
    private Path apk;

    @Option(names = "--serve", description = "Hands it out over HTTP, with a QR code of the address.")
    private boolean isServed;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address of this machine that the tablet reaches (default: this machine alone).")
    private String host;

    @Option(names = "--port", defaultValue = "8081", description = "The port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(apk + " (" + (Files.size(apk) + MEBIBYTE / 2) / MEBIBYTE + " MiB)");
        if (isServed) {
            try (ApkShelf shelf = ApkShelf.open(apk, InetAddress.getByName(host), port)) {
                out.println(shelf.qr() + shelf.address() + "\nFor half an hour; Ctrl-C stops it.");
                out.flush();
                TimeUnit.MILLISECONDS.sleep(SERVING_TIME.toMillis());
            }
        }
        return 0;
    }
}
