package tsunagi.server.plaintables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How one message, or one value that occurs several times, becomes a row, and what occurs several times in it more. */
final class Mapping {
    private final PlainTable table;
    private final List<Cell> cells;
    private final List<Part> parts;

    Mapping(PlainTable table, List<Cell> cells, List<Part> parts) {
        this.table = table;
        this.cells = List.copyOf(cells);
        this.parts = List.copyOf(parts);
    }

    /**
     * Adds the rows of a message.
     *
     * @param first the values of the columns before those that the message fills
     */
    void project(Object message, List<Object> first, List<PlainRow> rows) {
        List<Object> values = new ArrayList<>(first.size() + cells.size());
        values.addAll(first);
        for (Cell cell : cells) {
            values.add(cell.read(message));
        }
        rows.add(new PlainRow(table, Collections.unmodifiableList(values)));
        List<Object> key = first.subList(0, table.key().size());
        for (Part part : parts) {
            part.project(message, key, rows);
        }
    }

    PlainTable table() {
        return table;
    }

    /** This table and those of the parts, owners before what they own. */
    List<PlainTable> tables() {
        List<PlainTable> tables = new ArrayList<>();
        tables.add(table);
        parts.forEach(part -> tables.addAll(part.mapping().tables()));
        return tables;
    }
}
