package tsunagi.server.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The pairs of which a person said that they are two. Thread-safe. */
public final class KeptApart {
    private static final String PAIR = " WHERE team_id = ? AND first_id = ? AND second_id = ?";

    private final RecordRows records = new RecordRows();

    /** What was said of one pair, by whom and when. */
    public record Said(DuplicatePair pair, UUID actId, String personId, long atMs) {}

    boolean isKept(Connection connection, DuplicatePair pair) throws SQLException {
        return Sql.of(connection, "SELECT 1 FROM kept_apart" + PAIR, pair.teamId(), pair.first(), pair.second())
                .first(row -> true)
                .isPresent();
    }

    /**
     * Keeps these pairs apart for good.
     *
     * @param actId by which all of them are taken back
     */
    public void keep(Connection connection, Collection<DuplicatePair> pairs, UUID actId, String personId, long atMs)
            throws SQLException {
        for (DuplicatePair pair : pairs) {
            Sql.of(connection, """
                            INSERT INTO kept_apart (team_id, record_type, first_id, second_id, act_id, person_id, at_ms)
                            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                            """, pair.teamId(), pair.type(), pair.first(), pair.second(), actId, personId, atMs)
                    .update();
            Sql.of(connection, "DELETE FROM duplicate_candidate" + PAIR, pair.teamId(), pair.first(), pair.second())
                    .update();
        }
    }

    /** Takes back what was said in one go; the pairs are proposed again if they are still alike. */
    public int takeBack(Connection connection, UUID teamId, UUID actId) throws SQLException {
        List<DuplicatePair> pairs = Sql.of(
                        connection, "SELECT * FROM kept_apart WHERE team_id = ? AND act_id = ?", teamId, actId)
                .list(row -> said(teamId, row).pair());
        for (DuplicatePair pair : pairs) {
            takeBack(connection, pair);
        }
        return pairs.size();
    }

    public void takeBack(Connection connection, DuplicatePair pair) throws SQLException {
        Sql.of(connection, "DELETE FROM kept_apart" + PAIR, pair.teamId(), pair.first(), pair.second())
                .update();
        new Comparison(connection, records, pair.teamId())
                .compare(records.find(connection, pair.teamId(), List.of(pair.firstKey(), pair.secondKey())));
    }

    /** What was said last first, from behind this pair on. */
    public List<Said> list(Connection connection, UUID teamId, Optional<Said> after, int most) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId));
        after.ifPresent(last -> arguments.addAll(List.of(
                last.atMs(),
                last.atMs(),
                last.pair().first(),
                last.pair().first(),
                last.pair().second())));
        String beyond = after.isPresent()
                ? " AND at_ms <= ? AND (at_ms < ? OR first_id < ? OR first_id = ? AND second_id < ?)"
                : "";
        return Sql.of(
                        connection,
                        "SELECT * FROM kept_apart WHERE team_id = ?" + beyond
                                + " ORDER BY at_ms DESC, first_id DESC, second_id DESC LIMIT " + most,
                        arguments.toArray())
                .list(row -> said(teamId, row));
    }

    private static Said said(UUID teamId, Row row) throws SQLException {
        return new Said(
                new DuplicatePair(teamId, row.smallNumber("record_type"), row.id("first_id"), row.id("second_id")),
                row.id("act_id"),
                row.text("person_id"),
                row.number("at_ms"));
    }
}
