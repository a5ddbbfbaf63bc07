package tsunagi.server.words;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;

/** The forms in which titles of records are put, for one record. */
final class TitleWords {
    private static final int BRIEF_MAX = 40;
    private static final int PEOPLE_MAX = 4;

    private final RecordWords words;
    private final Phrases phrases;
    private final DayWords days;
    private final NameWords names;
    private final KeyWords keys;
    private final ShownRecord record;

    TitleWords(Language language, NameSource source, ShownRecord record) {
        this.words = RecordWords.in(language);
        this.phrases = Phrases.in(language);
        this.days = DayWords.in(language);
        this.names = new NameWords(language, source);
        this.keys = new KeyWords(language, names, record);
        this.record = record;
    }

    /** A title of these; the details that are empty are left out. */
    Title title(String line, String... details) {
        return new Title(
                line,
                Stream.of(details)
                        .filter(detail -> !detail.isEmpty())
                        .collect(Collectors.joining(phrases.of("title.between"))));
    }

    /** Something on a day: 2024年7月8日 訪問. */
    String dated(String day, String what) {
        return day.isEmpty() ? phrases.of("title.without_day", what) : phrases.of("title.dated", days.day(day), what);
    }

    /** Something and where it is: 訪問（丸山酒造）. */
    String of(String what, String where) {
        return where.isEmpty() ? what : phrases.of("with", what, where);
    }

    /** Two things of which the first has the second: 丸山酒造 実施前. */
    String part(String whole, String part) {
        return whole.isEmpty() || part.isEmpty() ? whole + part : phrases.of("title.part", whole, part);
    }

    /** A name, or that there is none. */
    String named(String name) {
        return name.isBlank() ? phrases.of("title.without_name") : name;
    }

    String phrase(String phrase, Object... parts) {
        return phrases.of(phrase, parts);
    }

    /** A day in such a phrase; empty without one. */
    String day(String phrase, String day) {
        return day.isEmpty() ? "" : phrases.of(phrase, days.day(day));
    }

    String minutes(int minutes) {
        return minutes == 0 ? "" : days.minutes(minutes);
    }

    String people(int people) {
        return phrases.of("unit.people.said", people);
    }

    /** The word for a type of record. */
    String type(RecordType type) {
        return words.type(type);
    }

    /** The word for a value; empty where nothing is said. */
    String value(ProtocolMessageEnum value) {
        boolean isSaid = !"UNRECOGNIZED".equals(((Enum<?>) value).name()) && value.getNumber() != 0;
        return isSaid ? words.value(value) : "";
    }

    String values(Collection<? extends ProtocolMessageEnum> values) {
        return joined(values.stream().map(this::value));
    }

    String themes(Collection<String> themeKeys) {
        return joined(themeKeys.stream().map(names::theme));
    }

    String person(String id) {
        return id.isEmpty() ? "" : names.person(id);
    }

    String body(String id) {
        return id.isEmpty() ? "" : names.body(id);
    }

    /** Another record; empty when none is named. */
    String record(RecordType type, String id) {
        return record(type.getNumber(), id);
    }

    /** Another record of a type that need not be known here; empty when none is named. */
    String record(int type, String id) {
        return id.isEmpty()
                ? ""
                : NameWords.key(record.key(), type, id)
                        .flatMap(names.source()::record)
                        .orElseGet(() -> phrases.of("title.unknown", words.type(type)));
    }

    String workplace(String id) {
        return record(RecordType.RECORD_TYPE_WORKPLACE, id);
    }

    /** The department of this key, of the workplace that this record is about. */
    String department(String key) {
        List<Part> within = record.message().map(Part::new).stream().toList();
        return key.isEmpty() ? "" : keys.department(within, key);
    }

    /** These members of the record, whoever answers for it first: the first few, and how many more. */
    String members(Map<String, StaffMember> members) {
        Comparator<Map.Entry<String, StaffMember>> leadLast =
                Comparator.comparing(member -> member.getValue().getRole() == StaffRole.STAFF_ROLE_LEAD);
        String some = joined(members.entrySet().stream()
                .sorted(leadLast.reversed())
                .limit(PEOPLE_MAX)
                .map(member -> keys.somebody(member.getKey())));
        int more = members.size() - PEOPLE_MAX;
        return more > 0 ? phrases.of("title.and_others", some, more) : some;
    }

    String municipality(String code) {
        return code.isEmpty() ? "" : phrases.of("title.municipality", code);
    }

    /** A statistic by its key. */
    String statistic(String key) {
        return words.known("statistic", key).orElse(key);
    }

    /** A theme by its key. */
    String theme(String key) {
        return names.theme(key);
    }

    /** The first line of a text, cut where it is long. */
    String brief(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) > BRIEF_MAX
                ? line.substring(0, line.offsetByCodePoints(0, BRIEF_MAX)) + "…"
                : line;
    }

    /** The first of these that is not empty. */
    static String first(String... choices) {
        return Stream.of(choices)
                .filter(choice -> !choice.isEmpty())
                .findFirst()
                .orElse("");
    }

    String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(phrases.of("between")));
    }
}
