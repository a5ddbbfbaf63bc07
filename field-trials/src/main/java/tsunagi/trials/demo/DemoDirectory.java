package tsunagi.trials.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.trials.demo.story.StoryTablet;

/** Where the demo keeps its server and its tablets, and how far the story was told there. */
final class DemoDirectory {
    private static final String LOCK = "lock";
    private static final String TELLING = "telling";
    private static final String TOLD = "told";

    private final Path path;

    DemoDirectory(Path path) {
        this.path = path;
    }

    /** How far the story was told. */
    enum Progress {
        NOT_BEGUN,
        /** An earlier start was stopped in the middle of it. */
        BROKEN_OFF,
        TOLD,
        /** There is something here that is not the demo's; it is not touched. */
        NOT_OURS
    }

    Path server() {
        return path.resolve("server");
    }

    Path tablet(StoryTablet tablet) {
        return tablets().resolve(tablet.directory());
    }

    /** For whoever tries the demo. */
    Path ownTablet() {
        return tablets().resolve("mine");
    }

    private Path tablets() {
        return path.resolve("tablets");
    }

    Progress progress() throws IOException {
        if (Files.exists(path.resolve(TOLD))) {
            return Progress.TOLD;
        }
        if (Files.exists(path.resolve(TELLING))) {
            return Progress.BROKEN_OFF;
        }
        return isEmpty() ? Progress.NOT_BEGUN : Progress.NOT_OURS;
    }

    private boolean isEmpty() throws IOException {
        if (Files.notExists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.endsWith(LOCK));
        }
    }

    /** Holds the directory for this demo alone until it is closed; empty when another demo runs on it. */
    Optional<AutoCloseable> hold() throws IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = tryLock(lockFile);
        if (lock.isEmpty()) {
            lockFile.close();
        }
        return lock.map(held -> lockFile);
    }

    private static Optional<FileLock> tryLock(FileChannel lockFile) throws IOException {
        try {
            return Optional.ofNullable(lockFile.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    void beginStory() throws IOException {
        Files.writeString(path.resolve(TELLING), "");
    }

    void endStory() throws IOException {
        Files.move(path.resolve(TELLING), path.resolve(TOLD));
    }

    /** Throws away what a story that was broken off has left; nothing else. */
    void clear() throws IOException {
        for (Path part : List.of(server(), tablets())) {
            if (Files.exists(part)) {
                delete(part);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(tree)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path entry : deepestFirst) {
            Files.delete(entry);
        }
    }
}
