package tsunagi.trials.tablet.json;

/** Thrown when what somebody typed cannot be understood; the message says what would be. */
public final class BadInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public BadInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A short word for scripts, such as {@code unknown_field}. */
    public String code() {
        return code;
    }
}
