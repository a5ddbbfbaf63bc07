package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tsunagi.records.v1.RecordType;
import tsunagi.server.words.KeyKind;

/**
 * Reads what somebody entered into a record. What nobody touched stays as it was, to the byte: odd values, what this program does not
 * know, the difference between a text that is empty and one that nobody wrote.
 */
public final class FieldReader {
    /** Chosen for somebody who is known by name alone. */
    static final String BY_NAME = "by-name";

    private static final int VALUE = 2;

    private final Entered before;
    private final Entered entered;
    private final Choices choices;
    private final Supplier<UUID> ids;
    private final Map<String, String> troubles = new HashMap<>();

    /**
     * A record that was read.
     *
     * @param troubles the word keys of what could not be read, by the names of the inputs; the record is as it was there
     */
    public record Result(Message record, Map<String, String> troubles) {}

    private FieldReader(Entered before, Entered entered, Choices choices, Supplier<UUID> ids) {
        this.before = before;
        this.entered = entered;
        this.choices = choices;
        this.ids = ids;
    }

    /** What a form shows of a record before anybody enters anything. */
    public static Entered entered(Message record, String root) {
        return EntryWriter.write(record, root);
    }

    /**
     * Reads those fields that the form shows.
     *
     * @param record as it was before the person who filled the form in
     * @param ids makes UUIDs
     */
    public static Result read(
            Message record,
            String root,
            Entered entered,
            Predicate<FieldDescriptor> shown,
            Choices choices,
            Supplier<UUID> ids) {
        FieldReader reader = new FieldReader(entered(record, root), entered, choices, ids);
        Message.Builder read = record.toBuilder();
        reader.message(read, root, shown);
        return new Result(read.build(), Map.copyOf(reader.troubles));
    }

    private void message(Message.Builder message, String prefix, Predicate<FieldDescriptor> shown) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            String name = prefix + "." + field.getName();
            FieldShape shape = FieldShape.of(field);
            if (shape != FieldShape.NOT_SHOWN && shown.test(field) && !entered.isAlike(before, name)) {
                field(message, field, shape, name);
            }
        }
    }

    private void field(Message.Builder message, FieldDescriptor field, FieldShape shape, String name) {
        switch (shape) {
            case GROUP -> group(message, field, name);
            case ROWS -> rows(message, field, name);
            case MAP -> map(message, field, name);
            case CHECKS, RECORDS -> set(message, field, name, entered.all(name));
            case LINES ->
                set(
                        message,
                        field,
                        name,
                        entered.text(name)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList());
            case TEXT -> one(message, field, name, entered.text(name).stripTrailing());
            default -> one(message, field, name, entered.line(name));
        }
    }

    private void one(Message.Builder message, FieldDescriptor field, String name, String value) {
        if (value.isEmpty()) {
            message.clearField(field);
        } else {
            value(field, name, value).ifPresent(read -> message.setField(field, read));
        }
    }

    private void set(Message.Builder message, FieldDescriptor field, String name, List<String> all) {
        message.clearField(field);
        all.forEach(each -> value(field, name, each).ifPresent(read -> message.addRepeatedField(field, read)));
    }

    private Optional<Object> value(FieldDescriptor field, String name, String value) {
        ReadValue read = ReadValue.of(field, value);
        if (!read.trouble().isEmpty()) {
            troubles.put(name, read.trouble());
        }
        return read.value();
    }

    private void group(Message.Builder message, FieldDescriptor field, String name) {
        Message.Builder part = ((Message) message.getField(field)).toBuilder();
        message(part, name, each -> true);
        setUnlessEmpty(message, field, part.build());
    }

    private static void setUnlessEmpty(Message.Builder message, FieldDescriptor field, Message part) {
        if (isEmpty(part)) {
            message.clearField(field);
        } else {
            message.setField(field, part);
        }
    }

    private static boolean isEmpty(Message part) {
        return part.getAllFields().isEmpty() && part.getUnknownFields().asMap().isEmpty();
    }

    private void rows(Message.Builder message, FieldDescriptor field, String name) {
        List<Message> parts = new ArrayList<>();
        List<String> tokensBefore = before.all(name);
        for (String token : entered.all(name)) {
            int place = tokensBefore.indexOf(token);
            Message.Builder part = place >= 0
                    ? ((Message) message.getRepeatedField(field, place)).toBuilder()
                    : message.newBuilderForField(field);
            message(part, Entered.row(name, token), each -> true);
            if (!isEmpty(part.build())) {
                parts.add(part.build());
            }
        }
        message.setField(field, parts);
    }

    private void map(Message.Builder message, FieldDescriptor map, String name) {
        Map<String, Message> there = new HashMap<>();
        MapEntries.inOrder(map, (List<?>) message.getField(map))
                .forEach(entry -> there.put(entry.key(), entry.value()));
        message.clearField(map);
        Set<String> keys = new HashSet<>();
        for (String token : entered.all(name)) {
            String row = Entered.row(name, token);
            Message old = there.get(before.line(row + Entered.KEY));
            Message.Builder part = old == null ? newValue(message, map) : old.toBuilder();
            message(part, row, each -> true);
            entry(map, row, part).ifPresent(entry -> {
                if (keys.add(entry.key())) {
                    message.addRepeatedField(map, built(message, map, entry));
                } else {
                    troubles.put(row + Entered.KEY, "field.twice");
                }
            });
        }
    }

    private static Message.Builder newValue(Message.Builder message, FieldDescriptor map) {
        return message.newBuilderForField(map)
                .newBuilderForField(map.getMessageType().findFieldByNumber(VALUE));
    }

    /** Empty for a row in which nobody entered anything, and for one that cannot be kept. */
    private Optional<MapEntries.One> entry(FieldDescriptor map, String row, Message.Builder part) {
        boolean isEmpty = isEmpty(part.build());
        KeyKind kind = KeyKind.of(map);
        String key = kind == KeyKind.MADE ? madeKey(row) : entered.line(row + Entered.KEY);
        if (key.isEmpty()) {
            if (!isEmpty) {
                troubles.put(row + Entered.KEY, "field.key_missing");
            }
            return Optional.empty();
        }
        if (isEmpty && (kind == KeyKind.MADE || key.equals(BY_NAME))) {
            return Optional.empty();
        }
        String kept = key.equals(BY_NAME) ? ids.get().toString() : key;
        if (kind == KeyKind.SOMEBODY) {
            complete(part, kept);
        }
        return Optional.of(new MapEntries.One(kept, part.build()));
    }

    /** A new row is known by its token, which is a UUID. */
    private String madeKey(String row) {
        String there = entered.line(row + Entered.KEY);
        return there.isEmpty() ? row.substring(row.lastIndexOf('[') + 1, row.length() - 1) : there;
    }

    /** What follows from who somebody is: the contact they are, the body they act for. */
    private void complete(Message.Builder part, String key) {
        FieldDescriptor contact = part.getDescriptorForType().findFieldByName("contact_id");
        if (contact != null
                && choices.title(RecordType.RECORD_TYPE_CONTACT, key).isPresent()) {
            part.setField(contact, key);
        }
        FieldDescriptor body = part.getDescriptorForType().findFieldByName("body_id");
        if (body != null && !part.hasField(body)) {
            choices.bodyOf(key).ifPresent(id -> part.setField(body, id));
        }
    }

    private static Message built(Message.Builder message, FieldDescriptor map, MapEntries.One entry) {
        Message.Builder built = message.newBuilderForField(map);
        return built.setField(map.getMessageType().findFieldByNumber(1), entry.key())
                .setField(map.getMessageType().findFieldByNumber(VALUE), entry.value())
                .build();
    }
}
