package tsunagi.engine.sync;

import tsunagi.sync.v1.FarewellReason;

/** What came of a synchronization. */
public sealed interface SyncResult {
    /** Tablet and server agree. */
    record UpToDate() implements SyncResult {}

    /** Another program on this tablet is at it. */
    record AlreadyRunning() implements SyncResult {}

    /** The server could not be reached, or the line did not hold; later. */
    record Unreachable(String why) implements SyncResult {}

    /** Whoever answered has another certificate than the server that enrolled this device; nothing was sent. */
    record OtherCertificate(String why) implements SyncResult {}

    /** The server refuses this program, and trying again will not help. */
    record Refused(FarewellReason reason, String why) implements SyncResult {}

    /** This device may no longer sync; its unsent work stays on it, what others wrote does not. */
    record Revoked(String why) implements SyncResult {}

    /** The server does not know this device; it has to be enrolled, and then hands everything in. */
    record NotEnrolled(String why) implements SyncResult {}

    /** The program was asked to stop. */
    record Interrupted() implements SyncResult {}
}
