package tsunagi.trials.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.engine.device.ServerAddress;

/** The server as it is run for real, with the same options, in a process of its own that ends with this one. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("gRPC\\s+(\\S+):(\\d+)");
    private static final Pattern FINGERPRINT = Pattern.compile("((?:[0-9A-F]{2}:){31}[0-9A-F]{2})");
    private static final int STOP_TIMEOUT_S = 15;

    private final Process process;
    private final Thread atExit;
    private final ServerAddress address;

    private ServerProcess(Process process, Thread atExit, ServerAddress address) {
        this.process = process;
        this.atExit = atExit;
        this.address = address;
    }

    /** Starts a server on this data directory, with more options for Java, and returns when it listens on some port. */
    public static ServerProcess start(Path data, List<String> more) throws IOException {
        return start(
                Map.of(
                        "TSUNAGI_DATA", data.toString(),
                        "TSUNAGI_GRPC_ADDRESS", "127.0.0.1",
                        "TSUNAGI_GRPC_PORT", "0"),
                more,
                ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Starts a server and returns when it listens.
     *
     * @param settings as its environment has them
     * @param more options for Java beside those that every server has
     * @param log where it writes what it says in passing
     */
    public static ServerProcess start(Map<String, String> settings, List<String> more, ProcessBuilder.Redirect log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(more);
        command.addAll(Arrays.asList(
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "tsunagi.server.Main", "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log);
        // Several run at once.
        builder.environment().put("TSUNAGI_CONSOLE_PORT", "off");
        builder.environment().putAll(settings);
        Process process = builder.start();
        Thread atExit = new Thread(process::destroyForcibly, "stop-server");
        Runtime.getRuntime().addShutdownHook(atExit);
        return new ServerProcess(process, atExit, awaitAddress(process));
    }

    /** The options with which {@code ./tsunagi serve} starts Java. */
    private static List<String> options() throws IOException {
        try (InputStream in = ServerProcess.class.getResourceAsStream("/tsunagi/server/java.options")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static ServerAddress awaitAddress(Process process) throws IOException {
        // Not closed: what the server says later must find a reader.
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Ctrl-C")) {
                return addressIn(said.toString());
            }
        }
        throw new IOException("the server ended before it served: " + said);
    }

    private static ServerAddress addressIn(String greeting) throws IOException {
        Matcher listening = LISTENING.matcher(greeting);
        Matcher fingerprint = FINGERPRINT.matcher(greeting);
        if (!listening.find() || !fingerprint.find()) {
            throw new IOException("the server did not say where it listens: " + greeting);
        }
        return ServerAddress.parse(listening.group(1) + ":" + listening.group(2) + "#" + fingerprint.group(1));
    }

    public ServerAddress address() {
        return address;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends it in the middle of whatever it does (SIGKILL). */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Stops it in the middle of whatever it does, its lines open (SIGSTOP), until {@link #thaw}. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("kill " + signal + " ended with " + exitCode);
        }
    }
}
