package tsunagi.server.console.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** What a team's log took in since some time, by person, body and tablet. */
final class Arrivals {
    private static final String GROUPS = """
            SELECT came.author_person_id, person.name AS person_name, body.name AS body_name, device.name AS device_name,
                CASE WHEN LENGTH(device.public_key) > 0 THEN 1 ELSE 0 END AS is_tablet,
                came.records, came.last_at_ms
            FROM (
                SELECT author_person_id, body_id, carrier_device_id, COUNT(DISTINCT record_id) AS records,
                    MAX(received_at_ms) AS last_at_ms
                FROM change_log WHERE team_id = ? AND revision >= ?
                GROUP BY author_person_id, body_id, carrier_device_id
            ) came
            LEFT JOIN person ON person.person_id = came.author_person_id
            LEFT JOIN body ON body.body_id = came.body_id
            LEFT JOIN device ON device.device_id = came.carrier_device_id
            ORDER BY came.last_at_ms DESC, came.author_person_id
            """;

    private final Connection connection;
    private final UUID teamId;

    Arrivals(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /**
     * What somebody's tablet brought.
     *
     * @param device empty when it was written at the console, or nobody knows the tablet
     */
    record Arrival(
            String personId,
            Optional<String> person,
            Optional<String> body,
            Optional<String> device,
            long records,
            long lastAtMs) {}

    /** The latest first. */
    List<Arrival> since(long sinceMs) throws SQLException {
        return Sql.of(connection, GROUPS, teamId, firstRevisionSince(sinceMs)).list(Arrivals::arrival);
    }

    /** Revisions are given out in time, so it is found by halves; there is no index by time. */
    private long firstRevisionSince(long sinceMs) throws SQLException {
        long low = 1;
        long beyond = 1
                + Sql.of(connection, "SELECT head FROM team WHERE team_id = ?", teamId)
                        .first(row -> row.number("head"))
                        .orElse(0L);
        while (low < beyond) {
            long middle = (low + beyond) / 2;
            long atMs = Sql.of(
                            connection,
                            "SELECT received_at_ms FROM change_log WHERE team_id = ? AND revision = ?",
                            teamId,
                            middle)
                    .first(row -> row.number("received_at_ms"))
                    .orElse(0L);
            if (atMs < sinceMs) {
                low = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return low;
    }

    private static Arrival arrival(Row row) throws SQLException {
        return new Arrival(
                row.text("author_person_id"),
                row.optionalText("person_name"),
                row.optionalText("body_name"),
                row.truth("is_tablet") ? row.optionalText("device_name") : Optional.empty(),
                row.number("records"),
                row.number("last_at_ms"));
    }
}
