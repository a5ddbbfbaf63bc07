package tsunagi.schema;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every service, rpc, message, field, enum and enum value says in a comment above it what it means. */
final class CommentRule implements SchemaRule {
    private final Map<FileDescriptor, Set<List<Integer>>> commentedPaths = new HashMap<>();

    @Override
    public Stream<Complaint> complaints(Schema schema) {
        return schema.elements()
                .filter(element -> !isCommented(element))
                .map(element -> Complaint.about(element, "has no comment"));
    }

    private boolean isCommented(GenericDescriptor element) {
        return commentedPaths
                .computeIfAbsent(element.getFile(), CommentRule::commentedPaths)
                .contains(pathOf(element));
    }

    private static Set<List<Integer>> commentedPaths(FileDescriptor file) {
        Set<List<Integer>> paths = new HashSet<>();
        for (Location location : file.toProto().getSourceCodeInfo().getLocationList()) {
            if (!location.getLeadingComments().isBlank()) {
                paths.add(location.getPathList());
            }
        }
        return paths;
    }

    /** Where protoc keeps an element: field numbers and indexes from the file's description down. */
    static List<Integer> pathOf(GenericDescriptor element) {
        if (element instanceof Descriptor message) {
            Descriptor parent = message.getContainingType();
            return parent == null
                    ? List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, message.getIndex())
                    : within(parent, DescriptorProto.NESTED_TYPE_FIELD_NUMBER, message.getIndex());
        }
        if (element instanceof FieldDescriptor field) {
            return field.isExtension()
                    ? pathOfExtension(field)
                    : within(field.getContainingType(), DescriptorProto.FIELD_FIELD_NUMBER, field.getIndex());
        }
        if (element instanceof EnumDescriptor type) {
            Descriptor parent = type.getContainingType();
            return parent == null
                    ? List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex())
                    : within(parent, DescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex());
        }
        if (element instanceof EnumValueDescriptor value) {
            return within(value.getType(), EnumDescriptorProto.VALUE_FIELD_NUMBER, value.getIndex());
        }
        if (element instanceof ServiceDescriptor service) {
            return List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, service.getIndex());
        }
        if (element instanceof MethodDescriptor rpc) {
            return within(rpc.getService(), ServiceDescriptorProto.METHOD_FIELD_NUMBER, rpc.getIndex());
        }
        throw new IllegalArgumentException(element.getFullName());
    }

    private static List<Integer> pathOfExtension(FieldDescriptor extension) {
        Descriptor scope = extension.getExtensionScope();
        return scope == null
                ? List.of(FileDescriptorProto.EXTENSION_FIELD_NUMBER, extension.getIndex())
                : within(scope, DescriptorProto.EXTENSION_FIELD_NUMBER, extension.getIndex());
    }

    private static List<Integer> within(GenericDescriptor parent, int fieldNumber, int index) {
        return Stream.concat(pathOf(parent).stream(), Stream.of(fieldNumber, index))
                .toList();
    }
}
