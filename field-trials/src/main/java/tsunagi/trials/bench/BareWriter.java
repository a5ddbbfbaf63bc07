package tsunagi.trials.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.TabletMessage;

/**
 * What SQLite does when nobody asks it for anything but rows: the same bytes into one table with a key, durably, a
 * transaction for each batch. What Tsunagi is compared with.
 */
final class BareWriter {
    private BareWriter() {}

    /** Rows per second. */
    static double rowsPerSecond(Path file, List<TabletMessage> batches) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE IF NOT EXISTS change (change_id BLOB PRIMARY KEY, content BLOB NOT NULL)");
            connection.setAutoCommit(false);
            long startNs = System.nanoTime();
            int rows = 0;
            for (TabletMessage batch : batches) {
                rows += write(connection, batch.getChanges().getChangesList());
            }
            return rows / ((System.nanoTime() - startNs) / 1e9);
        }
    }

    private static int write(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO change VALUES (?, ?)")) {
            for (Change change : changes) {
                // Where a change id stands in a header is no secret: field 1, 16 bytes.
                insert.setBytes(1, change.getHeader().substring(2, 18).toByteArray());
                insert.setBytes(2, change.toByteArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        return changes.size();
    }
}
