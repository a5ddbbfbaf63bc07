package tsunagi.change;

import java.util.Optional;
import tsunagi.sync.v1.ParkReason;

/** Thrown inside the reader where a change turns out not to be what it should be. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ParkReason reason;
    private final transient FieldPath path;

    UnfitException(ParkReason reason, FieldPath path, String message) {
        super(message);
        this.reason = reason;
        this.path = path;
    }

    static UnfitException malformed(String message) {
        return new UnfitException(ParkReason.PARK_REASON_MALFORMED, null, message);
    }

    ParkReason reason() {
        return reason;
    }

    Optional<FieldPath> path() {
        return Optional.ofNullable(path);
    }
}
