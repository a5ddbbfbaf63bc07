package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/** When records reached the server first: what came after a programme was closed is counted, and marked. */
final class Receipts {
    private static final int IDS_PER_STATEMENT = 100;

    private Receipts() {}

    /** The days, in Japan, of the first changes of these records of one team. */
    static Map<RecordKey, String> firstDays(Connection connection, UUID teamId, List<StoredRecord> records)
            throws SQLException {
        Map<RecordKey, String> days = new HashMap<>();
        Map<Integer, List<UUID>> byType = records.stream()
                .map(StoredRecord::key)
                .collect(
                        Collectors.groupingBy(RecordKey::type, Collectors.mapping(RecordKey::id, Collectors.toList())));
        for (Map.Entry<Integer, List<UUID>> type : byType.entrySet()) {
            for (List<UUID> some : Slices.of(type.getValue(), IDS_PER_STATEMENT)) {
                days.putAll(firstDays(connection, teamId, type.getKey(), some));
            }
        }
        return days;
    }

    private static Map<RecordKey, String> firstDays(Connection connection, UUID teamId, int type, List<UUID> ids)
            throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId, type));
        arguments.addAll(ids);
        arguments.add(teamId);
        Map<RecordKey, String> days = new HashMap<>();
        Sql.of(connection, """
                        SELECT change_log.record_id, change_log.received_at_ms
                        FROM (
                            SELECT record_id, MIN(revision) AS revision FROM change_log
                            WHERE team_id = ? AND record_type = ? AND record_id IN (%s) GROUP BY record_id
                        ) first_change
                        JOIN change_log ON change_log.team_id = ? AND change_log.revision = first_change.revision
                        """.formatted(Sql.marks(ids.size())), arguments.toArray())
                .visit(row -> {
                    Instant receivedAt = Instant.ofEpochMilli(row.number("received_at_ms"));
                    days.put(
                            new RecordKey(teamId, type, row.id("record_id")),
                            receivedAt.atZone(JapaneseDays.TIME).toLocalDate().toString());
                    return true;
                });
        return days;
    }
}
