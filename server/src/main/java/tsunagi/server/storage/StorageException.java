package tsunagi.server.storage;

import java.sql.SQLException;

/** Thrown when the database did not do what it was asked to; the outcome of a commit may be unknown. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
