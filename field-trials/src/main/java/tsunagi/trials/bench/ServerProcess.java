package tsunagi.trials.bench;

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
final class ServerProcess implements AutoCloseable {
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

    /**
     * Starts a server on this data directory and returns when it listens.
     *
     * @param more options for Java beside those that every server has
     */
    static ServerProcess start(Path data, List<String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(more);
        command.addAll(Arrays.asList(
                "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "tsunagi.server.Main", "serve"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "TSUNAGI_DATA", data.toString(),
                        "TSUNAGI_GRPC_ADDRESS", "127.0.0.1",
                        "TSUNAGI_GRPC_PORT", "0"));
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

    ServerAddress address() {
        return address;
    }

    ProcessFigures figures() {
        return new ProcessFigures(process.toHandle());
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
}
