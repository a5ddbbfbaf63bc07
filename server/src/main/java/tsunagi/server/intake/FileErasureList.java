package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tsunagi.change.ContentHash;
import tsunagi.sync.v1.Change;

/**
 * An erasure list in a file of its own, one line each, written through to disk. Thread-safe; several programs may add to
 * one file.
 */
public final class FileErasureList implements ErasureList, AutoCloseable {
    private static final int FIELDS = 11;
    /** So long another program may hold the file; one that froze must not keep a team waiting. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(3);

    private static final Duration LOCK_LOOK_INTERVAL = Duration.ofMillis(5);

    private final FileChannel file;
    private final Map<UUID, Erasure> erasures = new LinkedHashMap<>();
    private long sizeBytes;

    private FileErasureList(FileChannel file) {
        this.file = file;
    }

    /** Opens the list, making the file when there is none. */
    public static FileErasureList open(Path path) {
        try {
            FileErasureList list = new FileErasureList(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            list.catchUp();
            // A new file is only found again once its directory is on disk too.
            try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent())) {
                directory.force(true);
            }
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + path + " cannot be opened", e);
        }
    }

    @Override
    public synchronized void append(List<Erasure> more) {
        try {
            FileLock lock = lock();
            try {
                // A command may have added to the file since this program looked at it.
                catchUp();
                addMissing(more);
            } finally {
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list cannot be written", e);
        }
    }

    private FileLock lock() throws IOException {
        long start = System.nanoTime();
        for (FileLock lock = file.tryLock(); ; lock = file.tryLock()) {
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - start > LOCK_WAIT.toNanos()) {
                throw new IOException("another program has held it for " + LOCK_WAIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOCK_LOOK_INTERVAL.toNanos());
        }
    }

    private void addMissing(List<Erasure> more) throws IOException {
        Map<UUID, Erasure> added = new LinkedHashMap<>();
        more.forEach(erasure -> added.put(erasure.changeId(), erasure));
        added.keySet().removeAll(erasures.keySet());
        StringBuilder lines = new StringBuilder();
        added.values().forEach(erasure -> lines.append(line(erasure)).append('\n'));
        write(lines.toString());
        erasures.putAll(added);
    }

    @Override
    public synchronized List<Erasure> all() {
        return List.copyOf(erasures.values());
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
        // What an earlier attempt left half written goes.
        file.truncate(sizeBytes);
        file.position(sizeBytes);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
        sizeBytes += bytes.limit();
    }

    /** Reads what stands in the file behind what is known of it. */
    private void catchUp() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, file.size() - sizeBytes));
        while (bytes.hasRemaining() && file.read(bytes, sizeBytes + bytes.position()) >= 0) {}
        String content = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        // A line without its end was being written in a crash; what it was about was never committed.
        String complete = content.substring(0, content.lastIndexOf('\n') + 1);
        complete.lines().map(FileErasureList::erasure).forEach(erasure -> erasures.put(erasure.changeId(), erasure));
        sizeBytes += complete.length();
    }

    private static String line(Erasure erasure) {
        return String.join(
                " ",
                erasure.teamId().toString(),
                erasure.changeId().toString(),
                erasure.originDeviceId().toString(),
                erasure.carrierDeviceId().toString(),
                Long.toString(erasure.ordinal()),
                Long.toString(erasure.correctedAtMs()),
                Boolean.toString(erasure.clockWasWrong()),
                Long.toString(erasure.receivedAtMs()),
                base64(erasure.hash().sha256()),
                base64(erasure.change().toByteString()),
                erasure.along().stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private static Erasure erasure(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException("the erasure list holds a line that is none: " + line);
        }
        try {
            return new Erasure(
                    UUID.fromString(fields[0]),
                    UUID.fromString(fields[1]),
                    UUID.fromString(fields[2]),
                    UUID.fromString(fields[3]),
                    Long.parseLong(fields[4]),
                    Long.parseLong(fields[5]),
                    Boolean.parseBoolean(fields[6]),
                    Long.parseLong(fields[7]),
                    new ContentHash(bytes(fields[8])),
                    Change.parseFrom(bytes(fields[9])),
                    ids(fields[10]));
        } catch (IllegalArgumentException | InvalidProtocolBufferException e) {
            throw new IllegalStateException("the erasure list holds a line that is none: " + line, e);
        }
    }

    private static List<UUID> ids(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(UUID::fromString).toList();
    }

    private static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static ByteString bytes(String base64) {
        return ByteString.copyFrom(Base64.getDecoder().decode(base64));
    }
}
