package tsunagi.server.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;

/**
 * Lists and finds the records of a team, page by page along keys. It reads the plain tables, which are seconds behind the log. Thread-safe.
 */
public final class RecordSearch {
    /** Up to here records are counted. */
    public static final int COUNT_MAX = 1_000;

    private final Database database;

    public RecordSearch(Database database) {
        this.database = database;
    }

    /** The records that a filter lets through, newest day first, at most so many. */
    public RecordPage page(RecordFilter filter, PagePlace place, int rowsMax) {
        return database.read(connection -> page(connection, filter, place, rowsMax));
    }

    /** How many records a filter lets through, up to {@link #COUNT_MAX}. */
    public RecordCount count(RecordFilter filter) {
        return database.read(connection -> {
            ListQuery query = query(connection, filter);
            String sql = query.count(COUNT_MAX + 1);
            int found = Sql.of(connection, sql, query.arguments())
                    .first(row -> row.smallNumber("number"))
                    .orElse(0);
            return new RecordCount(Math.min(found, COUNT_MAX), found > COUNT_MAX);
        });
    }

    /** The lines of these records of one team, in their order; of those that have none, nothing. */
    public List<RecordLine> lines(UUID teamId, List<RecordKey> keys) {
        return database.read(connection -> new LineRows(connection, teamId).of(keys));
    }

    private RecordPage page(Connection connection, RecordFilter filter, PagePlace place, int rowsMax)
            throws SQLException {
        List<RecordKey> keys = new ArrayList<>(keys(connection, filter, place, rowsMax + 1));
        boolean isMore = keys.size() > rowsMax;
        boolean isBackwards = place instanceof PagePlace.Before;
        if (isBackwards && !isMore) {
            // What is before it is the beginning, and that is shown as a whole page.
            return page(connection, filter, new PagePlace.First(), rowsMax);
        }
        if (isMore) {
            keys.remove(rowsMax);
        }
        if (isBackwards) {
            Collections.reverse(keys);
        }
        List<RecordLine> rows = new LineRows(connection, filter.teamId()).of(keys);
        boolean isFirst = place instanceof PagePlace.First || rows.isEmpty();
        return new RecordPage(
                rows,
                isMore || isBackwards ? last(rows).map(line -> new PagePlace.After(line.pageKey())) : Optional.empty(),
                isFirst
                        ? Optional.empty()
                        : Optional.of(new PagePlace.Before(rows.get(0).pageKey())));
    }

    private List<RecordKey> keys(Connection connection, RecordFilter filter, PagePlace place, int rows)
            throws SQLException {
        ListQuery query = query(connection, filter);
        String sql = query.page(place, rows);
        return Sql.of(connection, sql, query.arguments())
                .list(row -> new RecordKey(
                        filter.teamId(), row.smallNumber("type_number"), UUID.fromString(row.text("record_id"))));
    }

    private ListQuery query(Connection connection, RecordFilter filter) throws SQLException {
        List<String> workplaceIds = filter.workplaceId().isPresent()
                ? duplicates(connection, filter.teamId(), filter.workplaceId().get())
                : List.of();
        return new ListQuery(filter, database.dialect(), workplaceIds);
    }

    /** The workplace itself or the one that speaks for it, and all that this speaks for. */
    private static List<String> duplicates(Connection connection, UUID teamId, UUID workplaceId) throws SQLException {
        String of = "FROM absorbed WHERE team_id = ? AND record_type = 'workplace' AND ";
        String speaker = Sql.of(
                        connection,
                        "SELECT successor_id " + of + "record_id = ?",
                        teamId.toString(),
                        workplaceId.toString())
                .first(row -> row.text("successor_id"))
                .orElse(workplaceId.toString());
        List<String> ids = new ArrayList<>(List.of(speaker));
        ids.addAll(Sql.of(connection, "SELECT record_id " + of + "successor_id = ?", teamId.toString(), speaker)
                .list(row -> row.text("record_id")));
        return ids;
    }

    private static Optional<RecordLine> last(List<RecordLine> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }
}
