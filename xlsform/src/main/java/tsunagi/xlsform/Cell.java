package tsunagi.xlsform;

/**
 * A place in a spreadsheet, as people find it.
 *
 * @param sheet empty for the file as a whole
 * @param row from 1; 0 for the sheet as a whole
 * @param column its letters and heading, such as {@code C (label)}; empty for the row as a whole
 */
public record Cell(String sheet, int row, String column) {
    static final Cell FILE = new Cell("", 0, "");

    static Cell sheet(String sheet) {
        return new Cell(sheet, 0, "");
    }

    /** The letters of a column, counted from 0. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    String ja() {
        return sheet.isEmpty()
                ? ""
                : sheet + " シート" + (row > 0 ? " " + row + " 行目" : "") + (column.isEmpty() ? "" : " " + column + " 列");
    }

    String en() {
        return sheet.isEmpty()
                ? ""
                : "sheet " + sheet + (row > 0 ? ", row " + row : "") + (column.isEmpty() ? "" : ", column " + column);
    }
}
