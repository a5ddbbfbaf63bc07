package tsunagi.trials.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tsunagi.trials.process.ScratchDirectory;

/** Directories that go when they are done with. */
final class Scratch {
    /** Where files live in memory, on a machine that has such a place. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private Scratch() {}

    static Path make() {
        try {
            return Files.isDirectory(IN_MEMORY)
                    ? Files.createTempDirectory(IN_MEMORY, "tsunagi-simulation-")
                    : Files.createTempDirectory("tsunagi-simulation-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try {
            ScratchDirectory.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
