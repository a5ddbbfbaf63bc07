package tsunagi.server.desk;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ClockReading;

/**
 * What somebody decides about the conflict in one field.
 *
 * @param seen the stamp of the value in place that they saw
 * @param candidates the stamps of the candidates that they saw
 * @param value what shall stand; empty clears the field
 */
public record DeskDecision(RecordKey key, FieldPath path, Stamp seen, List<Stamp> candidates, ByteString value) {
    Change write(UUID changeId, String personId, ClockReading now, UUID saveId) {
        return ChangeWriter.change(changeId, key, Action.ACTION_EDIT)
                .by(personId, now)
                .partOfSave(Optional.of(saveId))
                .saw(path, seen)
                .settles(path, candidates)
                .sets(value.isEmpty() ? FieldValues.NONE : FieldValues.of(path, value))
                .write();
    }
}
