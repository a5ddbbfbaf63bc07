package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * When records of one team reached the server first, and who spoke of them first and last: what came after a programme was closed is
 * counted, and marked.
 */
final class Receipts {
    private static final int IDS_PER_STATEMENT = 100;

    private final Connection connection;
    private final UUID teamId;

    private Receipts(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** What is known of these records; nothing of those that the log does not know. */
    static Map<RecordKey, Receipt> of(Connection connection, UUID teamId, List<StoredRecord> records)
            throws SQLException {
        return new Receipts(connection, teamId).of(records);
    }

    private Map<RecordKey, Receipt> of(List<StoredRecord> records) throws SQLException {
        Map<Long, Receipt.Moved> last = changesAt(records);
        Map<RecordKey, Long> revisions =
                records.stream().collect(Collectors.toMap(StoredRecord::key, StoredRecord::revision));
        Map<Integer, List<UUID>> byType = records.stream()
                .map(StoredRecord::key)
                .collect(
                        Collectors.groupingBy(RecordKey::type, Collectors.mapping(RecordKey::id, Collectors.toList())));
        Map<RecordKey, Receipt> receipts = new HashMap<>();
        for (Map.Entry<Integer, List<UUID>> type : byType.entrySet()) {
            for (List<UUID> some : Slices.of(type.getValue(), IDS_PER_STATEMENT)) {
                first(type.getKey(), some)
                        .forEach((key, first) -> receipts.put(
                                key, Receipt.of(first, Optional.ofNullable(last.get(revisions.get(key))))));
            }
        }
        return receipts;
    }

    private Map<RecordKey, Receipt.Moved> first(int type, List<UUID> ids) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId, type));
        arguments.addAll(ids);
        arguments.add(teamId);
        Map<RecordKey, Receipt.Moved> first = new HashMap<>();
        Sql.of(connection, """
                        SELECT change_log.record_id, change_log.received_at_ms, change_log.author_person_id,
                            change_log.body_id, change_log.corrected_at_ms
                        FROM (
                            SELECT record_id, MIN(revision) AS revision FROM change_log
                            WHERE team_id = ? AND record_type = ? AND record_id IN (%s) GROUP BY record_id
                        ) first_change
                        JOIN change_log ON change_log.team_id = ? AND change_log.revision = first_change.revision
                        """.formatted(Sql.marks(ids.size())), arguments.toArray())
                .visit(row -> {
                    first.put(new RecordKey(teamId, type, row.id("record_id")), moved(row));
                    return true;
                });
        return first;
    }

    /** The changes that moved these records last, by their revisions. */
    private Map<Long, Receipt.Moved> changesAt(List<StoredRecord> records) throws SQLException {
        List<Long> revisions =
                records.stream().map(StoredRecord::revision).distinct().toList();
        Map<Long, Receipt.Moved> changes = new HashMap<>();
        for (List<Long> some : Slices.of(revisions, IDS_PER_STATEMENT)) {
            List<Object> arguments = new ArrayList<>(List.of(teamId));
            arguments.addAll(some);
            Sql.of(
                            connection,
                            "SELECT revision, author_person_id, body_id, corrected_at_ms, received_at_ms FROM change_log"
                                    + " WHERE team_id = ? AND revision IN (" + Sql.marks(some.size()) + ")",
                            arguments.toArray())
                    .visit(row -> {
                        changes.put(row.number("revision"), moved(row));
                        return true;
                    });
        }
        return changes;
    }

    private static Receipt.Moved moved(Row row) throws SQLException {
        return new Receipt.Moved(
                new Receipt.Said(
                        row.text("author_person_id"), row.optionalText("body_id"), row.number("corrected_at_ms")),
                row.number("received_at_ms"));
    }
}
