package tsunagi.server.words;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.SizeClass;

/** What the keys of one record's maps say to a person. */
final class KeyWords {
    private static final List<String> SAID_BY =
            List.of("name", "title", "caption", "counted_where", "question", "reason");
    private static final Pattern CODES = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final RecordWords words;
    private final Phrases phrases;
    private final DayWords days;
    private final NameWords names;
    private final ShownRecord record;

    KeyWords(Language language, NameWords names, ShownRecord record) {
        this.words = RecordWords.in(language);
        this.phrases = Phrases.in(language);
        this.days = DayWords.in(language);
        this.names = names;
        this.record = record;
    }

    /** The key of an entry; empty when neither key nor entry say what it is. */
    Optional<String> text(FieldDescriptor map, String key) {
        return switch (KeyKind.of(map)) {
            case SOMEBODY -> Optional.of(somebody(key));
            case MATERIAL -> Optional.of(names.record(record.key(), RecordType.RECORD_TYPE_MATERIAL_VALUE, key));
            case WORKSHOP -> Optional.of(names.record(record.key(), RecordType.RECORD_TYPE_WORKSHOP_VALUE, key));
            case THEME -> Optional.of(names.theme(key));
            case DEVICE -> Optional.of(words.known("device", key).orElse(key));
            case SCOPE -> Optional.of(names.scope(key));
            case AUDIENCE -> Optional.of(words.known("audience", key).orElseGet(() -> names.body(key)));
            case FISCAL_YEAR -> Optional.of(year(key));
            case SCHEME -> Optional.of(scheme(key));
            case PART -> Optional.of(part(key));
            case CODES -> Optional.of(codes(key));
            case CENSUS -> Optional.of(census(key));
            case QUESTION -> entry("questions", key).flatMap(question -> question.text("question"));
            case MADE -> made(map.getName(), key);
            case PLAIN -> Optional.of(key);
        };
    }

    /** Somebody among the members or the attendees of the record, or among those who got its minutes. */
    String somebody(String key) {
        return entry("members", key)
                .or(() -> entry("attendees", key))
                .or(() -> entry("minutes_sent", key))
                .flatMap(entry -> entry.text("name"))
                .or(() -> names.source().person(key))
                .or(() -> ofMeeting(key))
                .orElseGet(() -> names.unknown(key));
    }

    private Optional<String> ofMeeting(String key) {
        if (record.key().type() != RecordType.RECORD_TYPE_MEETING_VALUE) {
            return Optional.empty();
        }
        String contactId = entry("attendees", key)
                .flatMap(attendee -> attendee.text("contact_id"))
                .orElse(key);
        return NameWords.key(record.key(), RecordType.RECORD_TYPE_CONTACT_VALUE, contactId)
                .flatMap(names.source()::record)
                .or(() -> names.source().body(key));
    }

    /** One of the record's head-counts: where it was counted, or by whom. */
    String tallySheet(String key) {
        return made("tally_sheets", key).orElseGet(() -> names.unknown(key));
    }

    private Optional<String> made(String map, String key) {
        return entry(map, key).flatMap(entry -> entry.firstText(SAID_BY)
                .or(() -> entry.text("counting_person_id").map(names::person)));
    }

    /** A reporting group of the workplace that this record is. */
    String reportingGroup(String key) {
        return made("reporting_groups", key).orElseGet(() -> names.madeKey(key));
    }

    /** A department of the workplace that the innermost of these parts is about. */
    String department(List<Part> within, String key) {
        Optional<String> own = record.message().flatMap(body -> Places.department(new Part(body), key));
        return own.or(() -> within.stream()
                        .flatMap(part -> Places.next(record.key(), part).stream())
                        .findFirst()
                        .flatMap(about -> names.source().department(about, key)))
                .orElseGet(() -> names.madeKey(key));
    }

    private Optional<Part> entry(String map, String key) {
        return record.message().flatMap(body -> new Part(body).entry(map, key));
    }

    private String year(String key) {
        return YEAR.matcher(key).matches() ? days.fiscalYear(Integer.parseInt(key)) : key;
    }

    private String scheme(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? year(key) : year(key.substring(0, slash)) + " " + key.substring(slash + 1);
    }

    private String part(String key) {
        int slash = key.indexOf('/');
        String department = slash < 0 ? key : key.substring(0, slash);
        String inWords = words.known("part", department).orElseGet(() -> department(recordItself(), department));
        return slash < 0 ? inWords : joined(inWords, value(Employment.getDescriptor(), key.substring(slash + 1)));
    }

    private List<Part> recordItself() {
        return record.message().map(Part::new).stream().toList();
    }

    private String census(String key) {
        String[] parts = key.split("/", 2);
        String size = parts.length < 2 ? "" : parts[1].replace('-', '_');
        return joined(value(Industry.getDescriptor(), parts[0]), value(SizeClass.getDescriptor(), size));
    }

    private String joined(String... parts) {
        return String.join(
                phrases.of("beside"),
                Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }

    /** The value whose name begins so, without the name of its type; what is no value as it stands there. */
    private String value(EnumDescriptor type, String word) {
        String name = "_" + word.toUpperCase(Locale.ROOT);
        return type.getValues().stream()
                .filter(value -> !word.isEmpty() && isCalled(value, name))
                .map(words::value)
                .findFirst()
                .orElse(word);
    }

    private static boolean isCalled(EnumValueDescriptor value, String name) {
        String own = value.getName();
        boolean isLetterOfIndustry = value.getType().equals(Industry.getDescriptor());
        return isLetterOfIndustry ? own.startsWith("INDUSTRY" + name + "_") : own.endsWith(name);
    }

    private String codes(String key) {
        Matcher numbers = CODES.matcher(key);
        return numbers.matches() ? codes(numbers.group(1), numbers.group(2)) : key;
    }

    /** Slips say one more than the number, from 1 on. */
    private String codes(String first, String last) {
        return phrases.of("codes", Long.parseLong(first) + 1, Long.parseLong(last) + 1);
    }
}
