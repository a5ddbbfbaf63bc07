package tsunagi.server.words;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tsunagi.merge.Life;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageException;
import tsunagi.server.storage.StoredRecord;

/**
 * The names that the database has for one team, read on one connection as they are asked for and then kept: for one look
 * at a page, in one transaction. Not thread-safe.
 */
public final class DatabaseNames implements NameSource {
    /** How many ids one statement asks for. */
    private static final int IDS_PER_STATEMENT = 200;

    /**
     * A record as it stands.
     *
     * @param shown its contents, those of a deleted one too
     */
    record Standing(ShownRecord shown, Life life) {}

    private final Connection connection;
    private final UUID teamId;
    private final Language language;
    private final RecordRows rows = new RecordRows();
    private final Map<String, Optional<String>> people = new HashMap<>();
    private final Map<String, Optional<String>> bodies = new HashMap<>();
    private final Map<RecordKey, Optional<Standing>> records = new HashMap<>();

    public DatabaseNames(Connection connection, UUID teamId, Language language) {
        this.connection = connection;
        this.teamId = teamId;
        this.language = language;
    }

    /**
     * Reads all names at once that something needs.
     *
     * @param said what is to be said, by the names it is given; it is asked again, as long as names are missing, so it must do
     *     nothing but say
     */
    public <T> T allFor(Function<NameSource, T> said) {
        return readingAllFor(said::apply);
    }

    private <T> T readingAllFor(Function<KnownNames, T> said) {
        while (true) {
            KnownNames known = new KnownNames(teamId, language, people, bodies, records);
            T result = said.apply(known);
            if (known.isComplete()) {
                return result;
            }
            read(known);
        }
    }

    /** The titles of those records that exist; of one that was absorbed, the title of the one that speaks for it. */
    public Map<RecordKey, Title> titles(Collection<RecordKey> keys) {
        return readingAllFor(names -> {
            Map<RecordKey, Title> titles = new LinkedHashMap<>();
            keys.forEach(key -> names.title(key).ifPresent(title -> titles.put(key, title)));
            return titles;
        });
    }

    @Override
    public Optional<String> person(String personId) {
        return allFor(names -> names.person(personId));
    }

    @Override
    public Optional<String> body(String bodyId) {
        return allFor(names -> names.body(bodyId));
    }

    @Override
    public Optional<String> record(RecordKey key) {
        return allFor(names -> names.record(key));
    }

    @Override
    public Optional<String> department(RecordKey about, String departmentKey) {
        return allFor(names -> names.department(about, departmentKey));
    }

    @Override
    public Optional<String> theme(String themeKey) {
        return allFor(names -> names.theme(themeKey));
    }

    private void read(KnownNames known) {
        try {
            read(known.missingPeople(), "person", people);
            read(known.missingBodies(), "body", bodies);
            read(known.missingRecords());
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private void read(Set<RecordKey> missing) throws SQLException {
        missing.forEach(key -> records.put(key, Optional.empty()));
        for (StoredRecord record : rows.find(connection, teamId, missing)) {
            records.put(
                    record.key(),
                    Optional.of(new Standing(ShownRecord.of(record.key(), record.body()), record.toLife())));
        }
    }

    private void read(Set<String> missing, String table, Map<String, Optional<String>> names) throws SQLException {
        missing.forEach(id -> names.put(id, Optional.empty()));
        for (List<String> some : Slices.of(List.copyOf(missing), IDS_PER_STATEMENT)) {
            Sql.of(
                            connection,
                            "SELECT " + table + "_id AS id, name FROM " + table + " WHERE " + table + "_id IN ("
                                    + Sql.marks(some.size()) + ")",
                            some.toArray())
                    .visit(row -> {
                        names.put(row.text("id"), row.optionalText("name").filter(name -> !name.isBlank()));
                        return true;
                    });
        }
    }
}
