package tsunagi.merge;

import java.util.Set;
import java.util.SortedMap;
import tsunagi.change.FieldPath;

/**
 * What came of merging one change into one record.
 *
 * @param state the record after it
 * @param asSent true when the record is just what the author's tablet shows
 * @param merged the fields whose value is not the one that was sent
 * @param conflicted the fields in which a person must choose
 * @param results the values in place where they are not what the change said
 * @param revived true when an edit brought a deleted record back
 * @param keptAlive true when a delete met a record that had moved on
 */
public record Outcome(
        RecordState state,
        boolean asSent,
        Set<FieldPath> merged,
        Set<FieldPath> conflicted,
        SortedMap<FieldPath, StampedValue> results,
        boolean revived,
        boolean keptAlive) {}
