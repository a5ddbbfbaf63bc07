package tsunagi.schema;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.Locale;
import java.util.stream.Stream;

/** Enum values bear the name of their enum, and zero means that nothing was said. */
final class EnumRule implements SchemaRule {
    @Override
    public Stream<Complaint> complaints(Schema schema) {
        return schema.enums().stream().flatMap(type -> Stream.concat(values(type), zero(type)));
    }

    private static Stream<Complaint> values(EnumDescriptor type) {
        return type.getValues().stream()
                .filter(value -> !value.getName().startsWith(prefixOf(type)))
                .map(value -> Complaint.about(value, "must begin with " + prefixOf(type)));
    }

    private static Stream<Complaint> zero(EnumDescriptor type) {
        String unspecified = prefixOf(type) + "UNSPECIFIED";
        EnumValueDescriptor zero = type.findValueByNumber(0);
        return zero != null && zero.getName().equals(unspecified)
                ? Stream.empty()
                : Stream.of(Complaint.about(type, "must have " + unspecified + " = 0"));
    }

    private static String prefixOf(EnumDescriptor type) {
        return type.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
    }
}
