package tsunagi.server.console.window;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Theme;
import tsunagi.server.console.page.Page;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;

/** What the pages of the window offer to choose, and what they call things. */
final class WindowNames {
    private WindowNames() {}

    static String record(UUID teamId, RecordType type, String id, NameSource names) {
        try {
            return names.record(new RecordKey(teamId, type.getNumber(), UUID.fromString(id)))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static String theme(Page page, NameSource names, String key) {
        return names.theme(key)
                .or(() -> RecordWords.in(page.language()).theme(key))
                .orElse(key);
    }

    /** All bodies that this server knows, by name. */
    static List<RequestShown.Choice> bodies(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT body_id, name FROM body ORDER BY name, body_id")
                .list(row -> new RequestShown.Choice(row.text("body_id"), row.text("name")));
    }

    /** The people of the team now. */
    static List<RequestShown.Choice> people(Connection connection, UUID teamId, long nowMs) throws SQLException {
        return Sql.of(connection, """
                        SELECT DISTINCT person.person_id, person.name FROM membership
                        JOIN person ON person.person_id = membership.person_id
                        WHERE membership.team_id = ? AND membership.from_ms <= ?
                            AND membership.revoked_at_ms IS NULL AND (membership.until_ms IS NULL OR membership.until_ms > ?)
                        ORDER BY person.name, person.person_id
                        """, teamId, nowMs, nowMs)
                .list(row -> new RequestShown.Choice(row.text("person_id"), row.text("name")));
    }

    /** Some workplaces by name, for a list to type into. */
    static List<RequestShown.Choice> workplaces(Connection connection, UUID teamId, int most) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT record_id, title FROM record_line WHERE team_id = ? AND life = 'alive'"
                                + " AND record_type = ? AND title IS NOT NULL ORDER BY sort_day DESC, record_id DESC LIMIT "
                                + most,
                        teamId.toString(),
                        TypeWords.of(RecordType.RECORD_TYPE_WORKPLACE))
                .list(row -> new RequestShown.Choice(row.text("record_id"), row.text("title")))
                .stream()
                .sorted(Comparator.comparing(RequestShown.Choice::name))
                .toList();
    }

    static Map<String, Course> courses(Connection connection, UUID teamId) throws SQLException {
        return living(connection, teamId, RecordType.RECORD_TYPE_COURSE, Course.parser());
    }

    /** The themes that everybody knows and those of the team. */
    static List<RequestShown.Choice> themes(Connection connection, UUID teamId, Page page) throws SQLException {
        Map<String, String> themes = new LinkedHashMap<>();
        RecordWords words = RecordWords.in(page.language());
        words.knownKeys("theme").forEach(key -> themes.put(key, words.theme(key).orElse(key)));
        living(connection, teamId, RecordType.RECORD_TYPE_THEME, Theme.parser())
                .values()
                .forEach(theme -> themes.put(
                        theme.getKey(),
                        theme.getLabel().isEmpty()
                                ? words.theme(theme.getKey()).orElse(theme.getKey())
                                : theme.getLabel()));
        return themes.entrySet().stream()
                .map(theme -> new RequestShown.Choice(theme.getKey(), theme.getValue()))
                .toList();
    }

    static <M extends Message> Map<String, M> living(
            Connection connection, UUID teamId, RecordType type, Parser<M> parser) throws SQLException {
        Map<String, M> found = new LinkedHashMap<>();
        for (StoredRecord stored : new RecordRows().living(connection, teamId, type.getNumber())) {
            found.put(stored.key().id().toString(), parse(stored, parser));
        }
        return found;
    }

    static <M extends Message> M parse(StoredRecord stored, Parser<M> parser) {
        try {
            return parser.parseFrom(stored.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + stored.key() + " do not parse", e);
        }
    }

    static Optional<String> some(String text) {
        return Optional.of(text).filter(said -> !said.isEmpty());
    }
}
