package tsunagi.app.questionnaire;

/**
 * A question in the list of all that are asked now.
 *
 * @param page where it stands, counted from 0
 * @param heading the group or part it stands in; empty when in none
 */
record FillEntry(String path, int page, String heading, String label, Mark mark) {
    /** How it stands with it. */
    enum Mark {
        ANSWERED,
        /** No answer, and none is needed. */
        OPEN,
        /** No answer, and the form wants one. */
        MISSING,
        /** The answer is not one that the form takes. */
        WRONG
    }

    /** Whether the sheet cannot be finished with it. */
    boolean isInTheWay() {
        return mark == Mark.MISSING || mark == Mark.WRONG;
    }
}
