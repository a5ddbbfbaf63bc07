package tsunagi.xlsform;

/** What is said of cells whose formula has no usable result. */
final class CellWords {
    private CellWords() {}

    static void sayNoResult(Grid grid, int row, int column) {
        grid.say(
                true,
                row,
                column,
                "数式の計算結果が保存されていません。Excel で開いて保存し直すか、値として貼り付けてください。",
                "The result of this formula was not saved. Open and save the file in Excel, or paste the value.");
    }

    static void sayError(Grid grid, int row, int column, String error) {
        grid.say(
                true,
                row,
                column,
                "数式の結果がエラー(" + error + ")です。直すか、値として貼り付けてください。",
                "The formula's result is an error (" + error + "). Mend it, or paste a value.");
    }
}
