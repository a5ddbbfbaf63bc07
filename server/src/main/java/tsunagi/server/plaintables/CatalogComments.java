package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;

/** Says in the database what tables, views and their columns hold, where the engine keeps such comments. */
final class CatalogComments {
    private static final int STATEMENTS_TOGETHER = 200;

    private final Connection connection;

    CatalogComments(Connection connection) {
        this.connection = connection;
    }

    void put(List<PlainTable> tables, List<PlainView> views) throws SQLException {
        List<String> comments = new ArrayList<>();
        for (PlainTable table : tables) {
            comments.add(comment("TABLE " + table, table.comment()));
            table.columns()
                    .forEach(column -> comments.add(comment("COLUMN " + table + "." + column.name(), column.remark())));
        }
        for (PlainView view : views) {
            comments.add(comment("VIEW " + view.name(), view.comment()));
            view.columns().forEach((name, what) -> comments.add(comment("COLUMN " + view.name() + "." + name, what)));
        }
        // There are more than a thousand, and each by itself would be a trip to the database.
        for (List<String> some : Slices.of(comments, STATEMENTS_TOGETHER)) {
            Sql.of(connection, String.join(";\n", some)).update();
        }
    }

    private static String comment(String what, String text) {
        return "COMMENT ON " + what + " IS '" + text.replace("'", "''") + "'";
    }
}
