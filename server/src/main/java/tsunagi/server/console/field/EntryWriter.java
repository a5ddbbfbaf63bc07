package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a record into a form, so that what nobody touches comes back as it was. */
final class EntryWriter {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private EntryWriter() {}

    static Entered write(Message message, String prefix) {
        EntryWriter writer = new EntryWriter();
        writer.message(message, prefix);
        return Entered.of(writer.values);
    }

    private void message(Message message, String prefix) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            boolean isSet = field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
            if (isSet) {
                field(message, field, prefix + "." + field.getName());
            }
        }
    }

    private void field(Message message, FieldDescriptor field, String name) {
        Object value = message.getField(field);
        switch (FieldShape.of(field)) {
            case NOT_SHOWN -> {
                // It stays as it is.
            }
            case GROUP -> message((Message) value, name);
            case ROWS -> rows((List<?>) value, name);
            case MAP -> entries(field, (List<?>) value, name);
            case LINES ->
                values.put(
                        name,
                        List.of(((List<?>) value)
                                .stream().map(EntryWriter::text).collect(Collectors.joining("\n"))));
            case CHECKS, RECORDS ->
                values.put(
                        name, ((List<?>) value).stream().map(EntryWriter::text).toList());
            default -> values.put(name, List.of(text(value)));
        }
    }

    private void rows(List<?> parts, String name) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String token = Integer.toString(i);
            tokens.add(token);
            message((Message) parts.get(i), Entered.row(name, token));
        }
        values.put(name, tokens);
    }

    private void entries(FieldDescriptor map, List<?> entries, String name) {
        List<String> tokens = new ArrayList<>();
        for (MapEntries.One entry : MapEntries.inOrder(map, entries)) {
            String token = Integer.toString(tokens.size());
            tokens.add(token);
            values.put(Entered.row(name, token) + Entered.KEY, List.of(entry.key()));
            message(entry.value(), Entered.row(name, token));
        }
        values.put(name, tokens);
    }

    static String text(Object value) {
        if (value instanceof EnumValueDescriptor choice) {
            return Integer.toString(choice.getNumber());
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }
}
