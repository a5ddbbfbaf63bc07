package tsunagi.server.console.page;

/** Nobody is signed in, or no longer. */
public final class NotSignedInException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
