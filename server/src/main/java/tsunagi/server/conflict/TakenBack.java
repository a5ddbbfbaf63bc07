package tsunagi.server.conflict;

import java.util.List;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;

/**
 * What became of decisions that were taken back.
 *
 * @param back how many fields hold the value from before again
 * @param same how many held it all along
 * @param moved how many somebody wrote since; they stay as they are
 * @param fields all of these
 */
public record TakenBack(int back, int same, int moved, List<Field> fields) {
    /** One field of a record. */
    public record Field(RecordKey key, FieldPath path) {}
}
