package tsunagi.app.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout these tests run in, where the server lies built; the app itself knows nothing of the server. */
final class Checkout {
    private static final String[] MODULES = {"server", "xlsform", "questionnaires", "sync-protocol"};

    private final Path home;

    private Checkout(Path home) {
        this.home = home;
    }

    static Checkout here() {
        String home = System.getProperty("tsunagi.home");
        if (home == null) {
            throw new AssertionError("the system property tsunagi.home names no checkout");
        }
        return new Checkout(Path.of(home).toAbsolutePath().normalize());
    }

    /** Where a server of a test may write; it is thrown away with everything else that was built. */
    Path scratch() throws IOException {
        Path scratch = home.resolve("android-client/app/target/servers");
        Files.createDirectories(scratch);
        return Files.createTempDirectory(scratch, "server-");
    }

    /** The command that starts Java with what the server is made of. */
    List<String> java(List<String> options) throws IOException {
        return java(options, classPath());
    }

    /** The command that starts Java with what lies in a directory, and with the server's own where that has nothing. */
    List<String> javaWith(Path directory, List<String> options) throws IOException {
        return java(options, directory + ":" + classPath());
    }

    private static List<String> java(List<String> options, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        return command;
    }

    Path source(String name) {
        return home.resolve("android-client/app/src/build/java").resolve(name);
    }

    /** A source of the server by its path below the packages. */
    Path serverSource(String path) {
        return home.resolve("server/src/main/java").resolve(path);
    }

    /** The options with which {@code ./tsunagi serve} starts Java. */
    Path serverOptions() {
        return home.resolve("server/target/classes/tsunagi/server/java.options");
    }

    String classPath() throws IOException {
        StringBuilder classPath = new StringBuilder();
        for (String module : MODULES) {
            classPath.append(built(module + "/target/classes")).append(':');
        }
        Path libraries = built("server/target/libraries.classpath");
        return classPath
                .append(new String(Files.readAllBytes(libraries), StandardCharsets.UTF_8).trim())
                .toString();
    }

    private Path built(String path) {
        Path found = home.resolve(path);
        if (!Files.exists(found)) {
            throw new AssertionError(found + " is missing: these tests run against the real server. Build it first:"
                    + " ./mvnw -pl server -am -Dspotless.check.skip process-classes");
        }
        return found;
    }
}
