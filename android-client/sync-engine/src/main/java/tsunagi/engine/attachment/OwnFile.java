package tsunagi.engine.attachment;

import com.google.protobuf.ByteString;
import java.util.UUID;

/**
 * A file that was made on this tablet.
 *
 * @param refusal why the server does not take it, in its words; empty unless it was refused
 */
public record OwnFile(UUID teamId, ByteString sha256, long sizeBytes, Standing standing, String refusal) {
    /** How far it got. */
    public enum Standing {
        /** It is on this tablet alone, as far as the tablet knows. */
        WAITING,
        /** The server holds it. */
        SENT,
        /** The server does not take it; it stays here. */
        REFUSED
    }
}
