package tsunagi.server.words;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Options;

/** What the values of the fields of one record, and of its parts, say to a person. */
final class FieldText {
    private final RecordWords words;
    private final Phrases phrases;
    private final DayWords days;
    private final NameWords names;
    private final KeyWords keys;
    private final AttachmentText attachments;
    private final ShownRecord record;

    FieldText(Language language, NameSource names, ShownRecord record) {
        this.words = RecordWords.in(language);
        this.phrases = Phrases.in(language);
        this.days = DayWords.in(language);
        this.names = new NameWords(language, names);
        this.keys = new KeyWords(language, this.names, record);
        this.attachments = new AttachmentText(language);
        this.record = record;
    }

    KeyWords keys() {
        return keys;
    }

    /**
     * A field of the record or of a part of it, all of its elements or entries.
     *
     * @param within the message that has the field, and those that it stands in, innermost first
     */
    String text(FieldDescriptor field, List<Part> within) {
        Object value = within.get(0).message().getField(field);
        if (field.isMapField()) {
            return lines(((List<?>) value).stream().map(entry -> entry(field, (Message) entry, within)));
        } else if (!field.isRepeated()) {
            return one(field, value, within);
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return lines(((List<?>) value).stream().map(each -> inOneLine((Message) each, within)));
        }
        return ((List<?>) value)
                .stream().map(each -> one(field, each, within)).collect(Collectors.joining(phrases.of("between")));
    }

    /** The value of an entry of a map, without its key. */
    String entryValue(Message entry, List<Part> within) {
        FieldDescriptor value = entry.getDescriptorForType().findFieldByNumber(2);
        return one(value, Part.value(entry), within);
    }

    private String entry(FieldDescriptor map, Message entry, List<Part> within) {
        String value = entryValue(entry, within);
        return keys.text(map, Part.key(entry)).map(key -> labelled(key, value)).orElse(value);
    }

    private String one(FieldDescriptor field, Object value, List<Part> within) {
        return switch (field.getJavaType()) {
            case STRING -> text(field, (String) value, within);
            case ENUM -> words.value((EnumValueDescriptor) value);
            case BOOLEAN -> phrases.of((Boolean) value ? "yes" : "no");
            case INT, LONG -> number(field, ((Number) value).longValue());
            case FLOAT, DOUBLE -> decimal(((Number) value).doubleValue());
            case BYTE_STRING -> phrases.of("bytes", ((ByteString) value).size());
            case MESSAGE -> message((Message) value, within);
        };
    }

    private String text(FieldDescriptor field, String text, List<Part> within) {
        return text.isEmpty() ? phrases.of("empty") : said(field, text, within);
    }

    private String said(FieldDescriptor field, String text, List<Part> within) {
        return switch (FieldKind.of(field)) {
            case RECORD -> names.record(record.key(), field.getOptions().getExtension(Options.refersTo), text);
            case RECORD_OF_TYPE_BESIDE -> names.record(record.key(), aboutType(), text);
            case PERSON -> names.person(text);
            case BODY -> names.body(text);
            case THEME -> names.theme(text);
            case DEPARTMENT -> keys.department(within, text);
            case REPORTING_GROUP -> keys.reportingGroup(text);
            case MEMBER -> keys.somebody(text);
            case TALLY_SHEET -> keys.tallySheet(text);
            case SCOPE -> names.scope(text);
            case STATISTIC -> words.known("statistic", text).orElse(text);
            case DAY -> days.dayWithWeekday(text);
            case MONTH_DAY -> days.monthDay(text);
            case POSTAL_CODE -> text.matches("\\d{7}") ? "〒" + text.substring(0, 3) + "-" + text.substring(3) : text;
            case MOMENT, MINUTES, FISCAL_YEAR, FIELD_NUMBER, PLAIN -> text;
        };
    }

    private String number(FieldDescriptor field, long number) {
        return switch (FieldKind.of(field)) {
            case MOMENT -> days.moment(number);
            case MINUTES -> days.minutes(number);
            case FISCAL_YEAR -> days.fiscalYear((int) number);
            case FIELD_NUMBER -> words.field(aboutType(), FieldPath.field((int) number));
            default -> counted(field, number);
        };
    }

    private String counted(FieldDescriptor field, long number) {
        String unit = "unit." + field.getName();
        return phrases.has(unit) ? phrases.of(unit, number) : Long.toString(number);
    }

    private static String decimal(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /** The number of the type of the record that this one is about. */
    private int aboutType() {
        return record.message()
                .map(body -> body.getField(body.getDescriptorForType().findFieldByName("about_type")))
                .map(type -> ((EnumValueDescriptor) type).getNumber())
                .orElse(0);
    }

    private String message(Message message, List<Part> within) {
        String special = special(message, within);
        if (!special.isEmpty()) {
            return special;
        }
        String all = lines(fields(message, within));
        return all.isEmpty() ? phrases.of("nothing_said") : all;
    }

    /** Messages that say more when their fields are not told one by one. */
    private String special(Message message, List<Part> within) {
        return switch (message.getDescriptorForType().getName()) {
            case "Attachment" -> attachments.of(message);
            case "Answer", "PeopleCount", "ReportingGroup" ->
                message.getAllFields().keySet().stream()
                        .map(field -> text(field, inside(message, within)))
                        .collect(Collectors.joining(phrases.of("between")));
            case "CodeRange" -> codes(new Part(message));
            default -> "";
        };
    }

    private String codes(Part range) {
        long first = range.number("first_number");
        long count = range.number("count");
        return phrases.of("codes.counted", first + 1, first + count, count);
    }

    private String inOneLine(Message message, List<Part> within) {
        String all = fields(message, within).collect(Collectors.joining(phrases.of("between")));
        return all.isEmpty() ? phrases.of("nothing_said") : all.replace("\n", phrases.of("between"));
    }

    private Stream<String> fields(Message message, List<Part> within) {
        List<Part> inside = inside(message, within);
        Stream<String> known = message.getAllFields().keySet().stream()
                .map(field ->
                        saysItself(field) ? text(field, inside) : labelled(words.field(field), text(field, inside)));
        Stream<String> unknown =
                message.getUnknownFields().asMap().keySet().stream().map(number -> phrases.of("unknown_field", number));
        return Stream.concat(known, unknown);
    }

    /** A choice that stands first says what the part is all about, and needs no label in front of it. */
    private static boolean saysItself(FieldDescriptor field) {
        return field.getNumber() == 1 && field.getJavaType() == FieldDescriptor.JavaType.ENUM;
    }

    private static List<Part> inside(Message message, List<Part> within) {
        List<Part> inside = new ArrayList<>(List.of(new Part(message)));
        inside.addAll(within);
        return inside;
    }

    private String labelled(String label, String value) {
        return value.contains("\n")
                ? label + phrases.of("colon") + "\n" + value.indent(2).stripTrailing()
                : phrases.of("part", label, value);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
