package tsunagi.engine.device;

import tsunagi.engine.outbox.ServerRecord;
import tsunagi.sync.v1.EnrolRefusal;

/** What came of enrolling. */
public sealed interface EnrolResult {
    /** The server knows this device now. */
    record Enrolled(ServerRecord server) implements EnrolResult {}

    /** It does not; why. */
    record Refused(EnrolRefusal why) implements EnrolResult {}

    /** No conversation came about; asking again with the same code costs nothing. */
    record Unreachable(String why, Obstacle obstacle) implements EnrolResult {}

    /** What stood in the way of a conversation. */
    enum Obstacle {
        /** Nobody answered, or the line did not hold. */
        LINE,
        /** Somebody answered whose certificate has another fingerprint. */
        OTHER_CERTIFICATE,
        /** The server knows no such call: it is too old or too new for this program. */
        OTHER_VERSION
    }
}
