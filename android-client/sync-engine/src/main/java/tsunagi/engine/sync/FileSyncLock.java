package tsunagi.engine.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock that the operating system holds on a file, and lets go when the program dies. */
public final class FileSyncLock implements SyncLock {
    private final Path file;

    public FileSyncLock(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Hold> tryHold() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (!lock.isPresent()) {
                channel.close();
            }
            // Closing the channel lets go of the lock.
            return lock.map(held -> () -> close(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProgram) {
            return Optional.empty();
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of a lock", e);
        }
    }
}
