package tsunagi.app.words;

import android.content.Context;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;

/** A value of any field of any record as a person reads it. Never to be asked on the main thread: it looks names up. */
public final class ValueWords {
    private static final int DEPARTMENT_NAME = 1;

    private final Context context;
    private final FieldWords words;
    private final Names names;
    private final DayWords days;

    public ValueWords(Context context, Names names) {
        this.context = context;
        this.words = new FieldWords(context);
        this.names = names;
        this.days = new DayWords(context, TsunagiApp.parts(context).today());
    }

    /** A field with, of a map, the entry it is about: 従業員数「2024年度(令和6年度)」. */
    public String field(RecordKey key, FieldPath path) {
        String field = words.field(key.type(), path);
        return path.isMapEntry()
                ? entryName(key, path)
                        .map(entry -> context.getString(R.string.word_entry, field, entry))
                        .orElse(field)
                : field;
    }

    private Optional<String> entryName(RecordKey key, FieldPath path) {
        String entry = path.mapKey();
        if (entry.matches("[0-9]{4}")) {
            return Optional.of(days.fiscalYear(Integer.parseInt(entry)));
        }
        Optional<String> person = names.person(entry);
        if (person.isPresent() || !isId(entry)) {
            return person.isPresent() ? person : Optional.of(entry);
        }
        return words.descriptor(key.type(), path)
                .filter(field -> field.getName().equals("materials"))
                .flatMap(field -> names.record(key.teamId(), 22, entry));
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}-.{27}");
    }

    /** A value as it is on the wire, tag included; none is said to be none. */
    public String value(RecordKey key, FieldPath path, ByteString value) {
        Optional<FieldDescriptor> field = words.descriptor(key.type(), path);
        String text = field.isPresent() && !value.isEmpty() ? parsed(key.teamId(), field.get(), value) : "";
        return text.isEmpty() ? context.getString(R.string.word_empty) : text;
    }

    private String parsed(UUID teamId, FieldDescriptor field, ByteString value) {
        try {
            DynamicMessage record = DynamicMessage.parseFrom(field.getContainingType(), value);
            return any(teamId, field, record.getField(field));
        } catch (InvalidProtocolBufferException e) {
            return value.toStringUtf8();
        }
    }

    private String any(UUID teamId, FieldDescriptor field, Object value) {
        if (field.isMapField()) {
            FieldDescriptor of = field.getMessageType().findFieldByNumber(2);
            return ((List<?>) value)
                    .stream()
                            .map(entry -> one(teamId, of, ((Message) entry).getField(of)))
                            .collect(Collectors.joining("\n"));
        } else if (field.isRepeated()) {
            return ((List<?>) value)
                    .stream()
                            .map(each -> one(teamId, field, each))
                            .collect(Collectors.joining(context.getString(R.string.word_between)));
        }
        return one(teamId, field, value);
    }

    private String one(UUID teamId, FieldDescriptor field, Object value) {
        return switch (field.getJavaType()) {
            case STRING -> text(teamId, field, (String) value);
            case ENUM -> words.value((EnumValueDescriptor) value);
            case BOOLEAN -> context.getString((Boolean) value ? R.string.word_yes : R.string.word_no);
            case LONG -> field.getName().endsWith("_at_ms") ? days.moment((Long) value) : value.toString();
            case MESSAGE -> parts(teamId, (Message) value);
            case BYTE_STRING -> "";
            case INT, FLOAT, DOUBLE -> value.toString();
        };
    }

    private String text(UUID teamId, FieldDescriptor field, String text) {
        String name = field.getName();
        int type = field.getOptions().getExtension(Options.refersTo);
        if (type != 0) {
            return names.record(teamId, type, text).orElse(text);
        } else if (name.endsWith("_on")) {
            return days.day(text);
        } else if (name.endsWith("person_id")) {
            return names.personOrWord(text);
        } else if (name.endsWith("body_id") || name.endsWith("body_ids")) {
            return names.body(text);
        }
        return name.equals("theme_keys") ? words.theme(text).orElse(text) : text;
    }

    private String parts(UUID teamId, Message message) {
        if (message.getDescriptorForType().getName().equals("Attachment")) {
            return photo(message);
        }
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<FieldDescriptor, Object> part : message.getAllFields().entrySet()) {
            String text = any(teamId, part.getKey(), part.getValue());
            boolean saysItself = part.getKey().getNumber() == DEPARTMENT_NAME;
            if (!text.isEmpty()) {
                lines.append(lines.length() == 0 ? "" : "\n")
                        .append(
                                saysItself
                                        ? text
                                        : context.getString(R.string.word_part, words.field(part.getKey()), text));
            }
        }
        return lines.toString();
    }

    private String photo(Message attachment) {
        Object caption = attachment.getField(attachment.getDescriptorForType().findFieldByName("caption"));
        String photo = context.getString(R.string.word_photo);
        return caption.toString().isEmpty() ? photo : context.getString(R.string.word_part, photo, caption);
    }
}
