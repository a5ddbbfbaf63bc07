package tsunagi.server.desk;

import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** What became of what was written about one record. */
public sealed interface DeskWord {
    RecordKey key();

    /** It was taken in: as it was written, merged, or with fields for which a person must choose. */
    record Taken(RecordKey key, Verdict verdict) implements DeskWord {}

    /** The record said so already; nothing was written. */
    record Unchanged(RecordKey key) implements DeskWord {}

    /** It is kept and waits for a person. */
    record Parked(RecordKey key, ParkReason reason, String detail) implements DeskWord {}

    /** The record was withdrawn or destroyed; nothing of what was written is kept. */
    record Erased(RecordKey key) implements DeskWord {}

    /** It can never be kept, and was not handed in; path is the field it is about, if it is about one. */
    record Unfit(RecordKey key, ParkReason reason, Optional<FieldPath> path, String detail) implements DeskWord {}
}
