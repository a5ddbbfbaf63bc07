package tsunagi.trials.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.server.admin.CommandException;
import tsunagi.trials.demo.DemoDirectory.Progress;

/** {@code tsunagi demo}: a server with an invented year of two teams in it. */
@Command(
        name = "demo",
        description = "Starts a server with an invented year of two teams: a sake brewery's support team and a city's"
                + " working group. The first start plays the year on five headless tablets; later ones go on with the"
                + " same data. Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int STOPPED = 0;
    private static final int FAILED = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "Where the demo keeps its server and tablets (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "50051",
            description = "The port for tablets, on this machine only (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port for browsers, on this machine only (default: ${DEFAULT-VALUE}).")
    private int consolePort;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DemoDirectory directory = new DemoDirectory(data);
        if (directory.progress() == Progress.NOT_OURS) {
            return fail(data + " holds something else. Choose another directory: ./tsunagi demo --data DIR");
        }
        Optional<AutoCloseable> held = directory.hold();
        if (held.isEmpty()) {
            return fail("A demo runs on " + data + " already. Stop it with Ctrl-C, or start another one beside it:"
                    + " ./tsunagi demo --data DIR --port " + (port + 1) + " --console-port " + (consolePort + 1));
        }
        try {
            if (!isFree(port)) {
                return fail("Port " + port + " is taken by another program. Choose another one: ./tsunagi demo --port "
                        + (port + 1));
            }
            return isFree(consolePort)
                    ? run(directory)
                    : fail("Port " + consolePort + " is taken by another program. Choose another one:"
                            + " ./tsunagi demo --console-port " + (consolePort + 1));
        } finally {
            held.get().close();
        }
    }

    private int run(DemoDirectory directory) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (directory.progress() == Progress.BROKEN_OFF) {
            out.println("An earlier start was stopped in the middle of the story; it begins anew.");
            directory.clear();
        }
        out.println("Starting the server ...");
        boolean isTold = directory.progress() == Progress.TOLD;
        StoryTime time = isTold ? StoryTime.today() : StoryTime.atCurtain();
        try (DemoServer server = DemoServer.start(directory.server(), port, consolePort, time)) {
            StopOnSignal stop = StopOnSignal.of(server);
            try {
                if (!isTold) {
                    new Performance(directory, server, out).play();
                }
            } catch (RuntimeException e) {
                if (!stop.hasCome()) {
                    throw e;
                }
                return STOPPED;
            }
            out.println(Greeting.of(directory, server));
            try (AppShelf app = AppShelf.open()) {
                out.println(app.words());
                server.awaitStop();
            }
            return STOPPED;
        } catch (CommandException e) {
            return fail(e.getMessage());
        }
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        return FAILED;
    }

    /** Asked beforehand, so that the way out can be named in the demo's own words. */
    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }
}
