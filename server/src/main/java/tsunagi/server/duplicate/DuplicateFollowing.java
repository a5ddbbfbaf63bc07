package tsunagi.server.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/**
 * Follows the records to know which of them may be duplicates: what moved is compared with what has a word in common with it, so a step costs as
 * much as what moved, however many records there are. Thread-safe.
 */
public final class DuplicateFollowing {
    /** To be raised whenever what is compared, or how it is weighed, changes. */
    private static final int RULES = 1;

    private static final int RECORDS_TOGETHER = 100;
    private static final int BYTES_TOGETHER = 1024 * 1024;

    private final Database database;
    private final RecordRows records = new RecordRows();

    /** How far one team was followed, by which rules, and how far it is. */
    private record Team(UUID id, long followed, int rules, long head) {
        boolean isBehind() {
            return rules != RULES || head > followed;
        }
    }

    public DuplicateFollowing(Database database) {
        this.database = database;
    }

    /** Follows every team by one step; false when there is nothing to do for now. */
    public boolean followSome() {
        List<Team> behind = database.read(connection -> Sql.of(connection, """
                        SELECT team.team_id, team.head, COALESCE(point.revision, 0) AS followed, COALESCE(point.rules, %d) AS rules
                        FROM team LEFT JOIN duplicate_checkpoint point ON point.team_id = team.team_id
                        WHERE team.head > COALESCE(point.revision, 0) OR point.rules <> %d
                        """.formatted(RULES, RULES))
                .list(row -> new Team(
                        row.id("team_id"), row.number("followed"), row.smallNumber("rules"), row.number("head"))));
        behind.stream().filter(Team::isBehind).forEach(this::step);
        return !behind.isEmpty();
    }

    private void step(Team team) {
        database.<Void>write(connection -> {
            long from = team.rules() == RULES ? team.followed() : 0;
            RecordRows.Slice slice =
                    records.movedBetween(connection, team.id(), from, team.head(), RECORDS_TOGETHER, BYTES_TOGETHER);
            if (advance(connection, team, slice.upTo())) {
                Comparison comparison = new Comparison(connection, records, team.id());
                if (from == 0) {
                    comparison.forgetAll();
                }
                List<StoredRecord> moved = slice.records().stream()
                        .filter(record ->
                                Surroundings.TYPES.contains(record.key().type())
                                        || record.key().type() == Comparison.WORKSHOP)
                        .toList();
                comparison.moved(moved);
            }
            return null;
        });
    }

    /** False when another server did this step. */
    private static boolean advance(Connection connection, Team team, long upTo) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT INTO duplicate_checkpoint (team_id, revision, rules) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                        team.id(),
                        RULES)
                .update();
        return Sql.of(
                                connection,
                                "UPDATE duplicate_checkpoint SET revision = ?, rules = ? WHERE team_id = ? AND revision = ? AND rules = ?",
                                upTo,
                                RULES,
                                team.id(),
                                team.followed(),
                                team.rules())
                        .update()
                == 1;
    }
}
