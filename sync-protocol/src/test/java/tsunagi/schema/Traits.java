package tsunagi.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.Locale;
import tsunagi.record.RecordSchema;
import tsunagi.records.v1.Options;

/** What of a schema's elements must stay as it was released, in the words of .proto files. */
final class Traits {
    private Traits() {}

    static String recordType(Descriptor message) {
        return message.getOptions().hasExtension(Options.recordType)
                ? String.valueOf(message.getOptions().getExtension(Options.recordType))
                : "none";
    }

    static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return "map<" + type(entry.findFieldByNumber(1)) + ", " + type(entry.findFieldByNumber(2)) + ">";
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }

    static String label(FieldDescriptor field) {
        OneofDescriptor oneof = field.getRealContainingOneof();
        if (oneof != null) {
            return "oneof " + oneof.getName();
        }
        if (field.isRepeated()) {
            return "repeated";
        }
        return field.hasPresence() ? "optional" : "none";
    }

    static String mergePolicy(FieldDescriptor field) {
        return RecordSchema.policyOf(field).name();
    }

    static boolean isInNaturalKey(FieldDescriptor field) {
        return field.getOptions().getExtension(Options.naturalKey);
    }

    static String rank(EnumValueDescriptor value) {
        return RecordSchema.rankOf(value).map(String::valueOf).orElse("none");
    }

    static String request(MethodDescriptor rpc) {
        return streaming(rpc.isClientStreaming()) + rpc.getInputType().getFullName();
    }

    static String answer(MethodDescriptor rpc) {
        return streaming(rpc.isServerStreaming()) + rpc.getOutputType().getFullName();
    }

    private static String streaming(boolean streams) {
        return streams ? "stream " : "";
    }
}
