package tsunagi.merge;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tsunagi.record.RecordSchema;

/** Merges two values of one field as its schema declares. An empty answer means: ask a person. */
final class FieldMerge {
    private FieldMerge() {}

    /**
     * Two values that did not know of each other.
     *
     * @param base what the newcomer's author saw; empty when that is not known any more
     * @param standing the value in place
     * @param newcomer the value that came
     * @param newcomerIsLater by corrected time
     */
    record Meeting(Optional<ByteString> base, ByteString standing, ByteString newcomer, boolean newcomerIsLater) {}

    static Optional<ByteString> merge(FieldDescriptor field, Meeting meeting) {
        try {
            return switch (RecordSchema.policyOf(field)) {
                case MERGE_POLICY_UNION -> Optional.of(union(field, meeting));
                case MERGE_POLICY_TEXT -> text(field, meeting);
                case MERGE_POLICY_STRONGEST -> strongest(field, meeting);
                case MERGE_POLICY_LATEST -> Optional.of(meeting.newcomerIsLater ? meeting.newcomer : meeting.standing);
                case MERGE_POLICY_ASK, MERGE_POLICY_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            };
        } catch (InvalidProtocolBufferException e) {
            // A value that this schema cannot read is not known here, and what is not known asks.
            return Optional.empty();
        }
    }

    private static ByteString union(FieldDescriptor field, Meeting meeting) throws InvalidProtocolBufferException {
        List<Object> standing = elements(field, meeting.standing);
        List<Object> newcomer = elements(field, meeting.newcomer);
        // Without a base nobody can tell what was removed, so nothing is.
        List<Object> base = meeting.base.isPresent() ? elements(field, meeting.base.get()) : Collections.emptyList();
        List<Object> removed = new ArrayList<>(base);
        removed.removeAll(newcomer);
        List<Object> union = new ArrayList<>(standing);
        union.removeAll(removed);
        for (Object element : newcomer) {
            if (!union.contains(element) && !base.contains(element)) {
                union.add(element);
            }
        }
        return DynamicMessage.newBuilder(field.getContainingType())
                .setField(field, union)
                .build()
                .toByteString();
    }

    private static List<Object> elements(FieldDescriptor field, ByteString value)
            throws InvalidProtocolBufferException {
        List<Object> elements = new ArrayList<>();
        DynamicMessage holder = DynamicMessage.parseFrom(field.getContainingType(), value);
        for (int i = 0; i < holder.getRepeatedFieldCount(field); i++) {
            elements.add(holder.getRepeatedField(field, i));
        }
        return elements;
    }

    private static Optional<ByteString> text(FieldDescriptor field, Meeting meeting)
            throws InvalidProtocolBufferException {
        if (!meeting.base.isPresent()) {
            return Optional.empty();
        }
        Optional<String> merged = LineMerge.merge(
                (String) single(field, meeting.base.get()), (String) single(field, meeting.standing), (String)
                        single(field, meeting.newcomer));
        return merged.map(text -> DynamicMessage.newBuilder(field.getContainingType())
                .setField(field, text)
                .build()
                .toByteString());
    }

    private static Optional<ByteString> strongest(FieldDescriptor field, Meeting meeting)
            throws InvalidProtocolBufferException {
        Optional<Integer> standing = rank(field, meeting.standing);
        Optional<Integer> newcomer = rank(field, meeting.newcomer);
        if (!standing.isPresent() || !newcomer.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(newcomer.get() > standing.get() ? meeting.newcomer : meeting.standing);
    }

    private static Optional<Integer> rank(FieldDescriptor field, ByteString value)
            throws InvalidProtocolBufferException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Object set = field.isMapField() ? entryValue(field, value) : single(field, value);
        if (set instanceof Message message) {
            set = message.getField(message.getDescriptorForType().findFieldByNumber(1));
        }
        return RecordSchema.rankOf((EnumValueDescriptor) set);
    }

    private static Object entryValue(FieldDescriptor map, ByteString value) throws InvalidProtocolBufferException {
        Message entry = (Message)
                DynamicMessage.parseFrom(map.getContainingType(), value).getRepeatedField(map, 0);
        return entry.getField(map.getMessageType().findFieldByNumber(2));
    }

    private static Object single(FieldDescriptor field, ByteString value) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(field.getContainingType(), value).getField(field);
    }
}
