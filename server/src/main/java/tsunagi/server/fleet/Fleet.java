package tsunagi.server.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.TeamSettings;
import tsunagi.server.team.TeamSettings.Setting;

/** The tablets of a team, or all of them; what people write at the server itself comes from none. */
public final class Fleet {
    /** After so many days without a word a tablet is asked about, unless the team decided otherwise. */
    public static final int SILENT_DAYS = 14;

    // What has no key of its own speaks from the server itself.
    private static final String TABLETS = """
            SELECT device.*, (SELECT COUNT(*) FROM device_trouble trouble WHERE trouble.device_id = device.device_id) AS troubles
            FROM device WHERE LENGTH(device.public_key) > 0
            """;

    private static final String ORDER =
            " ORDER BY CASE WHEN device.revoked_at_ms IS NULL THEN 0 ELSE 1 END, device.name, device.device_id";

    private final TeamSettings settings = new TeamSettings();

    /** All of them, those in use first, then by name. */
    public List<TabletState> all(Connection connection) throws SQLException {
        return read(connection, TABLETS + ORDER);
    }

    /** Those that may hold a team. */
    public List<TabletState> of(Connection connection, UUID teamId) throws SQLException {
        return read(
                connection,
                TABLETS + " AND device.device_id IN (SELECT device_id FROM device_team WHERE team_id = ?)" + ORDER,
                teamId);
    }

    public Optional<TabletState> find(Connection connection, UUID deviceId) throws SQLException {
        return read(connection, TABLETS + " AND device.device_id = ?", deviceId).stream()
                .findFirst();
    }

    /** After how many days without a word the team asks about a tablet. */
    public long silentDays(Connection connection, UUID teamId) throws SQLException {
        return settings.find(connection, teamId, Setting.SILENT_DAYS).orElse(SILENT_DAYS);
    }

    /** Those of a team that should have spoken since and did not. */
    public List<TabletState> silent(Connection connection, UUID teamId, long nowMs) throws SQLException {
        long since = nowMs - Duration.ofDays(silentDays(connection, teamId)).toMillis();
        return of(connection, teamId).stream()
                .filter(tablet -> tablet.isSilentSince(since))
                .toList();
    }

    /** Who wrote on a tablet in a team. */
    public List<String> people(Connection connection, UUID teamId, UUID deviceId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT DISTINCT author_person_id FROM change_log WHERE team_id = ? AND origin_device_id = ?",
                        teamId,
                        deviceId)
                .list(row -> row.text("author_person_id"));
    }

    private static List<TabletState> read(Connection connection, String sql, Object... arguments) throws SQLException {
        Map<UUID, List<String>> teams = new HashMap<>();
        Sql.of(connection, """
                        SELECT device_team.device_id, team.name FROM device_team
                        JOIN team ON team.team_id = device_team.team_id ORDER BY team.name
                        """).visit(row -> {
            teams.computeIfAbsent(row.id("device_id"), id -> new ArrayList<>()).add(row.text("name"));
            return true;
        });
        return Sql.of(connection, sql, arguments).list(row -> tablet(row, teams));
    }

    private static TabletState tablet(Row row, Map<UUID, List<String>> teams) throws SQLException {
        UUID id = row.id("device_id");
        return new TabletState(
                id,
                row.text("name"),
                row.optionalText("person_id"),
                teams.getOrDefault(id, List.of()),
                row.number("enrolled_at_ms"),
                row.optionalNumber("revoked_at_ms"),
                row.optionalId("replaced_by"),
                row.optionalNumber("last_seen_at_ms"),
                row.optionalText("app_version"),
                row.optionalNumber("unsent_count"),
                row.optionalNumber("free_storage_bytes"),
                row.optionalNumber("battery_percent"),
                row.optionalNumber("clock_offset_ms"),
                row.smallNumber("troubles"));
    }
}
