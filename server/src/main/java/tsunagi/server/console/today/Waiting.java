package tsunagi.server.console.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import tsunagi.server.storage.Sql;

/** Counts what waits for a とりまとめ担当 in the records of a team. */
final class Waiting {
    private final Connection connection;
    private final UUID teamId;

    Waiting(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** Fields that wait for a choice between values. */
    long conflicts() throws SQLException {
        return count("SELECT COUNT(*) AS number FROM conflict WHERE team_id = ?", teamId.toString());
    }

    long parked() throws SQLException {
        return count("SELECT COUNT(*) AS number FROM parked_change WHERE team_id = ? AND state = 'WAITING'", teamId);
    }

    /** Follow-ups that are open after their day. */
    long overdue(String today) throws SQLException {
        return count("""
                SELECT COUNT(*) AS number FROM follow_up
                WHERE team_id = ? AND due_on < ? AND COALESCE(closing_state, 'unspecified') = 'unspecified'
                """, teamId.toString(), today);
    }

    /** Requests on which nobody decided. */
    long undecided() throws SQLException {
        return count("""
                SELECT COUNT(*) AS number FROM request
                WHERE team_id = ? AND COALESCE(decision_answer, 'unspecified') = 'unspecified'
                """, teamId.toString());
    }

    private long count(String sql, Object... arguments) throws SQLException {
        return Sql.of(connection, sql, arguments)
                .first(row -> row.number("number"))
                .orElse(0L);
    }
}
