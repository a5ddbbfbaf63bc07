package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Dialect;
import tsunagi.server.storage.Sql;

/**
 * Which plain tables and views stand in the database, and how they were defined. Tables' definitions name their indexes and
 * the words of enums too, so a program that knows more fields, types or words than the one before finds its tables outdated.
 */
final class Catalog {
    /** Raised when rows come out differently though no definition changed. */
    private static final int PROJECTION = 1;

    /** Views stand on views before them, so they are dropped in the order of their definitions turned round. */
    private static final String VIEW = "-- view %03d\n";

    private final Dialect dialect;
    private final List<PlainTable> tables;
    private final List<PlainView> views;
    private final Map<String, String> wanted = new LinkedHashMap<>();

    Catalog(PlainSchema schema, Dialect dialect) {
        this.dialect = dialect;
        this.tables = schema.tables();
        for (PlainTable table : tables) {
            note(table.name(), definition(table));
        }
        this.views = views(wanted.keySet());
        for (PlainView view : views) {
            note(view.name(), VIEW.formatted(views.indexOf(view)) + view.create());
        }
    }

    /** The views whose tables this program has, in the order in which they can be made. */
    static List<PlainView> views(Set<String> tableNames) {
        Set<String> there = new LinkedHashSet<>(tableNames);
        List<PlainView> views = new ArrayList<>();
        for (PlainView view : ViewFiles.all()) {
            if (there.containsAll(view.reads())) {
                there.add(view.name());
                views.add(view);
            }
        }
        return views;
    }

    private void note(String name, String definition) {
        if (wanted.put(name, definition) != null) {
            throw new IllegalArgumentException("two plain tables would be called " + name + ": see PlainNames");
        }
    }

    private static String definition(PlainTable table) {
        String indexes =
                table.indexes().stream().map(index -> ";\n" + index.create()).collect(Collectors.joining());
        return "-- projection " + PROJECTION + "\n" + table.create() + indexes;
    }

    /** Makes tables and views anew, the tables empty, unless they stand as this program wants them. */
    boolean remakeIfOutdated(Connection connection) throws SQLException {
        FollowerLease.awaitTurn(connection);
        boolean outdated = !standing(connection).equals(wanted);
        if (outdated) {
            remake(connection);
        }
        return outdated;
    }

    /** Makes tables and views anew, the tables empty, and forgets how far they followed. */
    void remake(Connection connection) throws SQLException {
        FollowerLease.awaitTurn(connection);
        drop(connection);
        Sql.of(connection, "DELETE FROM plain_table").update();
        Sql.of(connection, "DELETE FROM plain_checkpoint").update();
        for (PlainTable table : tables) {
            Sql.of(connection, table.create() + dialect.keyedTable()).update();
            for (PlainIndex index : table.indexes()) {
                Sql.of(connection, index.create()).update();
            }
        }
        for (PlainView view : views) {
            Sql.of(connection, view.create()).update();
        }
        switch (dialect) {
            case SQLITE -> new PlannerStatistics(connection).put(tables);
            case POSTGRESQL -> new CatalogComments(connection).put(tables, views);
        }
        try (Batch notes = new Batch(connection, "INSERT INTO plain_table (name, definition) VALUES (?, ?)")) {
            for (Map.Entry<String, String> each : wanted.entrySet()) {
                notes.add(each.getKey(), each.getValue());
            }
            notes.run();
        }
    }

    private static void drop(Connection connection) throws SQLException {
        Map<String, String> standing = standing(connection);
        List<String> views = standing.entrySet().stream()
                .filter(each -> isView(each.getValue()))
                .sorted(Map.Entry.<String, String>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        for (String view : views) {
            Sql.of(connection, "DROP VIEW " + view).update();
            standing.remove(view);
        }
        for (String table : standing.keySet()) {
            Sql.of(connection, "DROP TABLE " + table).update();
        }
    }

    private static boolean isView(String definition) {
        return definition.startsWith("-- view ");
    }

    private static Map<String, String> standing(Connection connection) throws SQLException {
        Map<String, String> standing = new LinkedHashMap<>();
        Sql.of(connection, "SELECT name, definition FROM plain_table").visit(row -> {
            standing.put(row.text("name"), row.text("definition"));
            return true;
        });
        return standing;
    }
}
