package tsunagi.schema;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.stream.Stream;
import tsunagi.record.RecordSchema;

/** A field declares only a way of merging that its type can do. */
final class MergePolicyRule implements SchemaRule {
    private static final int STATE_FIELD = 1;

    @Override
    public Stream<Complaint> complaints(Schema schema) {
        return schema.messages().stream()
                .flatMap(message -> message.getFields().stream())
                .flatMap(MergePolicyRule::field);
    }

    private static Stream<Complaint> field(FieldDescriptor field) {
        return switch (RecordSchema.policyOf(field)) {
            case MERGE_POLICY_UNION ->
                unless(field.isRepeated() && !field.isMapField(), field, "merges by UNION but is not a list");
            case MERGE_POLICY_TEXT ->
                unless(
                        merged(field).getJavaType() == JavaType.STRING && isOneValue(field),
                        field,
                        "merges by TEXT but is not a string");
            case MERGE_POLICY_STRONGEST ->
                unless(
                        hasRankedState(merged(field)) && isOneValue(field),
                        field,
                        "merges by STRONGEST but has no ranked state");
            case MERGE_POLICY_ASK, MERGE_POLICY_LATEST, MERGE_POLICY_UNSPECIFIED, UNRECOGNIZED -> Stream.empty();
        };
    }

    /** What merging meets: the entry's value where the field is a map. */
    private static FieldDescriptor merged(FieldDescriptor field) {
        return field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
    }

    private static boolean isOneValue(FieldDescriptor field) {
        return field.isMapField() || !field.isRepeated();
    }

    /** True of an enum with ranks, and of a message whose field 1 is one. */
    private static boolean hasRankedState(FieldDescriptor field) {
        FieldDescriptor state =
                field.getJavaType() == JavaType.MESSAGE ? field.getMessageType().findFieldByNumber(STATE_FIELD) : field;
        return state != null
                && state.getJavaType() == JavaType.ENUM
                && !state.isRepeated()
                && isRanked(state.getEnumType());
    }

    private static boolean isRanked(EnumDescriptor type) {
        return type.getValues().stream()
                .anyMatch(value -> RecordSchema.rankOf(value).isPresent());
    }

    private static Stream<Complaint> unless(boolean fits, FieldDescriptor field, String what) {
        return fits ? Stream.empty() : Stream.of(Complaint.about(field, what));
    }
}
