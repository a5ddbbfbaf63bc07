package tsunagi.server.imports;

/**
 * Something about one row of a file.
 *
 * @param row as the spreadsheet counts; 0 for the file as a whole
 * @param column its letters and heading; empty for the row as a whole
 * @param isRefusal whether the row is not imported because of it
 */
record Remark(int row, String column, boolean isRefusal, String japanese, String english) {
    @Override
    public String toString() {
        String ja = (row > 0 ? row + " 行目 " : "") + (column.isEmpty() ? "" : column + " 列: ") + japanese;
        String en = (row > 0 ? "row " + row + " " : "") + (column.isEmpty() ? "" : "column " + column + ": ") + english;
        return (isRefusal ? "エラー: " : "注意: ") + ja + "\n    " + (isRefusal ? "error: " : "warning: ") + en;
    }
}
