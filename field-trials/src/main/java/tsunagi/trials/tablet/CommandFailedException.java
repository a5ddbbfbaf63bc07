package tsunagi.trials.tablet;

/** Thrown when a command cannot do what it was asked; the message says what to do instead. */
final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String code;

    CommandFailedException(ExitCode exitCode, String code, String message) {
        super(message);
        this.exitCode = exitCode;
        this.code = code;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /** A short word for scripts, such as {@code not_enrolled}. */
    String code() {
        return code;
    }
}
