package tsunagi.server.team;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The teams of this server, and which devices may hold and speak for them. */
public final class Teams {
    /** Makes a team, or opens one that only tablets had named so far. */
    public void open(Connection connection, UUID teamId, String name) throws SQLException {
        noteUnknown(connection, teamId);
        Sql.of(connection, "UPDATE team SET name = ?, state = ? WHERE team_id = ?", name, Team.State.OPEN, teamId)
                .update();
    }

    /** Makes a place for what comes in for a team that nobody here knows. */
    public void noteUnknown(Connection connection, UUID teamId) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO team (team_id, name, state, head, mark, restored_head) VALUES (?, '', ?, 0, ?, -1)
                        ON CONFLICT (team_id) DO NOTHING
                        """, teamId, Team.State.UNKNOWN, markOfEmptyLog(teamId))
                .update();
    }

    public void close(Connection connection, UUID teamId) throws SQLException {
        Sql.of(connection, "UPDATE team SET state = ? WHERE team_id = ?", Team.State.CLOSED, teamId)
                .update();
    }

    public Optional<Team> find(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM team WHERE team_id = ?", teamId)
                .first(Teams::team);
    }

    public List<Team> all(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT * FROM team ORDER BY team_id").list(Teams::team);
    }

    /** Begins a transaction of one team: until it ends, nobody else moves that team. */
    public Optional<Team> lock(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "UPDATE team SET head = head WHERE team_id = ? RETURNING *", teamId)
                .first(Teams::team);
    }

    public void moveHead(Connection connection, UUID teamId, long head, ByteString mark) throws SQLException {
        Sql.of(connection, "UPDATE team SET head = ?, mark = ? WHERE team_id = ?", head, mark, teamId)
                .update();
    }

    public void grant(Connection connection, UUID teamId, UUID deviceId) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT INTO device_team (team_id, device_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        teamId,
                        deviceId)
                .update();
    }

    public void withdraw(Connection connection, UUID teamId, UUID deviceId) throws SQLException {
        Sql.of(connection, "DELETE FROM device_team WHERE team_id = ? AND device_id = ?", teamId, deviceId)
                .update();
    }

    public boolean isGranted(Connection connection, UUID teamId, UUID deviceId) throws SQLException {
        return Sql.of(connection, "SELECT 1 FROM device_team WHERE team_id = ? AND device_id = ?", teamId, deviceId)
                .first(row -> true)
                .isPresent();
    }

    /** The devices that may hold a team and speak for it. */
    public Set<UUID> devices(Connection connection, UUID teamId) throws SQLException {
        return new HashSet<>(Sql.of(connection, "SELECT device_id FROM device_team WHERE team_id = ?", teamId)
                .list(row -> row.id("device_id")));
    }

    /** The teams a device may hold. */
    public List<Team> ofDevice(Connection connection, UUID deviceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT team.* FROM team JOIN device_team ON device_team.team_id = team.team_id
                        WHERE device_team.device_id = ? AND team.state <> 'UNKNOWN' ORDER BY team.team_id
                        """, deviceId).list(Teams::team);
    }

    /** What the first change of a team is chained to. */
    public static ByteString markOfEmptyLog(UUID teamId) {
        return Ids.toBytes(teamId);
    }

    private static Team team(Row row) throws SQLException {
        return new Team(
                row.id("team_id"),
                row.text("name"),
                Team.State.valueOf(row.text("state")),
                row.number("head"),
                row.bytes("mark"),
                row.number("restored_head"));
    }
}
