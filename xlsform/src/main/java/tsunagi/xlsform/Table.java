package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One sheet with its headings understood. */
final class Table {
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Columns.Heading> headings = new LinkedHashMap<>();
    private final Map<Integer, String> typed = new HashMap<>();

    private Table(String name) {
        this.name = name;
    }

    static Table of(Grid grid, List<Issue> issues) {
        Table table = new Table(Sheets.nameOf(grid.name()));
        issues.addAll(grid.issues());
        Map<Integer, Map<Integer, String>> rows = new TreeMap<>(grid.rows());
        if (!rows.isEmpty()) {
            int first = rows.keySet().iterator().next();
            table.readHeadings(grid.name(), first, rows.remove(first), issues);
            table.spread(grid, first, rows, issues);
            rows.forEach((number, cells) -> table.readRow(grid.name(), number, cells));
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    Iterable<Columns.Heading> headings() {
        return headings.values();
    }

    boolean has(String heading) {
        return headings.values().stream().anyMatch(known -> known.name().equals(heading));
    }

    private void readHeadings(String sheet, int row, Map<Integer, String> cells, List<Issue> issues) {
        Columns columns = Columns.of(name);
        Map<Columns.Heading, String> seen = new HashMap<>();
        cells.forEach((column, words) -> {
            Columns.Heading heading = columns.read(words);
            String place = Cell.letters(column) + " (" + words + ")";
            String before = seen.putIfAbsent(heading, place);
            if (before != null) {
                issues.add(Issue.error(
                        new Cell(sheet, row + 1, place),
                        "同じ意味の列が 2 つあります(もう一つは " + before + " 列)。どちらかを消してください。",
                        "Two columns mean the same (the other one is " + before + "); take one out."));
                return;
            }
            headings.put(column, heading);
            typed.put(column, place);
            if (!heading.isKnown()
                    && !name.equals("choices")
                    && Set.of("survey", "settings", "scales").contains(name)) {
                issues.add(Issue.warning(
                        new Cell(sheet, row + 1, place),
                        "「" + words + "」という列は使いません。綴りを確かめてください。",
                        "There is no column '" + words
                                + "' in XLSForm; it is not used. See whether it is spelt right."));
            }
        });
    }

    /** A block of cells that looks like one says what it says for each of its rows where that can be meant: the name of a list. */
    private void spread(Grid grid, int headingRow, Map<Integer, Map<Integer, String>> rows, List<Issue> issues) {
        for (Grid.Merged block : grid.merged()) {
            Columns.Heading heading = headings.get(block.firstColumn());
            if (heading == null || block.firstRow() <= headingRow || block.firstRow() == block.lastRow()) {
                continue;
            }
            String words = rows.getOrDefault(block.firstRow(), Map.of()).get(block.firstColumn());
            if (words == null) {
                continue;
            }
            boolean isListName = name.equals("choices") && heading.name().equals("list_name");
            for (int row = block.firstRow() + 1; isListName && row <= block.lastRow(); row++) {
                Map<Integer, String> cells = rows.get(row);
                if (cells != null) {
                    cells.putIfAbsent(block.firstColumn(), words);
                }
            }
            issues.add(Issue.warning(
                    new Cell(grid.name(), block.firstRow() + 1, typed.get(block.firstColumn())),
                    isListName ? "結合されたセルです。「" + words + "」をこの範囲のすべての行に使います。" : "結合されたセルです。内容は最初の行だけに使います。結合を解いてください。",
                    isListName
                            ? "Merged cells: '" + words + "' is taken for all of these rows."
                            : "Merged cells: what they say counts for the first row only. Unmerge them."));
        }
    }

    private void readRow(String sheet, int number, Map<Integer, String> cells) {
        Row row = new Row(sheet, number + 1);
        boolean isEmpty = true;
        for (Map.Entry<Integer, String> cell : cells.entrySet()) {
            Columns.Heading heading = headings.get(cell.getKey());
            if (heading != null) {
                row.put(heading, typed.get(cell.getKey()), cell.getValue());
                isEmpty = false;
            }
        }
        if (!isEmpty && !Words.yesOrNo(row.get("disabled")).orElse(false)) {
            rows.add(row);
        }
    }
}
