package tsunagi.change;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import tsunagi.piece.Sha256;

/**
 * What a change says, as a SHA-256: two changes with one id are one change only if their hashes agree. Origin device
 * and ordinal are not in it, since a copied tablet hands its changes in again under another lane.
 */
public record ContentHash(ByteString sha256) {
    public static ContentHash of(tsunagi.sync.v1.Change change) {
        // The header's length comes first, or bytes could wander between header and body unseen.
        byte[] headerLength = ByteBuffer.allocate(Integer.BYTES)
                .putInt(change.getHeader().size())
                .array();
        return new ContentHash(Sha256.of(
                ByteString.copyFrom(headerLength), change.getHeader(), change.getBody(), change.getSealedBody()));
    }

    /**
     * The mark of a log that stood at {@code before} and grew by the change with this hash.
     *
     * @param judgement how it was attributed and judged: a log retold after a restore may differ in nothing else
     */
    public ByteString chainedTo(ByteString before, ByteString judgement) {
        return Sha256.of(before, sha256, judgement).substring(0, MARK_BYTES);
    }

    private static final int MARK_BYTES = 16;
}
