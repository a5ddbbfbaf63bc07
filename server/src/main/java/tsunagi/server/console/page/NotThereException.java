package tsunagi.server.console.page;

/** There is no such thing here, or no longer. */
public final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
