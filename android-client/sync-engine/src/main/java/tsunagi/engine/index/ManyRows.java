package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagi.engine.storage.LocalDatabase;

/** Writes many small rows, several with one statement: half of what a small row costs is its statement. */
final class ManyRows {
    /** So that no statement has more arguments than SQLite takes, and there are few different ones. */
    private static final int ROWS = 16;

    private final LocalDatabase database;

    ManyRows(LocalDatabase database) {
        this.database = database;
    }

    /** Inserts rows, all with as many columns as the statement names. */
    void insert(String into, List<Object[]> rows) {
        for (List<Object[]> some : slices(rows)) {
            String row = "(" + places(some.get(0).length) + ")";
            List<Object> arguments = new ArrayList<>();
            some.forEach(values -> arguments.addAll(Arrays.asList(values)));
            database.execute(
                    into + " VALUES " + String.join(", ", Collections.nCopies(some.size(), row)), arguments.toArray());
        }
    }

    /** Deletes all rows of these records from a table; each key is team, type and id. */
    void delete(String table, List<Object[]> keys) {
        Map<List<Object>, List<Object>> ids = new LinkedHashMap<>();
        keys.forEach(key -> ids.computeIfAbsent(Arrays.asList(key[0], key[1]), first -> new ArrayList<>())
                .add(key[2]));
        ids.forEach((teamAndType, all) -> {
            for (List<Object> some : slices(all)) {
                List<Object> arguments = new ArrayList<>(teamAndType);
                arguments.addAll(some);
                database.execute(
                        "DELETE FROM " + table + " WHERE team_id = ? AND record_type = ? AND record_id IN ("
                                + places(some.size()) + ")",
                        arguments.toArray());
            }
        });
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Full ones, and what is left one by one. */
    private static <T> List<List<T>> slices(List<T> all) {
        List<List<T>> slices = new ArrayList<>();
        int full = all.size() - all.size() % ROWS;
        for (int from = 0; from < full; from += ROWS) {
            slices.add(all.subList(from, from + ROWS));
        }
        for (int from = full; from < all.size(); from++) {
            slices.add(all.subList(from, from + 1));
        }
        return slices;
    }
}
