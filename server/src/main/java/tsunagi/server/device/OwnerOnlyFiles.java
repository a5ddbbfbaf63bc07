package tsunagi.server.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** Small files that only the server's own account may read: its id, its secret key, its certificate's private key. */
public final class OwnerOnlyFiles {
    private final Path directory;

    /** Files in this directory, which is made when it is not there. */
    public OwnerOnlyFiles(Path directory) throws IOException {
        this.directory = directory;
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly("rwx------"));
        }
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    /** The file's content; when there is no such file it is made first, and two who ask at once get the same. */
    public byte[] readOrMake(String name, Supplier<byte[]> maker) throws IOException {
        Path file = path(name);
        // Closing the channel lets go of the lock.
        try (FileChannel lockFile = FileChannel.open(
                path("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            lockFile.lock();
            if (!Files.exists(file)) {
                write(file, maker.get());
            }
            return Files.readAllBytes(file);
        }
    }

    /** Whole or not at all: a power cut never leaves half a key behind. */
    private void write(Path file, byte[] content) throws IOException {
        Path draft = path(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
