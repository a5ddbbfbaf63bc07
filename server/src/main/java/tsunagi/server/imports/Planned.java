package tsunagi.server.imports;

import java.util.List;
import tsunagi.server.desk.DeskEdit;

/**
 * What an import is going to do about one row.
 *
 * @param row the row as the spreadsheet counts
 * @param name what it is about, for people
 * @param edits what is written; none when it is refused or says nothing new
 */
record Planned(int row, Fate fate, String name, List<DeskEdit> edits, List<Remark> remarks) {
    /** What becomes of a row. */
    enum Fate {
        /** A record is made. */
        MADE("新規"),
        /** A record that is there gets something. */
        CHANGED("変更"),
        /** The record says so already. */
        UNCHANGED("変更なし"),
        /** Nothing is written. */
        REFUSED("取り込まない");

        private final String japanese;

        Fate(String japanese) {
            this.japanese = japanese;
        }

        String japanese() {
            return japanese;
        }
    }

    static Planned refused(ImportRow row, String name) {
        return new Planned(row.number(), Fate.REFUSED, name, List.of(), row.remarks());
    }

    /** What writing these comes to; the first edit is what the row is about. */
    static Planned of(ImportRow row, String name, List<DeskEdit> edits) {
        List<DeskEdit> news =
                edits.stream().filter(edit -> !edit.values().paths().isEmpty()).toList();
        DeskEdit first = edits.get(0);
        boolean isMade = !first.seen().exists() || !first.seen().life().isAlive();
        Fate fate = news.isEmpty() ? Fate.UNCHANGED : isMade ? Fate.MADE : Fate.CHANGED;
        return new Planned(row.number(), fate, name, news, row.remarks());
    }
}
