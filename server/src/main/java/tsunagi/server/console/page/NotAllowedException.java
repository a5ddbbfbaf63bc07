package tsunagi.server.console.page;

/** Who is signed in may not see this. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
