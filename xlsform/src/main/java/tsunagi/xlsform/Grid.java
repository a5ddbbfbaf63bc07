package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One sheet as it was read: the words in its cells as a person sees them. */
final class Grid {
    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 500;

    /** Characters of all cells of a spreadsheet together. */
    static final int MOST_CHARACTERS = 32 * 1024 * 1024;

    private final String name;
    private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
    private final List<Merged> merged = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Budget budget;

    Grid(String name, Budget budget) {
        this.name = name;
        this.budget = budget;
    }

    /** What the sheets of one file may take together. */
    static final class Budget {
        private long characters;
    }

    /** A block of cells that looks like one; rows and columns from 0, ends included. */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    String name() {
        return name;
    }

    /** Keeps what a cell says; rows and columns count from 0. */
    void put(int row, int column, String words) throws UnreadableException {
        String clean = words.strip();
        if (clean.isEmpty()) {
            return;
        }
        budget.characters += clean.length();
        if (row >= MOST_ROWS || column >= MOST_COLUMNS || budget.characters > MOST_CHARACTERS) {
            throw new UnreadableException(
                    "表計算ファイルが大きすぎます(" + name + " シート。上限は " + MOST_ROWS + " 行・" + MOST_COLUMNS
                            + " 列)。ファイルを分けてください。調査票の長い選択肢の一覧は CSV ファイルに分け、select_one_from_file で読み込めます。",
                    "The spreadsheet is too large (sheet " + name + "; the limits are " + MOST_ROWS + " rows and "
                            + MOST_COLUMNS
                            + " columns). Split it; long lists of choices of a form go into a CSV file with select_one_from_file.");
        }
        rows.computeIfAbsent(row, unknown -> new TreeMap<>()).put(column, clean);
    }

    void merge(Merged block) {
        merged.add(block);
    }

    List<Merged> merged() {
        return merged;
    }

    /** Says something about one cell; rows and columns count from 0. */
    void say(boolean isError, int row, int column, String ja, String en) {
        Cell cell = new Cell(name, row + 1, Cell.letters(column));
        issues.add(isError ? Issue.error(cell, ja, en) : Issue.warning(cell, ja, en));
    }

    List<Issue> issues() {
        return issues;
    }

    /** Rows that say anything, by their number from 0. */
    Map<Integer, ? extends Map<Integer, String>> rows() {
        return rows;
    }
}
