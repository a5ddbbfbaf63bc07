package tsunagi.change;

import java.util.Optional;
import java.util.UUID;
import tsunagi.sync.v1.ParkReason;

/** What came of reading a change off the wire. */
public sealed interface Reading {
    /** It is what it says it is. */
    record Readable(Change change) implements Reading {}

    /**
     * It cannot be applied as it is, and why.
     *
     * @param changeId its id, or one made from its bytes when even that cannot be read
     * @param detail what is wrong and where, for a person
     * @param path the field it is about, if it is about one
     */
    record Unreadable(UUID changeId, ContentHash hash, ParkReason reason, String detail, Optional<FieldPath> path)
            implements Reading {}
}
