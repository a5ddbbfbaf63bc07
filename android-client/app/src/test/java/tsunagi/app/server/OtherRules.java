package tsunagi.app.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The one class in which a server of another version of the rules differs from ours, built from our own sources. */
final class OtherRules {
    private static final String SOURCE = "tsunagi/server/exchange/HelloCheck.java";
    private static final String OURS = "PROTOCOL_VERSION = 1;";

    private OtherRules() {}

    /** Where the class lies; before the server's own class path, it is the one that is taken. */
    static Path ofVersion(int version, Checkout checkout, Path scratch) throws IOException {
        String ours = new String(Files.readAllBytes(checkout.serverSource(SOURCE)), StandardCharsets.UTF_8);
        String other = ours.replace(OURS, "PROTOCOL_VERSION = " + version + ";");
        if (other.equals(ours)) {
            throw new AssertionError(SOURCE + " no longer says " + OURS);
        }
        Path directory = Files.createDirectories(scratch.resolve("rules-" + version));
        Path source = Files.write(directory.resolve("HelloCheck.java"), other.getBytes(StandardCharsets.UTF_8));
        Process compiler = new ProcessBuilder(Arrays.asList(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-proc:none",
                        "-cp",
                        checkout.classPath(),
                        "-d",
                        directory.toString(),
                        source.toString()))
                .inheritIO()
                .start();
        try {
            if (compiler.waitFor() != 0) {
                throw new AssertionError(source + " does not compile");
            }
            return directory;
        } catch (InterruptedException e) {
            compiler.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("nobody waits for the server any more", e);
        }
    }
}
