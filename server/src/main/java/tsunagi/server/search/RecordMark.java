package tsunagi.server.search;

import java.util.Locale;

/** Something about a record that waits for a person, or that a person decided. */
public enum RecordMark {
    /** A field waits for a choice between values (食い違い). */
    CONFLICT,
    /** The rules say something about it (確認事項). */
    PROBLEM,
    /** A question back has no answer yet (確認のお願い). */
    QUESTION,
    /** It is left out of totals (集計から除く). */
    LEFT_OUT;

    /** As it stands in links. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
