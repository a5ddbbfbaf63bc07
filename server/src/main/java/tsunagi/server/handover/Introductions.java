package tsunagi.server.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tsunagi.server.storage.Sql;

/** Keeps to which contacts a successor was introduced. */
public final class Introductions {
    private Introductions() {}

    /**
     * Ticks and unticks; a tick that was there stays as it was.
     *
     * @param shown the contacts that were to be ticked or not
     */
    public static void keep(
            Connection connection, String teamId, Set<String> shown, Set<String> ticked, String by, long atMs)
            throws SQLException {
        Set<String> before = Set.copyOf(ticked(connection, teamId));
        for (String contact : shown) {
            if (before.contains(contact) && !ticked.contains(contact)) {
                Sql.of(
                                connection,
                                "DELETE FROM handover_introduction WHERE team_id = ? AND contact_id = ?",
                                teamId,
                                contact)
                        .update();
            } else if (!before.contains(contact) && ticked.contains(contact)) {
                Sql.of(
                                connection,
                                "INSERT INTO handover_introduction (team_id, contact_id, ticked_by, ticked_at_ms)"
                                        + " VALUES (?, ?, ?, ?)",
                                teamId,
                                contact,
                                by,
                                atMs)
                        .update();
            }
        }
    }

    private static List<String> ticked(Connection connection, String teamId) throws SQLException {
        return Sql.of(connection, "SELECT contact_id FROM handover_introduction WHERE team_id = ?", teamId)
                .list(row -> row.text("contact_id"));
    }
}
