package tsunagi.server.search;

import java.util.Locale;

/** Something about a record that waits for a person, or that a person decided. */
public enum RecordMark {
    /** A field waits for a choice between values (食い違い). */
    CONFLICT("conflict.record_id", "conflict WHERE conflict.team_id = ? AND conflict.record_type = ?"),
    /** The rules say something about it (確認事項). */
    PROBLEM(
            "record_problem.record_id",
            "record_problem WHERE record_problem.team_id = ? AND record_problem.record_type = ?"),
    /** A question back has no answer yet (確認のお願い). */
    QUESTION("review.about_id", """
            review
            JOIN review_question question ON question.team_id = review.team_id AND question.review_id = review.id
            LEFT JOIN review_answer answer ON answer.team_id = question.team_id
                AND answer.review_id = question.review_id AND answer.entry_key = question.entry_key
            WHERE review.team_id = ? AND review.about_type = ? AND answer.entry_key IS NULL"""),
    /** It is left out of totals (集計から除く). */
    LEFT_OUT("review.about_id", "review WHERE review.team_id = ? AND review.about_type = ? AND exclusion_left_out = 1");

    private final String idColumn;
    private final String rows;

    RecordMark(String idColumn, String rows) {
        this.idColumn = idColumn;
        this.rows = rows;
    }

    /** As it stands in links. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column that names the record in {@link #rows}. */
    String idColumn() {
        return idColumn;
    }

    /** Where it stands, of one team and type, behind FROM. */
    String rows() {
        return rows;
    }
}
