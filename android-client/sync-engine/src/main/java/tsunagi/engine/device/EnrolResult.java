package tsunagi.engine.device;

import tsunagi.engine.outbox.ServerRecord;
import tsunagi.sync.v1.EnrolRefusal;

/** What came of enrolling. */
public sealed interface EnrolResult {
    /** The server knows this device now. */
    record Enrolled(ServerRecord server) implements EnrolResult {}

    /** It does not; why. */
    record Refused(EnrolRefusal why) implements EnrolResult {}

    /** Nobody answered; asking again with the same code costs nothing. */
    record Unreachable(String why) implements EnrolResult {}
}
