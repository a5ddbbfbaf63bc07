package tsunagi.record;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids on the wire: a UUID is sixteen bytes, most significant first. */
public final class Ids {
    private static final int UUID_BYTES = 16;

    private Ids() {}

    public static ByteString toBytes(UUID id) {
        ByteBuffer buffer = ByteBuffer.allocate(UUID_BYTES);
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return ByteString.copyFrom(buffer.array());
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException when these are not sixteen bytes
     */
    public static UUID fromBytes(ByteString bytes) {
        if (!isId(bytes)) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.size());
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    public static boolean isId(ByteString bytes) {
        return bytes.size() == UUID_BYTES;
    }
}
