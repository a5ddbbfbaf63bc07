package tsunagi.server.words;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;

/** A record, or a message within one, whose fields are asked for by name. */
record Part(Message message) {
    /** A text that is set and not empty. */
    Optional<String> text(String field) {
        return field(field)
                .filter(found -> found.getJavaType() == FieldDescriptor.JavaType.STRING && !found.isRepeated())
                .map(found -> (String) message.getField(found))
                .filter(text -> !text.isEmpty());
    }

    /** The first of these texts that is set and not empty. */
    Optional<String> firstText(List<String> fields) {
        return fields.stream()
                .map(this::text)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
    }

    /** A whole number; 0 where none is set. */
    long number(String field) {
        return field(field)
                .map(message::getField)
                .map(number -> ((Number) number).longValue())
                .orElse(0L);
    }

    /** The entry of a map of messages. */
    Optional<Part> entry(String map, String key) {
        return field(map).filter(FieldDescriptor::isMapField).flatMap(found -> entry(found, key));
    }

    private Optional<Part> entry(FieldDescriptor map, String key) {
        return ((List<?>) message.getField(map))
                .stream()
                        .map(each -> (Message) each)
                        .filter(entry -> key.equals(key(entry)))
                        .map(Part::value)
                        .filter(Message.class::isInstance)
                        .map(value -> new Part((Message) value))
                        .findFirst();
    }

    /** The key of an entry of a map. */
    static String key(Message entry) {
        return entry instanceof MapEntry<?, ?> known
                ? (String) known.getKey()
                : (String) entry.getField(entry.getDescriptorForType().findFieldByNumber(1));
    }

    /** The value of an entry of a map. */
    static Object value(Message entry) {
        return entry.getField(entry.getDescriptorForType().findFieldByNumber(2));
    }

    private Optional<FieldDescriptor> field(String name) {
        return Optional.ofNullable(message.getDescriptorForType().findFieldByName(name));
    }
}
