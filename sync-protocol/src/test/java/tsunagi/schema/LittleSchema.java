package tsunagi.schema;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.Locale;
import java.util.function.Predicate;
import tsunagi.records.v1.MergePolicy;
import tsunagi.records.v1.Options;

/** A schema of one file and a few lines, for tests of what watches over schemas. */
final class LittleSchema {
    static final String PACKAGE = "tsunagi.records.v1";

    private final FileDescriptorProto.Builder file;

    LittleSchema() {
        this(PACKAGE);
    }

    LittleSchema(String packageName) {
        file = FileDescriptorProto.newBuilder()
                .setSyntax("proto3")
                .setName("little.proto")
                .setPackage(packageName);
    }

    LittleSchema with(DescriptorProto.Builder message) {
        file.addMessageType(message);
        return this;
    }

    LittleSchema with(EnumDescriptorProto.Builder type) {
        file.addEnumType(type);
        return this;
    }

    LittleSchema with(ServiceDescriptorProto.Builder service) {
        file.addService(service);
        return this;
    }

    Schema described() {
        return Schema.of(FileDescriptorSet.newBuilder().addFile(file).build());
    }

    /** With a comment on each element that the predicate takes. */
    Schema commentedOn(Predicate<GenericDescriptor> bearsComment) {
        described().elements().filter(bearsComment).forEach(element -> file.getSourceCodeInfoBuilder()
                .addLocationBuilder()
                .addAllPath(CommentRule.pathOf(element))
                .setLeadingComments(" What it means.\n"));
        return described();
    }

    static DescriptorProto.Builder message(String name, FieldDescriptorProto.Builder... fields) {
        DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(name);
        for (FieldDescriptorProto.Builder field : fields) {
            if (field.getProto3Optional()) {
                field.setOneofIndex(message.getOneofDeclCount());
                message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("_" + field.getName()));
            }
            message.addField(field);
        }
        return message;
    }

    /** The body of the records of this type. */
    static DescriptorProto.Builder record(int type, String name, FieldDescriptorProto.Builder... fields) {
        return message(name, fields).setOptions(MessageOptions.newBuilder().setExtension(Options.recordType, type));
    }

    /** A map from whatever the key says to strings, under number 1. */
    static DescriptorProto.Builder messageWithMap(String name, FieldDescriptorProto.Builder field, String keyType) {
        DescriptorProto.Builder entry = message("Entry", plain(keyType, "key", 1), plain("string", "value", 2))
                .setOptions(MessageOptions.newBuilder().setMapEntry(true));
        return message(
                        name,
                        field.setLabel(Label.LABEL_REPEATED)
                                .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
                                .setTypeName("." + PACKAGE + "." + name + ".Entry"))
                .addNestedType(entry);
    }

    /** A field without presence. The type is a scalar's name in lower case, or that of a message or enum of this file. */
    static FieldDescriptorProto.Builder plain(String type, String name, int number) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(Label.LABEL_OPTIONAL);
        return Character.isLowerCase(type.charAt(0))
                ? field.setType(FieldDescriptorProto.Type.valueOf("TYPE_" + type.toUpperCase(Locale.ROOT)))
                : field.setTypeName("." + PACKAGE + "." + type);
    }

    static FieldDescriptorProto.Builder optional(String type, String name, int number) {
        return plain(type, name, number).setProto3Optional(true);
    }

    static FieldDescriptorProto.Builder repeated(String type, String name, int number) {
        return plain(type, name, number).setLabel(Label.LABEL_REPEATED);
    }

    static FieldDescriptorProto.Builder merging(MergePolicy policy, FieldDescriptorProto.Builder field) {
        field.getOptionsBuilder().setExtension(Options.merge, policy);
        return field;
    }

    static FieldDescriptorProto.Builder referring(int recordType, FieldDescriptorProto.Builder field) {
        field.getOptionsBuilder().setExtension(Options.refersTo, recordType);
        return field;
    }

    /** The values are numbered from 0. */
    static EnumDescriptorProto.Builder enumType(String name, String... values) {
        EnumDescriptorProto.Builder type = EnumDescriptorProto.newBuilder().setName(name);
        for (String value : values) {
            type.addValue(EnumValueDescriptorProto.newBuilder().setName(value).setNumber(type.getValueCount()));
        }
        return type;
    }

    /** The same; each value but zero has its number as its rank. */
    static EnumDescriptorProto.Builder ranked(EnumDescriptorProto.Builder type) {
        type.getValueBuilderList().stream()
                .skip(1)
                .forEach(value ->
                        value.setOptions(EnumValueOptions.newBuilder().setExtension(Options.rank, value.getNumber())));
        return type;
    }

    static ServiceDescriptorProto.Builder service(String name, String rpc, String input, String output) {
        return ServiceDescriptorProto.newBuilder()
                .setName(name)
                .addMethod(MethodDescriptorProto.newBuilder()
                        .setName(rpc)
                        .setInputType("." + PACKAGE + "." + input)
                        .setOutputType("." + PACKAGE + "." + output));
    }
}
