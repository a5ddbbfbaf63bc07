package tsunagi.record;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagi.records.v1.Attachment;

/** Finds the files that a record shows, wherever in it they are named. */
public final class AttachmentsIn {
    private AttachmentsIn() {}

    /** All of them, in the order of the fields; one that is shown twice is there twice. */
    public static List<Attachment> record(Message record) {
        List<Attachment> found = new ArrayList<>();
        walk(record, found);
        return found;
    }

    private static void walk(Message message, List<Attachment> found) {
        if (message.getDescriptorForType()
                .getFullName()
                .equals(Attachment.getDescriptor().getFullName())) {
            found.add(attachment(message.toByteString()));
            return;
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.getKey().isRepeated()) {
                ((List<?>) field.getValue()).forEach(part -> walk((Message) part, found));
            } else {
                walk((Message) field.getValue(), found);
            }
        }
    }

    private static Attachment attachment(ByteString bytes) {
        try {
            return Attachment.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message that does not parse", e);
        }
    }
}
