package tsunagi.engine.draft;

import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.sync.v1.ParkReason;

/** Thrown when somebody enters what could never be stored, so that it is refused while they still look at it. */
public final class UnfitInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ParkReason reason;
    private final transient Optional<FieldPath> path;

    UnfitInputException(ParkReason reason, Optional<FieldPath> path, String message) {
        super(message);
        this.reason = reason;
        this.path = path;
    }

    /** What the server would say. */
    public ParkReason reason() {
        return reason;
    }

    /** The field it is about, when it is about one. */
    public Optional<FieldPath> path() {
        return path;
    }
}
