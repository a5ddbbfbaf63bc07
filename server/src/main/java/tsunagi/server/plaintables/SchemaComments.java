package tsunagi.server.plaintables;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the .proto files of the records say about their messages, fields and values, in the words of their authors.
 * Generated code leaves that out; the build keeps it beside this class.
 */
final class SchemaComments {
    private static final int MESSAGE = FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER;
    private static final int FIELD = DescriptorProto.FIELD_FIELD_NUMBER;

    private final Map<String, String> comments = new HashMap<>();

    private SchemaComments() {}

    static SchemaComments standard() {
        try (InputStream description = SchemaComments.class.getResourceAsStream("records.binpb")) {
            if (description == null) {
                throw new IllegalStateException("the build left out records.binpb");
            }
            SchemaComments all = new SchemaComments();
            FileDescriptorSet.parseFrom(description).getFileList().forEach(all::read);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said about this; nothing for what only another program knows. */
    String of(GenericDescriptor element) {
        return comments.getOrDefault(element.getFullName(), "");
    }

    /** A value stands beside its type, not in it, so its full name does not say whose it is. */
    String of(EnumValueDescriptor value) {
        EnumDescriptor type = value.getType();
        return comments.getOrDefault(type.getFullName() + "." + value.getName(), "");
    }

    private void read(FileDescriptorProto file) {
        for (Location location : file.getSourceCodeInfo().getLocationList()) {
            String name = name(file, location.getPathList());
            if (!name.isEmpty() && location.hasLeadingComments()) {
                String comment = location.getLeadingComments().strip().replaceAll("\\s*\\n\\s*", " ");
                comments.put(file.getPackage() + "." + name, comment);
            }
        }
    }

    /** The name at a path of numbers, as descriptor.proto explains them; empty for what is no message, field or value. */
    private static String name(FileDescriptorProto file, List<Integer> path) {
        boolean isPart = path.size() == 4;
        if (path.size() != 2 && !isPart) {
            return "";
        }
        if (path.get(0) == MESSAGE) {
            DescriptorProto message = file.getMessageType(path.get(1));
            boolean isField = isPart && path.get(2) == FIELD;
            return isField
                    ? message.getName() + "." + message.getField(path.get(3)).getName()
                    : isPart ? "" : message.getName();
        }
        if (path.get(0) == FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER) {
            var type = file.getEnumType(path.get(1));
            boolean isValue = isPart && path.get(2) == 2;
            return isValue ? type.getName() + "." + type.getValue(path.get(3)).getName() : isPart ? "" : type.getName();
        }
        return "";
    }
}
