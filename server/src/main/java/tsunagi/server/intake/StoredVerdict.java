package tsunagi.server.intake;

import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.sync.v1.Verdict;

/** What was said about a change that the server holds, and the place in a lane at which it first came. */
record StoredVerdict(UUID changeId, UUID originDeviceId, long ordinal, ContentHash hash, Verdict verdict) {
    boolean isAt(UUID otherOriginDeviceId, long otherOrdinal) {
        return originDeviceId.equals(otherOriginDeviceId) && ordinal == otherOrdinal;
    }

    boolean isOf(Incoming incoming) {
        return hash.equals(incoming.hash());
    }
}
