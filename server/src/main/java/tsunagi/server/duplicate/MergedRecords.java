package tsunagi.server.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.merge.Absorption.Decision;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Sql;

/** The records that people declared duplicates, and what goes along with one that they may. Thread-safe. */
public final class MergedRecords {
    /**
     * One of them.
     *
     * @param revision of the change that said so, by which the list goes on
     */
    public record Merged(RecordKey record, UUID successorId, String personId, long atMs, long revision) {
        public RecordKey successor() {
            return record.withId(successorId);
        }
    }

    /** Those said before this revision, the last first. */
    public List<Merged> list(Connection connection, UUID teamId, long before, int most) throws SQLException {
        return Sql.of(connection, """
                        SELECT absorption.record_type, absorption.record_id, absorption.successor_id,
                            change_log.author_person_id, change_log.corrected_at_ms, change_log.revision
                        FROM absorption JOIN change_log ON change_log.team_id = absorption.team_id
                            AND change_log.change_id = absorption.change_id
                        WHERE absorption.team_id = ? AND absorption.decision = ? AND change_log.revision < ?
                        ORDER BY change_log.revision DESC LIMIT %d
                        """.formatted(most), teamId, Decision.BY_A_PERSON, before)
                .list(row -> new Merged(
                        new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id")),
                        row.id("successor_id"),
                        row.text("author_person_id"),
                        row.number("corrected_at_ms"),
                        row.number("revision")));
    }

    /** How many records of each type name this one, as far as the plain tables are. */
    public Map<Integer, Long> naming(Connection connection, RecordKey key) throws SQLException {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        RecordType type = RecordType.forNumber(key.type());
        String column = type == RecordType.RECORD_TYPE_WORKPLACE
                ? "workplace_id"
                : type == RecordType.RECORD_TYPE_VISIT ? "visit_id" : "";
        if (!column.isEmpty()) {
            Sql.of(
                            connection,
                            "SELECT record_type, COUNT(*) AS number FROM record_line WHERE team_id = ? AND life = 'alive' AND "
                                    + column + " = ? GROUP BY record_type",
                            key.teamId().toString(),
                            key.id().toString())
                    .visit(row -> {
                        long number = row.number("number");
                        TypeWords.find(row.text("record_type"))
                                .ifPresent(found -> counts.put(found.getNumber(), number));
                        return true;
                    });
        } else if (type == RecordType.RECORD_TYPE_PARTICIPANT) {
            count(connection, key, RecordType.RECORD_TYPE_ATTENDANCE, "attendance", "participant_id", counts);
        } else if (type == RecordType.RECORD_TYPE_CONTACT) {
            count(connection, key, RecordType.RECORD_TYPE_VISIT, "visit_met_contact", "met_contact_id", counts);
        }
        return counts;
    }

    private static void count(
            Connection connection, RecordKey key, RecordType of, String table, String column, Map<Integer, Long> counts)
            throws SQLException {
        long number = Sql.of(
                        connection,
                        "SELECT COUNT(*) AS number FROM " + table + " WHERE team_id = ? AND " + column + " = ?",
                        key.teamId().toString(),
                        key.id().toString())
                .first(row -> row.number("number"))
                .orElse(0L);
        if (number > 0) {
            counts.put(of.getNumber(), number);
        }
    }
}
