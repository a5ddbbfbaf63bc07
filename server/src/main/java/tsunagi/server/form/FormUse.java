package tsunagi.server.form;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tsunagi.server.storage.Sql;

/**
 * How much a form version is used, as far as the plain tables are.
 *
 * @param rounds rounds that ask by it
 * @param sheets sheets that were filled in with it
 */
public record FormUse(long rounds, long sheets) {
    public static final FormUse NONE = new FormUse(0, 0);

    /** By the id of the version's record; none before a server made the tables. */
    public static Map<String, FormUse> of(Connection connection, UUID teamId) throws SQLException {
        Map<String, Long> sheets = counts(connection, "response", teamId);
        Map<String, Long> rounds = counts(connection, "round", teamId);
        Map<String, FormUse> uses = new HashMap<>();
        sheets.forEach((version, count) -> uses.put(version, new FormUse(rounds.getOrDefault(version, 0L), count)));
        rounds.forEach((version, count) -> uses.putIfAbsent(version, new FormUse(count, 0)));
        return uses;
    }

    private static Map<String, Long> counts(Connection connection, String table, UUID teamId) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        boolean isCounted = Sql.of(connection, "SELECT 1 FROM plain_table WHERE name = ?", table)
                .first(row -> true)
                .isPresent();
        if (isCounted) {
            Sql.of(
                            connection,
                            "SELECT form_version_id, COUNT(*) AS number FROM " + table
                                    + " WHERE team_id = ? AND form_version_id IS NOT NULL GROUP BY form_version_id",
                            teamId.toString())
                    .visit(row -> {
                        counts.put(row.text("form_version_id"), row.number("number"));
                        return true;
                    });
        }
        return counts;
    }
}
