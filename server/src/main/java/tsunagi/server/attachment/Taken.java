package tsunagi.server.attachment;

import tsunagi.sync.v1.AttachmentRefusal;

/** What became of a file, or of a piece of it. */
public sealed interface Taken {
    /** It is held up to here. */
    record Held(long bytes) implements Taken {}

    /** All of it is there, and is what its hash says. */
    record Stored() implements Taken {}

    /** It is not taken. */
    record Refused(AttachmentRefusal reason, String detail) implements Taken {}
}
