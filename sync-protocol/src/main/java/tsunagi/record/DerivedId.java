package tsunagi.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * The id of a record that has a natural key: a UUIDv5, so that two devices which never met make the same record.
 */
public final class DerivedId {
    private static final UUID NAMESPACE = UUID.fromString("6f0f3a52-7d0b-5c6e-9a52-5473756e6167");

    private DerivedId() {}

    /** The id of the record of this type and team whose natural key has these parts, in the order of the schema. */
    public static UUID of(UUID teamId, int type, List<String> naturalKey) {
        MessageDigest sha1 = sha1();
        sha1.update(Ids.toBytes(NAMESPACE).asReadOnlyByteBuffer());
        sha1.update(Ids.toBytes(teamId).asReadOnlyByteBuffer());
        sha1.update(ByteBuffer.allocate(Integer.BYTES).putInt(type).array());
        for (String part : naturalKey) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            // The length stands before each part, or ("ab", "c") and ("a", "bc") would make one record.
            sha1.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            sha1.update(utf8);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
        long high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
