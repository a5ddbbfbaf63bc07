package tsunagi.server.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.record.RecordSchema;

/** What the fields of a record and their values say to a person, in one language; of fields that are not known here too. */
public final class ValueText {
    /** One field of a record, or one entry of a map, in words. */
    public record Line(FieldPath path, String label, String value) {}

    private final Language language;
    private final RecordWords words;
    private final Phrases phrases;
    private final NameSource names;

    public ValueText(Language language, NameSource names) {
        this.language = language;
        this.words = RecordWords.in(language);
        this.phrases = Phrases.in(language);
        this.names = names;
    }

    /** What a field is called, of an entry with what its key stands for: 所見, 訪問者「佐藤 恵」. */
    public String label(ShownRecord record, FieldPath path) {
        String label = words.field(record.key().type(), path);
        Optional<FieldDescriptor> map = field(record, path).filter(found -> path.isMapEntry() && found.isMapField());
        return map.flatMap(found -> text(record).keys().text(found, path.mapKey()))
                .map(key -> phrases.of("entry", label, key))
                .orElse(label);
    }

    /** The same of a value that need not be in the record; what the value says of itself is used too. */
    public String label(ShownRecord record, FieldPath path, ByteString value) {
        return label(record.with(value), path);
    }

    /**
     * What a value says.
     *
     * @param record the record as it stands, where names of keys and of what the value leaves out are looked for
     * @param value the field's bytes on the wire; empty when it is not set
     */
    public String value(ShownRecord record, FieldPath path, ByteString value) {
        if (value.isEmpty()) {
            return phrases.of("empty");
        }
        Optional<FieldDescriptor> field = field(record, path);
        Optional<Message> only = record.schema().flatMap(schema -> ShownRecord.parse(schema, value));
        if (field.isEmpty() || only.isEmpty() || !isSet(only.get(), field.get())) {
            return new UnknownValue(language).text(value);
        }
        return path.isMapEntry() ? entry(record, field.get(), only.get()) : whole(record, field.get(), only.get());
    }

    /** What stands at the end of a way through parts that occur once, such as the result of an approach; empty when nothing is set. */
    public Optional<String> value(ShownRecord record, List<FieldDescriptor> way) {
        List<Part> within = new ArrayList<>();
        Optional<Message> message = record.message();
        for (FieldDescriptor field : way) {
            message = message.filter(part -> isSet(part, field));
            if (message.isEmpty()) {
                return Optional.empty();
            }
            within.add(0, new Part(message.get()));
            message = field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                    ? message
                    : Optional.of((Message) message.get().getField(field));
        }
        return Optional.of(text(record).text(way.get(way.size() - 1), within));
    }

    /** All that is set in a record, in the order of its fields. */
    public List<Line> lines(ShownRecord record) {
        return lines(record, record.body());
    }

    /**
     * All that a change sets, in the order of the fields.
     *
     * @param record the record as it stands
     * @param body the fields that the change sets
     */
    public List<Line> lines(ShownRecord record, ByteString body) {
        return split(record, body).asMap().entrySet().stream()
                .map(field -> line(record, field.getKey(), field.getValue()))
                .toList();
    }

    /** A field and its value. */
    public Line line(ShownRecord record, FieldPath path, ByteString value) {
        return new Line(path, label(record, path, value), value(record, path, value));
    }

    private String whole(ShownRecord record, FieldDescriptor field, Message value) {
        return text(record).text(field, List.of(new Part(withContext(record, field, value))));
    }

    /** The record with this value in it, since what a value leaves out may stand in the fields beside it. */
    private static Message withContext(ShownRecord record, FieldDescriptor field, Message value) {
        return record.message()
                .map(body ->
                        body.toBuilder().setField(field, value.getField(field)).build())
                .orElse(value);
    }

    private String entry(ShownRecord record, FieldDescriptor map, Message value) {
        List<?> entries = (List<?>) value.getField(map);
        Message last = (Message) entries.get(entries.size() - 1);
        return text(record).entryValue(last, List.of(new Part(record.message().orElse(value))));
    }

    private FieldText text(ShownRecord record) {
        return new FieldText(language, names, record);
    }

    private static boolean isSet(Message message, FieldDescriptor field) {
        return field.isRepeated() ? message.getRepeatedFieldCount(field) > 0 : message.hasField(field);
    }

    private static Optional<FieldDescriptor> field(ShownRecord record, FieldPath path) {
        return record.schema().flatMap(schema -> schema.field(path.number()));
    }

    private static FieldValues split(ShownRecord record, ByteString body) {
        Set<Integer> maps = record.schema().map(ValueText::maps).orElse(Set.of());
        try {
            return FieldValues.split(body, maps);
        } catch (MalformedBodyException e) {
            return FieldValues.NONE;
        }
    }

    private static Set<Integer> maps(RecordSchema schema) {
        return schema.descriptor().getFields().stream()
                .filter(FieldDescriptor::isMapField)
                .map(FieldDescriptor::getNumber)
                .collect(Collectors.toSet());
    }
}
