package tsunagi.server.conflict;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * The open conflicts of teams. Which records have any is told by a plain table, seconds behind the log; what is open in them is
 * always as the record stands, so that what was just settled is gone at once.
 */
public final class Conflicts {
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    /** Where a filter lets little through, so many records are looked at in one go. */
    private static final int RECORDS_AT_ONCE = 100;

    private final RecordRows rows = new RecordRows();

    /** The open conflicts of some records, along the key of the plain table. */
    public ConflictPage page(
            Connection connection, UUID teamId, ConflictFilter filter, Optional<ConflictPlace> after, int recordsMax)
            throws SQLException {
        List<OpenConflict> found = new ArrayList<>();
        Optional<ConflictPlace> place = after;
        int records = 0;
        while (true) {
            List<ConflictPlace> places = places(connection, teamId, filter, place);
            Map<ConflictPlace, RecordState> states = states(connection, teamId, places);
            for (ConflictPlace next : places) {
                List<OpenConflict> open = open(states.get(next), filter);
                if (!open.isEmpty() && records == recordsMax) {
                    return new ConflictPage(found, place);
                }
                found.addAll(open);
                records += open.isEmpty() ? 0 : 1;
                place = Optional.of(next);
            }
            if (places.size() < RECORDS_AT_ONCE) {
                return new ConflictPage(found, Optional.empty());
            }
        }
    }

    /** What is open in one record, in the order of its fields. */
    public List<OpenConflict> of(Connection connection, RecordKey key) throws SQLException {
        return rows.find(connection, key)
                .map(StoredRecord::toState)
                .map(Conflicts::open)
                .orElse(List.of());
    }

    /** One of them; empty when nothing is open there. */
    public Optional<OpenConflict> find(Connection connection, RecordKey key, FieldPath path) throws SQLException {
        return of(connection, key).stream()
                .filter(open -> open.path().equals(path))
                .findFirst();
    }

    /** A record as it stands; empty when nobody said anything about it, or it lives no more. */
    public Optional<RecordState> state(Connection connection, RecordKey key) throws SQLException {
        return rows.find(connection, key).map(StoredRecord::toState).filter(state -> state.life()
                .isAlive());
    }

    /** How many fields wait in a team, as far as the plain table is. */
    public int count(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "SELECT count(*) AS number FROM conflict WHERE team_id = ?", teamId.toString())
                .first(row -> row.smallNumber("number"))
                .orElse(0);
    }

    /** What a field is called in the schema; its number when it is not known. */
    public static String nameOf(RecordKey key, FieldPath path) {
        return SCHEMAS.find(key.type())
                .flatMap(schema -> schema.field(path.number()))
                .map(field -> field.getName())
                .orElse(Integer.toString(path.number()));
    }

    /** What plain tables and links call a type; its number when this program does not know it. */
    public static String typeName(int type) {
        return Optional.ofNullable(RecordType.forNumber(type))
                .filter(TypeWords.ALL::contains)
                .map(TypeWords::of)
                .orElse(Integer.toString(type));
    }

    /** Reads what {@link #typeName} wrote. */
    public static Optional<Integer> typeNumber(String name) {
        return TypeWords.find(name)
                .map(RecordType::getNumber)
                .or(() -> name.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(name)) : Optional.empty());
    }

    private static List<OpenConflict> open(RecordState state) {
        return state.life().isAlive()
                ? state.conflicts().values().stream()
                        .map(conflict -> new OpenConflict(state, conflict))
                        .toList()
                : List.of();
    }

    private static List<OpenConflict> open(RecordState state, ConflictFilter filter) {
        return state == null
                ? List.of()
                : open(state).stream()
                        .filter(open -> filter.letsThrough(open, nameOf(open.key(), open.path())))
                        .toList();
    }

    private static List<ConflictPlace> places(
            Connection connection, UUID teamId, ConflictFilter filter, Optional<ConflictPlace> after)
            throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT DISTINCT record_type, record_id FROM conflict WHERE team_id = ?");
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        filter.typeName().ifPresent(type -> {
            sql.append(" AND record_type = ?");
            arguments.add(type);
        });
        filter.fieldName().ifPresent(field -> {
            sql.append(" AND field_name = ?");
            arguments.add(field);
        });
        after.ifPresent(place -> {
            sql.append(" AND (record_type, record_id) > (?, ?)");
            arguments.addAll(List.of(place.typeName(), place.recordId().toString()));
        });
        sql.append(" ORDER BY record_type, record_id LIMIT ").append(RECORDS_AT_ONCE);
        return Sql.of(connection, sql.toString(), arguments.toArray())
                .list(row -> new ConflictPlace(row.text("record_type"), UUID.fromString(row.text("record_id"))));
    }

    private Map<ConflictPlace, RecordState> states(Connection connection, UUID teamId, List<ConflictPlace> places)
            throws SQLException {
        Map<RecordKey, ConflictPlace> keys = new LinkedHashMap<>();
        places.forEach(place -> keys.put(key(teamId, place), place));
        Map<ConflictPlace, RecordState> states = new LinkedHashMap<>();
        for (StoredRecord record : rows.find(connection, teamId, keys.keySet())) {
            states.put(keys.get(record.key()), record.toState());
        }
        return states;
    }

    private static RecordKey key(UUID teamId, ConflictPlace place) {
        return new RecordKey(teamId, typeNumber(place.typeName()).orElseThrow(), place.recordId());
    }
}
