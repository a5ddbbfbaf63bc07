package tsunagi.app.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagi.engine.device.ServerAddress;

/**
 * The real server in a process of its own, on a free port of this machine, with a team of three. It ends when it is
 * closed, and with the tests at the latest.
 */
public final class TestServer implements AutoCloseable {
    public static final String TEAM = "蔵元支援チーム";
    public static final String NURSE = "山田 明子";
    public static final String THERAPIST = "佐藤 健";
    public static final String SUPERVISOR = "鈴木 和子";

    private static final Pattern LISTENING = Pattern.compile("gRPC\\s+(\\S+):(\\d+)");
    private static final Pattern FINGERPRINT = Pattern.compile("((?:[0-9A-F]{2}:){31}[0-9A-F]{2})");
    private static final int STOP_TIMEOUT_S = 15;

    private final Checkout checkout;
    private final Path scratch;
    private final Path data;
    private final Path log;
    private final AdminProcess admin;
    private final Thread atExit = new Thread(this::end, "end-test-server");
    private Process process;
    private ServerAddress address;

    private TestServer() throws IOException {
        checkout = Checkout.here();
        scratch = checkout.scratch();
        data = scratch.resolve("data");
        log = scratch.resolve("server.log");
        admin = AdminProcess.running();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a server with the team and its three people. */
    public static TestServer start() {
        try {
            TestServer server = new TestServer();
            server.copyTeam();
            server.serve(0, server.ours());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the commands made once is every server's beginning, but for what a server makes itself when it first serves. */
    private void copyTeam() throws IOException {
        Files.createDirectory(data);
        for (File file : MadeTeam.data().toFile().listFiles(File::isFile)) {
            Files.copy(file.toPath(), data.resolve(file.getName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Runs one of the server's commands as {@code ./tsunagi} does, and answers what it said, line by line. */
    public List<String> admin(String... arguments) {
        return admin.run(data, Arrays.asList(arguments));
    }

    /** A one-time code for one more shared tablet of the team. */
    public String code() {
        return code("--team", TEAM);
    }

    /** A one-time code, made with these options. */
    public String code(String... options) {
        List<String> arguments = new ArrayList<>(Arrays.asList("code", "--json"));
        arguments.addAll(Arrays.asList(options));
        return property("code", admin.run(data, arguments).get(0));
    }

    public UUID teamId() {
        return UUID.fromString(property("id", admin("team", "list", "--json").get(0)));
    }

    /** The id under which the server knows somebody of the team. */
    public String personId(String name) {
        return admin("person", "list", "--team", TEAM, "--json").stream()
                .filter(line -> line.contains('"' + name + '"'))
                .map(line -> property("id", line))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    /** Takes every tablet's right to sync away. */
    public void revokeTablets() {
        admin("device", "list", "--json").stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> property("id", line))
                .forEach(id -> admin("device", "revoke", id));
    }

    /** The text of a property in an answer in JSON. */
    public static String property(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return found.group(1);
    }

    /** Where it is, with the fingerprint of its certificate. */
    public ServerAddress address() {
        return address;
    }

    /** Where everything lies that the server keeps. */
    public Path data() {
        return data;
    }

    /** Stops it as Ctrl-C does; nobody answers at its address until it starts again. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again at the same address. */
    public void startAgain() {
        try {
            serve(address.port(), ours());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again at the same address, as a server whose rules are of another version. */
    public void startAgainWithRulesOfVersion(int version) {
        try {
            Path rules = OtherRules.ofVersion(version, checkout, scratch);
            serve(address.port(), checkout.javaWith(rules, options()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again at the same address, as a server that lost its certificate and made another. */
    public void startAgainWithOtherCertificate() {
        try {
            Files.delete(data.resolve("tls.pem"));
            serve(address.port(), ours());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ours() throws IOException {
        return checkout.java(options());
    }

    private List<String> options() {
        return Arrays.asList("@" + checkout.serverOptions());
    }

    private void serve(int port, List<String> java) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add("tsunagi.server.Main");
        command.add("serve");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("TSUNAGI_DATA", data.toString());
        builder.environment().put("TSUNAGI_NAME", "山里町サーバー");
        builder.environment().put("TSUNAGI_GRPC_ADDRESS", "127.0.0.1");
        builder.environment().put("TSUNAGI_GRPC_PORT", Integer.toString(port));
        builder.environment().put("TSUNAGI_CONSOLE_PORT", "off");
        process = builder.start();
        address = awaitAddress();
    }

    private ServerAddress awaitAddress() throws IOException {
        // Not closed: what the server says later must find a reader.
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Ctrl-C")) {
                return addressIn(said.toString());
            }
        }
        throw new IOException("the server ended before it served: " + said + Files.readString(log));
    }

    private static ServerAddress addressIn(String greeting) throws IOException {
        Matcher listening = LISTENING.matcher(greeting);
        Matcher fingerprint = FINGERPRINT.matcher(greeting);
        if (!listening.find() || !fingerprint.find()) {
            throw new IOException("the server did not say where it listens: " + greeting);
        }
        return ServerAddress.parse(listening.group(1) + ":" + listening.group(2) + "#" + fingerprint.group(1));
    }

    /** Stops the server and throws away what it kept. */
    @Override
    public void close() {
        stop();
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        if (process != null) {
            process.destroyForcibly();
        }
        remove(scratch);
    }

    static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
