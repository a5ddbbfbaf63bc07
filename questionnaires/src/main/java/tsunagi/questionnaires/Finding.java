package tsunagi.questionnaires;

/**
 * Something about a sheet that a person should see. What it is about is kept all the same.
 *
 * @param path where it stands, with the keys of repeats
 */
public record Finding(String path, Kind kind, Wording wording) {
    /** What was found, for programs. */
    public enum Kind {
        /** No such question in this version of the form. */
        UNKNOWN_QUESTION,
        /** The answer is not of the kind the question takes. */
        WRONG_TYPE,
        /** A choice that is not offered, or not any more. */
        NOT_A_CHOICE,
        /** The form's own condition is not met. */
        OUT_OF_CONSTRAINT,
        /** The form wants an answer and there is none. */
        REQUIRED,
        /** An answer to what is not asked, as things stand. */
        NOT_ASKED,
        /** An answer where nothing can be entered. */
        NOT_TO_BE_ANSWERED;

        /** Whether the sheet cannot be complete with it. */
        public boolean isError() {
            return this != NOT_ASKED;
        }
    }

    static Finding of(String path, Kind kind, String ja, String en) {
        return new Finding(path, kind, new Wording(ja, en));
    }
}
