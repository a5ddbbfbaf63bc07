package tsunagi.trials.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory on a real disk that goes when it is done with. */
public final class ScratchDirectory {
    private ScratchDirectory() {}

    public static Path make(String purpose) throws IOException {
        return Files.createTempDirectory("tsunagi-" + purpose + "-");
    }

    public static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
