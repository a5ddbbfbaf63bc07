package tsunagi.server.plaintables;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One plain table: its name, what it holds, its columns, and how many of them, from the first, are its key. */
final class PlainTable {
    private final String name;
    private final String comment;
    private final List<Column> columns;
    private final int keySize;

    /**
     * Describes a table.
     *
     * @param comment what a row of it is, for people
     * @throws IllegalArgumentException when two columns have one name
     */
    PlainTable(String name, String comment, List<Column> columns, int keySize) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "table " + name + " would have two columns " + column.name() + ": see PlainNames");
            }
        }
        this.name = name;
        this.comment = comment;
        this.columns = List.copyOf(columns);
        this.keySize = keySize;
    }

    String name() {
        return name;
    }

    String comment() {
        return comment;
    }

    List<Column> columns() {
        return columns;
    }

    List<Column> key() {
        return columns.subList(0, keySize);
    }

    List<PlainIndex> indexes() {
        return PlainIndex.of(name);
    }

    /** The statement that makes it. A change of the remarks alone is a change of the table too. */
    String create() {
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(name).append(" (\n");
        for (Column column : columns) {
            String remark = column.remark().isEmpty() ? "" : " -- " + column.remark();
            sql.append("    ")
                    .append(column.definition())
                    .append(',')
                    .append(remark)
                    .append('\n');
        }
        return sql.append("    PRIMARY KEY (")
                .append(names(key()))
                .append(")\n)")
                .toString();
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)".formatted(name, names(columns), marks(columns.size()));
    }

    /** Deletes by the first columns of the key; of the last one of these, several values at once. */
    String delete(int givenColumns, int values) {
        String equal = columns.subList(0, givenColumns - 1).stream()
                .map(column -> column.name() + " = ? AND ")
                .collect(Collectors.joining());
        String last = columns.get(givenColumns - 1).name();
        return "DELETE FROM %s WHERE %s%s IN (%s)".formatted(name, equal, last, marks(values));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    @Override
    public String toString() {
        return name;
    }
}
