package tsunagi.trials.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.MergePolicy;

/** What a value of several parts is made of: the members of a set, the lines of a text. */
final class Elements {
    private final RecordSchemas schemas;

    Elements(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    MergePolicy policy(RecordKey key, FieldPath path) {
        return field(key, path).map(RecordSchema::policyOf).orElse(MergePolicy.MERGE_POLICY_ASK);
    }

    /** True when such values are united part by part. */
    boolean areUnited(RecordKey key, FieldPath path) {
        MergePolicy policy = policy(key, path);
        return policy == MergePolicy.MERGE_POLICY_UNION || policy == MergePolicy.MERGE_POLICY_TEXT;
    }

    List<String> of(RecordKey key, FieldPath path, ByteString value) {
        FieldDescriptor field = field(key, path).orElseThrow();
        try {
            DynamicMessage holder = DynamicMessage.parseFrom(field.getContainingType(), value);
            return field.isRepeated() ? members(holder, field) : lines((String) holder.getField(field));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<FieldDescriptor> field(RecordKey key, FieldPath path) {
        return schemas.find(key.type()).flatMap(schema -> schema.field(path.number()));
    }

    private static List<String> members(DynamicMessage holder, FieldDescriptor field) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < holder.getRepeatedFieldCount(field); i++) {
            members.add(holder.getRepeatedField(field, i).toString());
        }
        return members;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
