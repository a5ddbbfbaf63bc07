package tsunagi.engine.storage;

/** Thrown when the tablet's storage cannot do what was asked: full, broken, locked by another program, too new. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
