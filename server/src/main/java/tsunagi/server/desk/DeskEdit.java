package tsunagi.server.desk;

import com.google.protobuf.Message;
import java.util.Set;
import java.util.TreeSet;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;

/**
 * What somebody writes about one record.
 *
 * @param seen the record as they had it before them
 * @param values what they set; other fields stay as they are
 * @param cleared the fields they emptied
 */
public record DeskEdit(RecordState seen, FieldValues values, Set<FieldPath> cleared) {
    /** Sets every field that is set in the message. */
    public static DeskEdit of(RecordState seen, Message values) {
        return new DeskEdit(seen, FieldValues.of(values), Set.of());
    }

    public RecordKey key() {
        return seen.key();
    }

    /** Without what the record says already. */
    DeskEdit news() {
        if (!seen.life().isAlive()) {
            return this;
        }
        TreeSet<FieldPath> set = new TreeSet<>(values.paths());
        set.removeIf(path -> seen.field(path)
                .filter(there -> there.value().equals(values.get(path)))
                .isPresent());
        TreeSet<FieldPath> emptied = new TreeSet<>(cleared);
        emptied.removeIf(path ->
                seen.field(path).filter(there -> !there.value().isEmpty()).isEmpty());
        return new DeskEdit(seen, values.only(set), emptied);
    }

    boolean saysNothing() {
        return values.paths().isEmpty() && cleared.isEmpty();
    }
}
