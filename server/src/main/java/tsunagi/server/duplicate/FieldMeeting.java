package tsunagi.server.duplicate;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.MergePolicy;

/**
 * One field of two records that may become one, and what becomes of it.
 *
 * @param first its bytes in the first record; empty when it is not set there
 * @param second the same in the second
 */
public record FieldMeeting(FieldPath path, ByteString first, ByteString second, Kind kind) {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    /** What becomes of a field. */
    public enum Kind {
        /** Both say the same. */
        SAME,
        /** One of them says something, and that stays. */
        ONE_ONLY,
        /** What both say stays. */
        UNITED,
        /** Somebody has to choose. */
        CHOICE
    }

    /** All fields that either of them has, in the order of their numbers. */
    static List<FieldMeeting> of(RecordState first, RecordState second) {
        TreeSet<FieldPath> paths = new TreeSet<>(first.fields().keySet());
        paths.addAll(second.fields().keySet());
        List<FieldMeeting> meetings = new ArrayList<>();
        for (FieldPath path : paths) {
            ByteString one = value(first, path);
            ByteString other = value(second, path);
            if (!one.isEmpty() || !other.isEmpty()) {
                meetings.add(new FieldMeeting(path, one, other, kind(first.key().type(), path, one, other)));
            }
        }
        return meetings;
    }

    static ByteString value(RecordState record, FieldPath path) {
        return record.field(path).map(field -> field.value()).orElse(ByteString.EMPTY);
    }

    private static Kind kind(int type, FieldPath path, ByteString one, ByteString other) {
        if (one.equals(other)) {
            return Kind.SAME;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return Kind.ONE_ONLY;
        }
        Optional<RecordSchema> schema = SCHEMAS.find(type);
        Optional<FieldDescriptor> field = schema.flatMap(known -> known.field(path.number()));
        boolean isNaturalKey = field.isPresent() && schema.get().naturalKey().contains(field.get());
        boolean isUnited = isNaturalKey
                || field.map(RecordSchema::policyOf)
                        .filter(policy -> policy == MergePolicy.MERGE_POLICY_UNION)
                        .isPresent();
        return isUnited ? Kind.UNITED : Kind.CHOICE;
    }
}
