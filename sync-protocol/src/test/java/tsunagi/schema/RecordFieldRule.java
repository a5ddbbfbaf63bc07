package tsunagi.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.stream.Stream;

/** In records, set-to-zero and cleared differ, no field shuts out another, and maps merge entry by entry. */
final class RecordFieldRule implements SchemaRule {
    private static final String RECORDS = "tsunagi.records.v1";

    @Override
    public Stream<Complaint> complaints(Schema schema) {
        return schema.messages().stream()
                .filter(RecordFieldRule::isOfRecords)
                .flatMap(message -> Stream.concat(
                        oneofs(message), message.getFields().stream().flatMap(RecordFieldRule::field)));
    }

    static boolean isOfRecords(GenericDescriptor element) {
        return element.getFile().getPackage().equals(RECORDS);
    }

    private static Stream<Complaint> oneofs(Descriptor message) {
        return message.getRealOneofs().stream()
                .map(oneof -> Complaint.about(oneof, "is a oneof, which merging cannot take field by field"));
    }

    private static Stream<Complaint> field(FieldDescriptor field) {
        if (field.isMapField()) {
            JavaType key = field.getMessageType().findFieldByNumber(1).getJavaType();
            return key == JavaType.STRING
                    ? Stream.empty()
                    : Stream.of(Complaint.about(field, "is a map whose key is not a string"));
        }
        boolean scalar = field.getJavaType() != JavaType.MESSAGE;
        return scalar && !field.isRepeated() && !field.hasPresence()
                ? Stream.of(Complaint.about(field, "must be optional, so that zero and cleared differ"))
                : Stream.empty();
    }
}
