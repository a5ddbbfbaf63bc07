package tsunagi.trials.tablet;

/** What the program tells the shell. */
enum ExitCode {
    /** Done. */
    OK(0),
    /** Something nobody expected; the message is all there is to go by. */
    FAULT(1),
    /** The command line or the JSON cannot be understood. */
    USAGE(2),
    /** This tablet is not enrolled, or the server does not let it in. */
    NOT_ENROLLED(3),
    /** Another process works on the data directory. */
    IN_USE(4),
    /** Tablet and server are not up to date with each other; nothing is lost. */
    NOT_UP_TO_DATE(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
