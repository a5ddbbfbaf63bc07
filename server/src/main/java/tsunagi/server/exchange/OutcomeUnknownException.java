package tsunagi.server.exchange;

/** Thrown when nobody knows what became of work: no verdict is given, the stream ends and the tablet asks again. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(Throwable cause) {
        super(cause);
    }
}
