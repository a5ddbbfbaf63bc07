package tsunagi.server.team;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.server.storage.Sql;

/** What teams decided for themselves at the console. */
public final class TeamSettings {
    /** A number that a team may decide. */
    public enum Setting {
        /** Since when what moves is to be looked at by a とりまとめ担当, epoch milliseconds; nothing is while it is not set. */
        REVIEW_SINCE_MS,
        /** After how many days without a word from it a tablet is asked about. */
        SILENT_DAYS
    }

    /** What the team decided; empty when it did not. */
    public OptionalLong find(Connection connection, UUID teamId, Setting setting) throws SQLException {
        return Sql.of(connection, "SELECT value FROM team_setting WHERE team_id = ? AND name = ?", teamId, setting)
                .first(row -> OptionalLong.of(Long.parseLong(row.text("value"))))
                .orElse(OptionalLong.empty());
    }

    public void put(Connection connection, UUID teamId, Setting setting, long value) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO team_setting (team_id, name, value) VALUES (?, ?, ?)
                        ON CONFLICT (team_id, name) DO UPDATE SET value = excluded.value
                        """, teamId, setting, Long.toString(value)).update();
    }

    public void clear(Connection connection, UUID teamId, Setting setting) throws SQLException {
        Sql.of(connection, "DELETE FROM team_setting WHERE team_id = ? AND name = ?", teamId, setting)
                .update();
    }
}
