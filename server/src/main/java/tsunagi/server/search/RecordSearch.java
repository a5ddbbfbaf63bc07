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

/** Lists and finds the records of a team, page by page along keys. It reads the plain tables, which are seconds behind the log. Thread-safe. */
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
        return database.read(connection -> listed(connection, filter).count());
    }

    /** The lines of these records of one team, in their order; of those that have none, nothing. */
    public List<RecordLine> lines(UUID teamId, List<RecordKey> keys) {
        return database.read(connection -> new LineRows(connection, teamId).of(keys));
    }

    private RecordPage page(Connection connection, RecordFilter filter, PagePlace place, int rowsMax)
            throws SQLException {
        ListedKeys listed = listed(connection, filter);
        ListedKeys.Found found = listed.from(place, rowsMax + 1);
        boolean isMore = found.keys().size() > rowsMax;
        boolean isBackwards = place instanceof PagePlace.Before;
        if (isBackwards && !isMore) {
            // What is before it is the beginning, and that is shown as a whole page.
            return page(connection, filter, new PagePlace.First(), rowsMax);
        }
        List<PageKey> keys = new ArrayList<>(isMore ? found.keys().subList(0, rowsMax) : found.keys());
        if (isBackwards) {
            Collections.reverse(keys);
        }
        boolean isFirst = place instanceof PagePlace.First;
        return new RecordPage(
                new LineRows(connection, filter.teamId()).of(recordKeys(filter.teamId(), keys)),
                isMore || isBackwards ? Optional.of(new PagePlace.After(keys.get(keys.size() - 1))) : Optional.empty(),
                isFirst || keys.isEmpty() ? Optional.empty() : Optional.of(new PagePlace.Before(keys.get(0))),
                isFirst && found.count().isEmpty() ? Optional.of(listed.count()) : found.count());
    }

    private ListedKeys listed(Connection connection, RecordFilter filter) throws SQLException {
        return new ListedKeys(connection, database.dialect(), filter, COUNT_MAX);
    }

    private static List<RecordKey> recordKeys(UUID teamId, List<PageKey> keys) {
        return keys.stream()
                .map(key -> new RecordKey(teamId, key.type().getNumber(), key.id()))
                .toList();
    }
}
