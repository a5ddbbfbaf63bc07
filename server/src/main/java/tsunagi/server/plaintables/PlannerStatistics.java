package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Sql;

/**
 * What SQLite is told about how many rows a key or an index finds, so that it plans for a large installation from the first
 * day on, and the same everywhere. Left to itself it takes a team for ten rows, and reads all of a team's instead of
 * using an index. The figures are orders of magnitude and need not be right.
 */
final class PlannerStatistics {
    private static final long ROWS = 1_000_000;
    private static final long ROWS_OF_A_TEAM = 100_000;
    private static final long ROWS_OF_AN_OWNER = 10;
    private static final long ROWS_BY_INDEX = 200;

    /** Tables that hold an exception here and there. */
    private static final List<String> SMALL = List.of("absorbed", "conflict", "review", "plain_fault");

    private static final long SMALL_BY = 1_000;

    /** Of the table that holds all types at once, by its key and its indexes: a type is a tenth of a team. */
    private static final Map<String, String> OF_ALL_TYPES = Map.of(
            "record_line", "1000000 100000 10000 1",
            "record_line_by_life_record_type_sort_day_record_id", "1000000 100000 90000 10000 20 1",
            "record_line_by_workplace_id_sort_day_record_id", "1000000 100000 100 2 1");

    private final Connection connection;

    PlannerStatistics(Connection connection) {
        this.connection = connection;
    }

    void put(List<PlainTable> tables) throws SQLException {
        // Only ANALYZE can make the table that SQLite reads them from.
        Sql.of(connection, "ANALYZE plain_table").update();
        try (Batch forget = new Batch(connection, "DELETE FROM sqlite_stat1 WHERE tbl = ?");
                Batch note = new Batch(connection, "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)")) {
            for (PlainTable table : tables) {
                forget.add(table.name());
                note.add(
                        table.name(),
                        table.name(),
                        found(table, table.name(), table.key().size(), ROWS_OF_AN_OWNER, 1));
                for (PlainIndex index : table.indexes()) {
                    note.add(
                            table.name(),
                            index.name(),
                            found(table, index.name(), index.columns().size(), ROWS_BY_INDEX, 2));
                }
            }
            forget.run();
            note.run();
        }
    }

    /** All rows, then how many are found by the first column, by the first two, and so on. */
    private static String found(PlainTable table, String keyOrIndex, int columns, long inTheMiddle, long atLast) {
        if (OF_ALL_TYPES.containsKey(keyOrIndex)) {
            return OF_ALL_TYPES.get(keyOrIndex);
        }
        boolean isSmall = SMALL.contains(table.name());
        Stream<Long> middle = Collections.nCopies(Math.max(0, columns - 2), inTheMiddle).stream();
        return Stream.of(Stream.of(ROWS, ROWS_OF_A_TEAM), middle, Stream.of(atLast))
                .flatMap(rows -> rows)
                .map(rows -> Long.toString(isSmall ? Math.max(1, rows / SMALL_BY) : rows))
                .collect(Collectors.joining(" "));
    }
}
