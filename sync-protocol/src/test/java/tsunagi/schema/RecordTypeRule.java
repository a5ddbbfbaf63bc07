package tsunagi.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.List;
import java.util.stream.Stream;
import tsunagi.records.v1.Options;

/** Each number of RecordType is the body of one message, and references point to such numbers. */
final class RecordTypeRule implements SchemaRule {
    private static final String RECORD_TYPE = "tsunagi.records.v1.RecordType";

    @Override
    public Stream<Complaint> complaints(Schema schema) {
        List<EnumValueDescriptor> types =
                schema.enumType(RECORD_TYPE).map(EnumDescriptor::getValues).orElse(List.of()).stream()
                        .filter(value -> value.getNumber() != 0)
                        .toList();
        List<Descriptor> records = schema.messages().stream()
                .filter(message -> message.getOptions().hasExtension(Options.recordType))
                .toList();
        return Stream.of(bodies(types, records), records(types, records), references(types, schema))
                .flatMap(complaints -> complaints);
    }

    private static Stream<Complaint> bodies(List<EnumValueDescriptor> types, List<Descriptor> records) {
        return types.stream()
                .filter(type -> records.stream().noneMatch(record -> typeOf(record) == type.getNumber()))
                .map(type -> Complaint.about(type, "is the body of no message"));
    }

    private static Stream<Complaint> records(List<EnumValueDescriptor> types, List<Descriptor> records) {
        Stream<Complaint> unknown = records.stream()
                .filter(record -> !isType(types, typeOf(record)))
                .map(record ->
                        Complaint.about(record, "has record_type " + typeOf(record) + ", which is no RecordType"));
        Stream<Complaint> shared = records.stream()
                .filter(record ->
                        records.stream().anyMatch(other -> other != record && typeOf(other) == typeOf(record)))
                .map(record ->
                        Complaint.about(record, "shares record_type " + typeOf(record) + " with another message"));
        return Stream.concat(unknown, shared);
    }

    private static Stream<Complaint> references(List<EnumValueDescriptor> types, Schema schema) {
        return schema.messages().stream()
                .flatMap(message -> message.getFields().stream())
                .filter(field -> field.getOptions().hasExtension(Options.refersTo))
                .flatMap(field -> reference(types, field));
    }

    private static Stream<Complaint> reference(List<EnumValueDescriptor> types, FieldDescriptor field) {
        int target = field.getOptions().getExtension(Options.refersTo);
        if (field.getJavaType() != JavaType.STRING) {
            return Stream.of(Complaint.about(field, "refers to a record but is not a string"));
        }
        return isType(types, target)
                ? Stream.empty()
                : Stream.of(Complaint.about(field, "refers to " + target + ", which is no RecordType"));
    }

    private static boolean isType(List<EnumValueDescriptor> types, int number) {
        return types.stream().anyMatch(type -> type.getNumber() == number);
    }

    private static int typeOf(Descriptor record) {
        return record.getOptions().getExtension(Options.recordType);
    }
}
