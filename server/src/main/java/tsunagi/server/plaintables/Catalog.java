package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Sql;

/**
 * Which plain tables stand in the database, and how they were defined. Their definitions name the words of enums too, so
 * a program that knows more fields, types or words than the one before finds its tables outdated.
 */
final class Catalog {
    /** Raised when rows come out differently though no definition changed. */
    private static final int PROJECTION = 1;

    private final Map<String, String> wanted = new LinkedHashMap<>();

    Catalog(PlainSchema schema) {
        for (PlainTable table : schema.tables()) {
            String definition = "-- projection " + PROJECTION + "\n" + table.create();
            if (wanted.put(table.name(), definition) != null) {
                throw new IllegalArgumentException("two plain tables would be called " + table + ": see PlainNames");
            }
        }
    }

    /** Makes the tables anew, empty, unless they stand as this program wants them. */
    boolean remakeIfOutdated(Connection connection) throws SQLException {
        FollowerLease.awaitTurn(connection);
        boolean outdated = !standing(connection).equals(wanted);
        if (outdated) {
            remake(connection);
        }
        return outdated;
    }

    /** Makes the tables anew, empty, and forgets how far they followed. */
    void remake(Connection connection) throws SQLException {
        FollowerLease.awaitTurn(connection);
        for (String table : standing(connection).keySet()) {
            Sql.of(connection, "DROP TABLE " + table).update();
        }
        Sql.of(connection, "DELETE FROM plain_table").update();
        Sql.of(connection, "DELETE FROM plain_checkpoint").update();
        try (Batch notes = new Batch(connection, "INSERT INTO plain_table (name, definition) VALUES (?, ?)")) {
            for (Map.Entry<String, String> table : wanted.entrySet()) {
                Sql.of(connection, table.getValue()).update();
                notes.add(table.getKey(), table.getValue());
            }
            notes.run();
        }
    }

    private static Map<String, String> standing(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT name, definition FROM plain_table")
                .list(row -> Map.entry(row.text("name"), row.text("definition")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
