package tsunagi.questionnaires;

/**
 * Why a form cannot be used.
 *
 * @param where the path or the words in the form that it is about; empty for the form as a whole
 */
public record FormFault(Kind kind, String where, Wording wording) {
    /** What is wrong, for programs. */
    public enum Kind {
        TOO_LARGE,
        NOT_XML,
        DOCUMENT_TYPE,
        NOT_A_FORM,
        DUPLICATE_NAME,
        UNKNOWN_REFERENCE,
        UNKNOWN_FUNCTION,
        BAD_EXPRESSION,
        CYCLE,
        MISSING_FILE,
        UNSUPPORTED
    }

    static FormFault of(Kind kind, String where, String ja, String en) {
        return new FormFault(kind, where, new Wording(ja, en));
    }

    @Override
    public String toString() {
        return wording.toString();
    }
}
