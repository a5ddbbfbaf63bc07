package tsunagi.server.export;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tsunagi.server.plaintables.EnumWords;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;

/**
 * A column in which one field of a record stands.
 *
 * @param way to the field, through parts of the record that occur once
 * @param isAsKept whether an id is shown as it is, not as what it names
 */
record RecordColumn(List<FieldDescriptor> way, ExportColumn column, boolean isAsKept) {
    Cell cell(ShownRecord record, ValueText text, Language language) {
        Optional<Object> value = value(record);
        if (value.isEmpty()) {
            return Cell.BLANK;
        }
        FieldDescriptor field = way.get(way.size() - 1);
        return switch (column.kind()) {
            case DAY -> day(value.get().toString());
            case MOMENT -> new Cell.Moment(((Number) value.get()).longValue());
            case NUMBER -> number((Number) value.get());
            case CHOICE -> choice(field, value.get(), language);
            case ID -> Cell.text(value.get().toString());
            case TEXT, FREE_TEXT, CHOICES ->
                isAsKept
                        ? Cell.text(value.get().toString())
                        : text.value(record, way).map(Cell::text).orElse(Cell.BLANK);
        };
    }

    private Optional<Object> value(ShownRecord record) {
        Optional<Message> message = record.message();
        for (FieldDescriptor part : way.subList(0, way.size() - 1)) {
            message = message.filter(whole -> whole.hasField(part)).map(whole -> (Message) whole.getField(part));
        }
        FieldDescriptor field = way.get(way.size() - 1);
        return message.filter(whole -> field.isRepeated()
                        ? whole.getRepeatedFieldCount(field) > 0
                        : whole.hasField(field) && !whole.getField(field).equals(""))
                .map(whole -> whole.getField(field));
    }

    private static Cell number(Number number) {
        return number instanceof Double || number instanceof Float
                ? Cell.number(number.doubleValue())
                : Cell.number(number.longValue());
    }

    /** What is no day stands as it was written. */
    static Cell day(String kept) {
        try {
            return new Cell.Day(LocalDate.parse(kept));
        } catch (DateTimeParseException e) {
            return Cell.text(kept);
        }
    }

    private static Cell choice(FieldDescriptor field, Object value, Language language) {
        if (value instanceof Boolean truth) {
            return RecordColumns.yesOrNo(language, truth);
        }
        EnumValueDescriptor word = (EnumValueDescriptor) value;
        return word.getNumber() == 0
                ? Cell.BLANK
                : new Cell.Choice(RecordWords.in(language).value(word), new EnumWords(field.getEnumType()).of(word));
    }
}
