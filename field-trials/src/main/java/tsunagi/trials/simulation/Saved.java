package tsunagi.trials.simulation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;

/**
 * What a person saved, as an onlooker wrote it down who looked at the screen and not at the change.
 *
 * @param tablet the number of the tablet
 * @param order when, among everything that was saved
 * @param values what the person set; empty bytes where a field was cleared
 * @param seen what was on the screen in those fields when editing of each began
 * @param settled the candidates that were on the screen when a conflict was settled
 */
record Saved(
        UUID changeId,
        RecordKey key,
        Action action,
        int tablet,
        int order,
        Map<FieldPath, ByteString> values,
        Map<FieldPath, Seen> seen,
        Set<UUID> settled) {

    /** A field as it stood on the screen. */
    record Seen(ByteString value, Stamp stamp) {
        static final Seen NOTHING = new Seen(ByteString.EMPTY, Stamp.NONE);
    }

    Seen seenIn(FieldPath path) {
        return seen.getOrDefault(path, Seen.NOTHING);
    }

    boolean touches(FieldPath path) {
        return values.containsKey(path);
    }

    String describe(FieldPath path) {
        return order + " tablet " + tablet + " " + action + " " + changeId + " of " + key.id() + ": " + seenIn(path)
                + " -> " + values.getOrDefault(path, ByteString.EMPTY) + ", settling " + settled;
    }

    boolean ends() {
        return List.of(Action.ACTION_WITHDRAW, Action.ACTION_DESTROY).contains(action);
    }
}
