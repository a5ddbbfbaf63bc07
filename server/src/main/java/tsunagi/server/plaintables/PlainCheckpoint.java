package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import tsunagi.server.storage.Sql;

/** How far the plain tables of a team followed its log. */
final class PlainCheckpoint {
    private PlainCheckpoint() {}

    static long revision(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "SELECT revision FROM plain_checkpoint WHERE team_id = ?", teamId)
                .first(row -> row.number("revision"))
                .orElse(0L);
    }

    /** False when the tables are not where the step began: somebody else followed, or began again. */
    static boolean advance(Connection connection, Step step) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT INTO plain_checkpoint (team_id, revision) VALUES (?, 0) ON CONFLICT (team_id) DO NOTHING",
                        step.teamId())
                .update();
        String sql = "UPDATE plain_checkpoint SET revision = ? WHERE team_id = ? AND revision = ?";
        return Sql.of(connection, sql, step.to(), step.teamId(), step.from()).update() == 1;
    }
}
