package tsunagi.app.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The server's commands, as the administrator types them, on any data directory; one process runs those of all tests. */
final class AdminProcess {
    private static final String END = "\u0004";

    private final PrintStream orders;
    private final BufferedReader answers;

    /** The process, which ends with the tests. */
    static AdminProcess running() {
        return Running.PROCESS;
    }

    /** Begun by whoever needs it first. */
    private static final class Running {
        private static final AdminProcess PROCESS = begin();

        private static AdminProcess begin() {
            try {
                return new AdminProcess(Checkout.here());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private AdminProcess(Checkout checkout) throws IOException {
        List<String> command = checkout.java(Arrays.asList("-XX:+UseSerialGC", "-Xmx128m"));
        command.add(checkout.source("AdminDoor.java").toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-admin"));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the command says; it must succeed. */
    synchronized List<String> run(Path data, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.add("--data");
        all.add(data.toString());
        orders.println(String.join("\u001f", all));
        try {
            String exitCode = answers.readLine();
            List<String> said = new ArrayList<>();
            for (String line = answers.readLine(); line != null && !line.equals(END); line = answers.readLine()) {
                said.add(line);
            }
            if (!"0".equals(exitCode)) {
                throw new AssertionError(arguments + " ended with " + exitCode + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError("the server's commands do not answer", e);
        }
    }
}
