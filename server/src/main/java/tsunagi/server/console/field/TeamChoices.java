package tsunagi.server.console.field;

import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.calendar.FiscalYear;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Theme;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordLine;
import tsunagi.server.search.RecordSearch;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Members;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.Title;

/** What there is to choose from, as the database has it: for one look at a page. Not thread-safe. */
public final class TeamChoices implements Choices {
    /** More than these are found by typing. */
    private static final int RECORDS_MAX = 40;

    private static final int LABEL_MAX = 60;

    private final Database database;
    private final UUID teamId;
    private final Language language;
    private final Clock clock;
    private final RecordRows rows = new RecordRows();
    private final Members members = new Members();
    private final Map<String, List<Option>> lists = new HashMap<>();
    private final Map<String, Optional<String>> titles = new HashMap<>();

    public TeamChoices(Database database, UUID teamId, Language language, Clock clock) {
        this.database = database;
        this.teamId = teamId;
        this.language = language;
        this.clock = clock;
    }

    /** Those who are members now; others stand by their names where they were chosen. */
    @Override
    public List<Option> people() {
        return lists.computeIfAbsent(
                "people",
                key -> database.read(connection -> {
                    Map<String, Option> people = new LinkedHashMap<>();
                    Sql.of(connection, """
                            SELECT DISTINCT person.person_id, person.name FROM membership
                            JOIN person ON person.person_id = membership.person_id
                            WHERE membership.team_id = ? AND membership.revoked_at_ms IS NULL
                            ORDER BY person.name, person.person_id
                            """, teamId)
                            .list(row -> Option.of(row.text("person_id"), row.text("name")))
                            .forEach(person -> people.putIfAbsent(person.value(), person));
                    return List.copyOf(people.values());
                }));
    }

    @Override
    public List<Option> bodies() {
        return lists.computeIfAbsent(
                "bodies",
                key -> database.read(connection -> Sql.of(connection, "SELECT body_id, name FROM body ORDER BY name")
                        .list(row -> Option.of(row.text("body_id"), row.text("name")))));
    }

    /** Those that every team knows, and this team's own; what it words itself stands as it words it. */
    @Override
    public List<Option> themes() {
        return lists.computeIfAbsent("themes", key -> {
            RecordWords words = RecordWords.in(language);
            Map<String, Option> themes = new LinkedHashMap<>();
            for (String theme : words.knownKeys("theme")) {
                themes.put(theme, Option.of(theme, words.theme(theme).orElse(theme)));
            }
            for (StoredRecord record :
                    database.read(connection -> rows.living(connection, teamId, RecordType.RECORD_TYPE_THEME_VALUE))) {
                Theme theme = theme(record);
                if (!theme.getKey().isEmpty()) {
                    String label = theme.getLabel().isEmpty() ? theme.getKey() : theme.getLabel();
                    themes.put(theme.getKey(), Option.of(theme.getKey(), label));
                }
            }
            return List.copyOf(themes.values());
        });
    }

    private static Theme theme(StoredRecord record) {
        try {
            return Theme.parseFrom(record.body());
        } catch (InvalidProtocolBufferException e) {
            return Theme.getDefaultInstance();
        }
    }

    @Override
    public List<Option> records(RecordType type, String words) {
        return lists.computeIfAbsent(
                type + " " + words, key -> database.read(connection -> found(connection, type, words)));
    }

    private List<Option> found(Connection connection, RecordType type, String words) throws SQLException {
        RecordFilter filter = RecordFilter.of(teamId).ofTypes(type).withText(words);
        List<RecordKey> keys = new RecordSearch(database)
                .page(filter, new PagePlace.First(), RECORDS_MAX).rows().stream()
                        .map(RecordLine::key)
                        .toList();
        Map<RecordKey, Title> found = new DatabaseNames(connection, teamId, language).titles(keys);
        List<Option> options = new ArrayList<>();
        found.forEach((key, title) -> options.add(Option.of(key.id().toString(), label(title))));
        return options;
    }

    private static String label(Title title) {
        String all = title.detail().isEmpty() ? title.line() : title.line() + "　" + title.detail();
        return all.codePointCount(0, all.length()) > LABEL_MAX
                ? all.substring(0, all.offsetByCodePoints(0, LABEL_MAX)) + "…"
                : all;
    }

    @Override
    public Optional<String> title(RecordType type, String id) {
        return titles.computeIfAbsent(type + " " + id, name -> key(type, id)
                .flatMap(key ->
                        database.read(connection -> new DatabaseNames(connection, teamId, language).record(key))));
    }

    private Optional<RecordKey> key(RecordType type, String id) {
        try {
            return Optional.of(new RecordKey(teamId, type.getNumber(), UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Option> departments(String workplaceId) {
        return body(RecordType.RECORD_TYPE_WORKPLACE, workplaceId)
                .map(record -> {
                    try {
                        List<Option> departments = new ArrayList<>();
                        Workplace.parseFrom(record.body())
                                .getDepartmentsMap()
                                .forEach((departmentKey, department) ->
                                        departments.add(Option.of(departmentKey, department.getName())));
                        return departments;
                    } catch (InvalidProtocolBufferException e) {
                        return List.<Option>of();
                    }
                })
                .orElse(List.of());
    }

    @Override
    public Optional<String> workplaceOfVisit(String visitId) {
        return body(RecordType.RECORD_TYPE_VISIT, visitId).flatMap(record -> {
            try {
                return Optional.of(Visit.parseFrom(record.body()).getWorkplaceId())
                        .filter(id -> !id.isEmpty());
            } catch (InvalidProtocolBufferException e) {
                return Optional.empty();
            }
        });
    }

    /** As the form words them; where its file is not here, those that its scales count. */
    @Override
    public List<Option> questions(String formVersionId) {
        return key(RecordType.RECORD_TYPE_FORM_VERSION, formVersionId)
                .map(key -> new QuestionWords(database, key, language).all())
                .orElse(List.of());
    }

    private Optional<StoredRecord> body(RecordType type, String id) {
        return key(type, id).flatMap(key -> database.read(connection -> rows.find(connection, key)));
    }

    @Override
    public int fiscalYear() {
        return FiscalYear.of(DayWords.dayOf(clock.millis())).startingYear();
    }

    @Override
    public Optional<String> bodyOf(String personId) {
        long nowMs = clock.millis();
        return database.read(connection -> members.of(connection, teamId, personId)).stream()
                .filter(membership -> !membership.isRevoked() && membership.covers(nowMs))
                .findFirst()
                .flatMap(membership -> membership.bodyId());
    }
}
