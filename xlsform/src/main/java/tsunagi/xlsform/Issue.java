package tsunagi.xlsform;

import tsunagi.questionnaires.Wording;

/** Something the author of a spreadsheet has to mend, or should know: where, what, and how. */
public record Issue(boolean isError, Cell cell, Wording wording) {
    static Issue error(Cell cell, String ja, String en) {
        return new Issue(true, cell, new Wording(ja, en));
    }

    static Issue warning(Cell cell, String ja, String en) {
        return new Issue(false, cell, new Wording(ja, en));
    }

    public String ja() {
        return (isError ? "エラー: " : "注意: ") + (cell.ja().isEmpty() ? "" : cell.ja() + ": ") + wording.ja();
    }

    public String en() {
        return (isError ? "error: " : "warning: ") + (cell.en().isEmpty() ? "" : cell.en() + ": ") + wording.en();
    }

    @Override
    public String toString() {
        return ja() + "\n    " + en();
    }
}
