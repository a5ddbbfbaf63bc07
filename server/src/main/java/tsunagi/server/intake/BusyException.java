package tsunagi.server.intake;

/** Thrown to a caller whose work was not accepted: too much waits, or the server is stopping. Nothing of it was done. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException(String message) {
        super(message);
    }
}
