package tsunagi.server.plaintables;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.List;
import tsunagi.record.RecordSchemas;

/** What a program of yesterday knew. */
final class OlderSchemas {
    private OlderSchemas() {}

    /** The records of this record's file, before these fields, messages or repeated, were added to it. */
    static RecordSchemas without(Descriptor record, String... fields) {
        FileDescriptorProto.Builder file = record.getFile().toProto().toBuilder();
        for (DescriptorProto.Builder message : file.getMessageTypeBuilderList()) {
            if (message.getName().equals(record.getName())) {
                var kept = message.getFieldList().stream()
                        .filter(field -> !List.of(fields).contains(field.getName()))
                        .toList();
                message.clearField().addAllField(kept);
            }
        }
        return RecordSchemas.of(List.of(built(file.build(), record.getFile())));
    }

    private static FileDescriptor built(FileDescriptorProto file, FileDescriptor like) {
        try {
            return FileDescriptor.buildFrom(file, like.getDependencies().toArray(FileDescriptor[]::new));
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
