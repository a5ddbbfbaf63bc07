package tsunagi.server.console.conflict;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.conflict.ConflictFilter;
import tsunagi.server.conflict.ConflictPage;
import tsunagi.server.conflict.ConflictPlace;
import tsunagi.server.conflict.Conflicts;
import tsunagi.server.conflict.OpenConflict;
import tsunagi.server.console.conflict.ConflictList.Choice;
import tsunagi.server.console.conflict.ConflictList.Filter;
import tsunagi.server.console.conflict.ConflictList.Item;
import tsunagi.server.console.conflict.ConflictList.Line;
import tsunagi.server.console.conflict.ConflictList.Side;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Sql;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.Title;
import tsunagi.server.words.ValueText;

/** Puts the list of a team's conflicts into words. */
final class ConflictLists {
    private static final int RECORDS_MAX = 50;
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();

    private final Conflicts conflicts = new Conflicts();

    /** A kind of value somebody may be interested in, such as the members of the team. */
    private record Known(Set<String> people, Set<String> bodies) {}

    ConflictList list(Connection connection, Supervisor supervisor, FormFields asked, String trouble)
            throws SQLException {
        Page page = supervisor.page();
        UUID teamId = supervisor.teamId();
        ConflictFilter filter = filter(asked);
        ConflictPage found = conflicts.page(
                connection, teamId, filter, asked.text("after").flatMap(ConflictPlace::parse), RECORDS_MAX);
        List<Choice> kinds = kinds(connection, supervisor, asked.text("what").orElse(""));
        Known known = members(connection, teamId);
        Writers writers = new Writers(connection, page);
        return new DatabaseNames(connection, teamId, page.language()).allFor(names -> {
            List<Choice> people = people(known, names, "", asked.text("person").orElse(""));
            List<Choice> bodies = bodies(known, names, "", asked.text("body").orElse(""));
            return new ConflictList(
                    List.of(
                            new Filter("what", page.say("conflict.filter.what"), kinds),
                            new Filter("person", page.say("conflict.filter.person"), people),
                            new Filter("body", page.say("conflict.filter.body"), bodies)),
                    !filter.isAll(),
                    items(page, names, writers, found.conflicts()),
                    ways(page, known, names),
                    found.next().map(next -> link(page, asked, next)).orElse(""),
                    trouble);
        });
    }

    static ConflictFilter filter(FormFields asked) {
        Optional<String> what = asked.text("what");
        Optional<String> type = what.map(text -> text.split("\\.", 2)[0]);
        Optional<String> field = what.filter(text -> text.contains(".")).map(text -> text.split("\\.", 2)[1]);
        return new ConflictFilter(type, field, asked.text("person"), asked.text("body"));
    }

    /** Where a record's conflicts are settled. */
    static String address(Page page, RecordKey key) {
        return page.in("/conflicts/" + Conflicts.typeName(key.type()) + "/" + key.id());
    }

    private static String link(Page page, FormFields asked, ConflictPlace next) {
        StringBuilder link = new StringBuilder(page.in("/conflicts?after=" + next.text()));
        for (String name : List.of("what", "person", "body")) {
            asked.text(name)
                    .ifPresent(
                            value -> link.append('&').append(name).append('=').append(value));
        }
        return link.toString();
    }

    private static List<Item> items(Page page, NameSource names, Writers writers, List<OpenConflict> open) {
        Map<RecordKey, List<OpenConflict>> byRecord = new LinkedHashMap<>();
        open.forEach(one ->
                byRecord.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
        List<Item> items = new ArrayList<>();
        byRecord.forEach((key, ofOne) -> {
            ShownRecord shown = ShownRecord.of(ofOne.get(0).state());
            Title title = new RecordTitle(page.language(), names).of(shown);
            ValueText text = new ValueText(page.language(), names);
            items.add(new Item(
                    RecordWords.in(page.language()).type(key.type()),
                    title.line(),
                    title.detail(),
                    address(page, key),
                    ofOne.stream()
                            .map(one -> new Line(
                                    SeenConflict.of(one).text(),
                                    text.label(shown, one.path()),
                                    sides(text, shown, one, names, writers)))
                            .toList()));
        });
        return items;
    }

    private static List<Side> sides(
            ValueText text, ShownRecord shown, OpenConflict one, NameSource names, Writers writers) {
        return one.sides().stream()
                .map(side -> new Side(
                        text.value(shown, one.path(), side.value()),
                        writers.of(names, side.by()),
                        side.stamp().equals(one.standing().stamp())))
                .toList();
    }

    private static List<Choice> ways(Page page, Known known, NameSource names) {
        List<Choice> ways = new ArrayList<>();
        ways.add(new Choice("latest", page.say("conflict.way.latest"), true));
        ways.add(new Choice("stands", page.say("conflict.way.stands"), false));
        bodies(known, names, "body:", "").forEach(body -> ways.add(labelled(page, body)));
        people(known, names, "person:", "").forEach(person -> ways.add(labelled(page, person)));
        return ways;
    }

    private static Choice labelled(Page page, Choice of) {
        return new Choice(of.value(), page.say("conflict.way.of", of.label()), false);
    }

    private static List<Choice> people(Known known, NameSource names, String prefix, String chosen) {
        return known.people().stream()
                .flatMap(id -> choice(prefix + id, names.person(id), id.equals(chosen)))
                .toList();
    }

    private static List<Choice> bodies(Known known, NameSource names, String prefix, String chosen) {
        return known.bodies().stream()
                .flatMap(id -> choice(prefix + id, names.body(id), id.equals(chosen)))
                .toList();
    }

    private static Stream<Choice> choice(String value, Optional<String> label, boolean isChosen) {
        return label.map(text -> new Choice(value, text, isChosen)).stream();
    }

    private static Known members(Connection connection, UUID teamId) throws SQLException {
        Set<String> people = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        Sql.of(connection, "SELECT person_id, body_id FROM membership WHERE team_id = ? ORDER BY person_id", teamId)
                .visit(row -> {
                    people.add(row.text("person_id"));
                    row.optionalText("body_id").ifPresent(bodies::add);
                    return true;
                });
        return new Known(people, bodies);
    }

    /** The types and fields in which something is open. */
    private static List<Choice> kinds(Connection connection, Supervisor supervisor, String chosen) throws SQLException {
        RecordWords words = RecordWords.in(supervisor.page().language());
        Map<String, String> kinds = new LinkedHashMap<>();
        Sql.of(
                        connection,
                        "SELECT DISTINCT record_type, field_name FROM conflict WHERE team_id = ? ORDER BY 1, 2",
                        supervisor.teamId().toString())
                .visit(row -> {
                    String type = row.text("record_type");
                    String field = row.text("field_name");
                    String label = TypeWords.find(type).map(words::type).orElse(type);
                    kinds.put(type, label);
                    kinds.put(type + "." + field, label + " › " + fieldLabel(words, type, field));
                    return true;
                });
        return kinds.entrySet().stream()
                .map(kind ->
                        new Choice(kind.getKey(), kind.getValue(), kind.getKey().equals(chosen)))
                .toList();
    }

    private static String fieldLabel(RecordWords words, String type, String field) {
        return TypeWords.find(type)
                .flatMap(known -> SCHEMAS.find(known.getNumber())
                        .map(schema -> schema.descriptor().findFieldByName(field))
                        .map(found -> words.field(known.getNumber(), FieldPath.field(found.getNumber()))))
                .orElse(field);
    }
}
