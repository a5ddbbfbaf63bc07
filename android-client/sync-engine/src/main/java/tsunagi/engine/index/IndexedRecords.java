package tsunagi.engine.index;

import java.util.List;
import java.util.UUID;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.record.RecordKey;

/** The records of the index by what they refer to, by their days, and those that are open. */
public final class IndexedRecords {
    private static final String OF_TYPE = "SELECT record_id FROM indexed_record WHERE team_id = ? AND record_type = ?";

    private final LocalDatabase database;

    public IndexedRecords(LocalDatabase database) {
        this.database = database;
    }

    /** Those of a type that refer to this one. */
    public List<UUID> referring(UUID teamId, Reference target, int recordType) {
        return database.query(
                row -> row.id(0),
                "SELECT record_id FROM indexed_reference WHERE team_id = ? AND target_type = ? AND target_id = ?"
                        + " AND record_type = ?",
                teamId,
                target.type(),
                target.id(),
                recordType);
    }

    /** Those of a type that stand on one of these days, both ends among them. */
    public List<UUID> onDays(UUID teamId, int recordType, String from, String to) {
        return database.query(row -> row.id(0), OF_TYPE + " AND day >= ? AND day <= ?", teamId, recordType, from, to);
    }

    /** Those of a type that are open. */
    public List<UUID> open(UUID teamId, int recordType) {
        return database.query(
                row -> row.id(0),
                "SELECT record_id FROM indexed_record INDEXED BY indexed_record_open"
                        + " WHERE team_id = ? AND record_type = ? AND is_open = 1",
                teamId,
                recordType);
    }

    /** Those of a type that are open and stand on one of these days. */
    public List<UUID> openOnDays(UUID teamId, int recordType, String from, String to) {
        return database.query(
                row -> row.id(0), OF_TYPE + " AND is_open = 1 AND day >= ? AND day <= ?", teamId, recordType, from, to);
    }

    /** Those of any type in which values wait for a person to decide. */
    public List<RecordKey> inConflict(UUID teamId) {
        return database.query(
                row -> new RecordKey(teamId, (int) row.integer(0), row.id(1)),
                "SELECT record_type, record_id FROM indexed_conflict WHERE team_id = ? ORDER BY record_type, record_id",
                teamId);
    }

    /** A day on which a record that is not open any more stands, and another that it refers to. */
    public record PastDay(UUID targetId, UUID recordId, String day) {}

    /** All past days of records of a type, with those of another type that they refer to. */
    public List<PastDay> pastDays(UUID teamId, int recordType, int targetType) {
        // A cross join is done in the order it is written in: of all that refers to places, visits are a small part.
        return database.query(
                row -> new PastDay(row.id(0), row.id(1), row.text(2)), """
                SELECT reference.target_id, reference.record_id, record.day FROM indexed_record AS record
                CROSS JOIN indexed_reference AS reference ON reference.team_id = record.team_id
                  AND reference.record_type = record.record_type AND reference.record_id = record.record_id
                WHERE record.team_id = ? AND record.record_type = ? AND record.day IS NOT NULL AND record.is_open = 0
                  AND reference.target_type = ?
                """, teamId, recordType, targetType);
    }
}
