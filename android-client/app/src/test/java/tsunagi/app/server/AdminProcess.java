package tsunagi.app.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The server's commands, as the administrator types them, on one data directory. */
final class AdminProcess implements AutoCloseable {
    private static final String END = "\u0004";

    private final Path data;
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    AdminProcess(Checkout checkout, Path data, Path log) throws IOException {
        this.data = data;
        List<String> command = checkout.java(Arrays.asList("-XX:+UseSerialGC", "-Xmx128m"));
        command.add(checkout.source("AdminDoor.java").toString());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the command says; it must succeed. */
    synchronized List<String> run(List<String> arguments) {
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

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
