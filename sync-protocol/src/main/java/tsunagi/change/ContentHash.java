package tsunagi.change;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a change says, as a SHA-256: two changes with one id are one change only if their hashes agree. Origin device
 * and ordinal are not in it, since a copied tablet hands its changes in again under another lane.
 */
public record ContentHash(ByteString sha256) {
    public static ContentHash of(tsunagi.sync.v1.Change change) {
        MessageDigest digest = sha256Digest();
        // The header's length comes first, or bytes could wander between header and body unseen.
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(change.getHeader().size())
                .array());
        digest.update(change.getHeader().asReadOnlyByteBuffer());
        digest.update(change.getBody().asReadOnlyByteBuffer());
        digest.update(change.getSealedBody().asReadOnlyByteBuffer());
        return new ContentHash(ByteString.copyFrom(digest.digest()));
    }

    /**
     * The mark of a log that stood at {@code before} and grew by the change with this hash.
     *
     * @param judgement how it was attributed and judged: a log retold after a restore may differ in nothing else
     */
    public ByteString chainedTo(ByteString before, ByteString judgement) {
        MessageDigest digest = sha256Digest();
        digest.update(before.asReadOnlyByteBuffer());
        digest.update(sha256.asReadOnlyByteBuffer());
        digest.update(judgement.asReadOnlyByteBuffer());
        return ByteString.copyFrom(digest.digest(), 0, MARK_BYTES);
    }

    private static final int MARK_BYTES = 16;

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
