package tsunagi.xlsform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A spreadsheet of any kind as people see it, read with the same guards as one that holds a form. */
public sealed interface Spreadsheet {
    /** What stands in it. */
    record Readable(List<Sheet> sheets) implements Spreadsheet {
        public Readable {
            sheets = List.copyOf(sheets);
        }
    }

    /** The file is no spreadsheet that can be read: why, and what to do. */
    record Unreadable(String ja, String en) implements Spreadsheet {}

    /**
     * One sheet.
     *
     * @param issues cells that cannot be used, such as errors of formulas; they stand in no line
     */
    record Sheet(String name, List<Line> lines, List<Issue> issues) {
        public Sheet {
            lines = List.copyOf(lines);
            issues = List.copyOf(issues);
        }
    }

    /**
     * One line that says anything.
     *
     * @param number as people count, from 1
     * @param cells by their column from 0; empty ones are not there
     */
    record Line(int number, SortedMap<Integer, String> cells) {
        public Line {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }
    }

    /** Reads .xlsx, .xls, or .csv in UTF-8, UTF-16 or Shift_JIS (CP932). */
    static Spreadsheet read(Path file) {
        try {
            List<Sheet> sheets = new ArrayList<>();
            for (Grid grid : SpreadsheetFile.readAll(file)) {
                List<Line> lines = new ArrayList<>();
                grid.rows().forEach((row, cells) -> lines.add(new Line(row + 1, new TreeMap<>(cells))));
                sheets.add(new Sheet(grid.name(), lines, grid.issues()));
            }
            return new Readable(sheets);
        } catch (UnreadableException e) {
            return new Unreadable(e.issue().wording().ja(), e.issue().wording().en());
        }
    }

    /** The letters of a column, counted from 0. */
    static String letters(int column) {
        return Cell.letters(column);
    }
}
