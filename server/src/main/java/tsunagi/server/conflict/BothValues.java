package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.MergePolicy;

/** All values of a conflict in one, where the field can hold that: what is in any of several lists, the lines of running texts. */
public final class BothValues {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    private BothValues() {}

    /** Empty where a field holds one value alone, or one of the values is not known here. */
    public static Optional<ByteString> of(OpenConflict conflict) {
        return SCHEMAS.find(conflict.key().type())
                .flatMap(schema -> schema.field(conflict.path().number()))
                .filter(BothValues::holdsSeveral)
                .flatMap(field -> joined(field, conflict.sides()));
    }

    private static boolean holdsSeveral(FieldDescriptor field) {
        return field.isRepeated()
                ? !field.isMapField()
                : field.getJavaType() == FieldDescriptor.JavaType.STRING
                        && RecordSchema.policyOf(field) == MergePolicy.MERGE_POLICY_TEXT;
    }

    private static Optional<ByteString> joined(FieldDescriptor field, List<OpenConflict.Side> sides) {
        try {
            List<Object> values = new ArrayList<>();
            for (OpenConflict.Side side : sides) {
                values.add(DynamicMessage.parseFrom(field.getContainingType(), side.value())
                        .getField(field));
            }
            return Optional.of(DynamicMessage.newBuilder(field.getContainingType())
                    .setField(field, field.isRepeated() ? union(values) : lines(values))
                    .build()
                    .toByteString());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static List<Object> union(List<Object> lists) {
        Set<Object> all = new LinkedHashSet<>();
        lists.forEach(list -> all.addAll((List<?>) list));
        return List.copyOf(all);
    }

    /** What the first text says, and of the others those lines that none before has. */
    private static String lines(List<Object> texts) {
        Set<String> all = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (Object text : texts) {
            List<String> ofOne = ((String) text).isEmpty() ? List.of() : List.of(((String) text).split("\n", -1));
            ofOne.stream().filter(line -> !all.contains(line)).forEach(lines::add);
            all.addAll(ofOne);
        }
        return String.join("\n", lines);
    }
}
