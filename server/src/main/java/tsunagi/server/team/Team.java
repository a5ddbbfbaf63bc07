package tsunagi.server.team;

import com.google.protobuf.ByteString;
import java.util.UUID;

/**
 * People who share records, and how far their log goes.
 *
 * @param head the last revision given out; 0 while there is none
 * @param mark the hash chained over the log up to the head
 * @param restoredHead up to here the log outlived every restore; -1 while there was none
 */
public record Team(UUID id, String name, State state, long head, ByteString mark, long restoredHead) {
    /** Whether a team takes changes in. */
    public enum State {
        /** It does. */
        OPEN,
        /** A tablet named it and nobody else knows it: what comes for it is parked. */
        UNKNOWN,
        /** It did; nothing comes in any more. */
        CLOSED
    }
}
