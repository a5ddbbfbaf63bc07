package tsunagi.trials.tablet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;

/** A headless tablet's directory, held by one process at a time. */
final class TabletDirectory implements AutoCloseable {
    private static final String PROGRAM = "headless tablet";

    private final Path path;
    private final FileChannel lockFile;
    private final TabletSettings settings;
    private final Tablet tablet;

    private TabletDirectory(Path path, FileChannel lockFile, TabletSettings settings) {
        this.path = path;
        this.lockFile = lockFile;
        this.settings = settings;
        this.tablet = Tablet.open(path, settings);
    }

    static TabletDirectory open(Path path) throws CommandFailedException, IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            hold(lockFile, path);
            return new TabletDirectory(path, lockFile, TabletSettings.standard(new DeskClock()));
        } catch (RuntimeException | CommandFailedException | IOException e) {
            lockFile.close();
            throw e;
        }
    }

    /** The lock goes with the channel, also when the process dies. */
    private static void hold(FileChannel lockFile, Path path) throws CommandFailedException, IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            throw new CommandFailedException(
                    ExitCode.IN_USE,
                    "in_use",
                    "Another process works on " + path + ". Wait until it is done, or take another --data directory.");
        }
    }

    Tablet tablet() {
        return tablet;
    }

    ServerConnection connect(ServerAddress server) {
        return new ServerConnection(server, tablet, new FileDeviceKeys(path), settings.ids(), PROGRAM);
    }

    /** What every program on this tablet locks while it synchronizes. */
    Path syncLock() {
        return path.resolve("sync.lock");
    }

    @Override
    public void close() throws IOException {
        try {
            tablet.close();
        } finally {
            lockFile.close();
        }
    }
}
