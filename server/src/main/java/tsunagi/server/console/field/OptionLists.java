package tsunagi.server.console.field;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.server.console.page.ConsoleWords;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.FieldKind;
import tsunagi.server.words.KeyKind;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;

/** What can be chosen in the inputs of one record; what stands in one of them is always among it. */
final class OptionLists {
    private static final int YEARS_AHEAD = 2;
    private static final int YEARS_BACK = 12;
    private static final List<String> WITH_PEOPLE = List.of("members", "attendees", "minutes_sent");

    private final RecordWords words;
    private final ConsoleWords says;
    private final DayWords days;
    private final Choices choices;
    private final String root;
    private final Entered entered;

    OptionLists(Language language, Choices choices, String root, Entered entered) {
        this.words = RecordWords.in(language);
        this.says = ConsoleWords.of(language);
        this.days = DayWords.in(language);
        this.choices = choices;
        this.root = root;
        this.entered = entered;
    }

    List<Option> yesNo() {
        return List.of(Option.of("true", says.say("field.yes")), Option.of("false", says.say("field.no")));
    }

    List<Option> values(EnumDescriptor type, List<String> current) {
        return withCurrent(
                FieldInputs.valuesOf(type, words),
                current,
                number -> words.value(type.findValueByNumberCreatingIfUnknown(Integer.parseInt(number))));
    }

    List<Option> one(FieldShape shape) {
        return switch (shape) {
            case FISCAL_YEAR -> years();
            case PERSON -> choices.people();
            case BODY -> choices.bodies();
            case THEME -> choices.themes();
            case DEPARTMENT -> departments();
            case REPORTING_GROUP -> made("reporting_groups");
            case MEMBER -> somebody();
            default -> throw new IllegalArgumentException("nothing to choose from for " + shape);
        };
    }

    /** What can be ticked in a field of several. */
    List<Option> several(FieldDescriptor field, List<String> current) {
        if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            return values(field.getEnumType(), current);
        }
        List<Option> all =
                switch (FieldKind.of(field)) {
                    case PERSON -> choices.people();
                    case BODY -> choices.bodies();
                    case THEME -> choices.themes();
                    case DEPARTMENT -> departments();
                    case MEMBER -> somebody();
                    case SCOPE -> known("scope");
                    default -> List.of();
                };
        return withCurrent(all, current);
    }

    List<Option> withCurrent(List<Option> options, List<String> current) {
        return withCurrent(options, current, value -> value);
    }

    private static List<Option> withCurrent(List<Option> options, List<String> current, UnaryOperator<String> label) {
        List<Option> all = new ArrayList<>(options);
        for (String value : current) {
            if (options.stream().noneMatch(option -> option.value().equals(value))) {
                all.add(Option.of(value, label.apply(value)));
            }
        }
        return all;
    }

    /** Records to choose from: those that stand there first. */
    List<Option> records(RecordType type, String find, List<String> current) {
        Map<String, Option> all = new LinkedHashMap<>();
        called(type, current).forEach(option -> all.put(option.value(), option));
        choices.records(type, find).forEach(option -> all.putIfAbsent(option.value(), option));
        return List.copyOf(all.values());
    }

    /** Chosen records, by their names. */
    List<Option> called(RecordType type, List<String> ids) {
        return ids.stream()
                .map(id -> new Option(
                        id, choices.title(type, id).orElseGet(() -> says.say("field.unknown", id)), true, ""))
                .toList();
    }

    private List<Option> years() {
        List<Option> years = new ArrayList<>();
        int now = choices.fiscalYear();
        for (int year = now + YEARS_AHEAD; year >= now - YEARS_BACK; year--) {
            years.add(Option.of(Integer.toString(year), days.fiscalYear(year)));
        }
        return years;
    }

    private List<Option> departments() {
        List<Option> own = made("departments");
        if (!own.isEmpty()) {
            return own;
        }
        return Optional.of(entered.line(root + ".workplace_id"))
                .filter(id -> !id.isEmpty())
                .or(() -> choices.workplaceOfVisit(entered.line(root + ".visit_id")))
                .map(choices::departments)
                .orElse(List.of());
    }

    /** The entries of a map of this record, by their names. */
    private List<Option> made(String map) {
        String rows = root + "." + map;
        return entered.all(rows).stream()
                .map(token -> Entered.row(rows, token))
                .filter(row -> !entered.line(row + Entered.KEY).isEmpty())
                .map(row -> {
                    String key = entered.line(row + Entered.KEY);
                    String name = entered.line(row + ".name");
                    return Option.of(key, name.isEmpty() ? key : name);
                })
                .toList();
    }

    /** Those who take part in what the record is about. */
    private List<Option> somebody() {
        List<Option> known = new ArrayList<>(choices.people());
        List<Option> all = new ArrayList<>();
        for (String map : WITH_PEOPLE) {
            for (Option entry : made(map)) {
                Optional<Option> person = known.stream()
                        .filter(each -> each.value().equals(entry.value()))
                        .findFirst();
                all.add(person.or(() -> choices.title(RecordType.RECORD_TYPE_CONTACT, entry.value())
                                .map(title -> Option.of(entry.value(), title)))
                        .orElse(entry));
            }
        }
        return all;
    }

    private List<Option> known(String kind) {
        return words.knownKeys(kind).stream()
                .map(key -> Option.of(key, words.known(kind, key).orElse(key)))
                .toList();
    }

    /** Whether a person says what the entries of a map are known by. */
    boolean choosesKey(FieldDescriptor map) {
        return KeyKind.of(map) != KeyKind.MADE;
    }

    String keyLabel(FieldDescriptor map) {
        return says.say("field.key." + KeyKind.of(map).name().toLowerCase(Locale.ROOT));
    }

    String keyHint(FieldDescriptor map) {
        return switch (KeyKind.of(map)) {
            case SCHEME -> says.say("field.key.scheme.hint");
            case PART -> says.say("field.key.part.hint");
            case CODES -> says.say("field.key.codes.hint");
            case CENSUS -> says.say("field.key.census.hint");
            default -> "";
        };
    }

    /** The type of record whose id the key is, where it is always one. */
    Optional<RecordType> keyType(FieldDescriptor map) {
        return switch (KeyKind.of(map)) {
            case MATERIAL -> Optional.of(RecordType.RECORD_TYPE_MATERIAL);
            case WORKSHOP -> Optional.of(RecordType.RECORD_TYPE_WORKSHOP);
            default -> Optional.empty();
        };
    }

    /** What the key can be; nothing where a person types it. */
    List<Option> keys(FieldDescriptor map, String current) {
        return switch (KeyKind.of(map)) {
            case SOMEBODY -> WITH_PEOPLE.contains(map.getName()) ? people(map, current) : somebody();
            case THEME -> choices.themes();
            case DEVICE -> known("device");
            case SCOPE -> known("scope");
            case FISCAL_YEAR -> years();
            case AUDIENCE -> {
                List<Option> all = new ArrayList<>(known("audience"));
                all.addAll(choices.bodies());
                yield all;
            }
            default ->
                map.getFullName().equals(Response.getDescriptor().getFullName() + ".answers")
                        ? choices.questions(entered.line(root + ".form_version_id"))
                        : List.of();
        };
    }

    private List<Option> people(FieldDescriptor map, String current) {
        List<Option> all = new ArrayList<>();
        if (map.getName().equals("minutes_sent")) {
            choices.bodies().forEach(body -> all.add(body.under(says.say("field.group.bodies"))));
        } else {
            choices.people().forEach(person -> all.add(person.under(says.say("field.group.people"))));
        }
        if (!map.getName().equals("members")) {
            choices.records(RecordType.RECORD_TYPE_CONTACT, "")
                    .forEach(contact -> all.add(contact.under(says.say("field.group.contacts"))));
        }
        boolean isListed =
                current.isEmpty() || all.stream().anyMatch(each -> each.value().equals(current));
        Optional<String> contact = isListed ? Optional.empty() : choices.title(RecordType.RECORD_TYPE_CONTACT, current);
        contact.ifPresent(title -> all.add(Option.of(current, title).under(says.say("field.group.contacts"))));
        boolean isNamed = !isListed && contact.isEmpty();
        String byName = isNamed ? current : FieldReader.BY_NAME;
        all.add(Option.of(byName, says.say("field.by_name")).under(says.say("field.group.others")));
        return all;
    }
}
