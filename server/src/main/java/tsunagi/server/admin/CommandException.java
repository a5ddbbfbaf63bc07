package tsunagi.server.admin;

/** Thrown when a command cannot do what it was asked to; the message is for the person who typed it. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
