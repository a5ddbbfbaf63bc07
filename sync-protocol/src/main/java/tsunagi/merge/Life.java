package tsunagi.merge;

import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Stamp;
import tsunagi.sync.v1.EndReason;

/** Whether a record lives, and if not, how it ended. */
public sealed interface Life {
    /** It lives. */
    record Alive() implements Life {}

    /**
     * It ended.
     *
     * @param by the change that ended it
     * @param successorId the record that speaks for it, when it was absorbed
     */
    record Ended(EndReason reason, Stamp by, Optional<UUID> successorId) implements Life {}

    default boolean isAlive() {
        return this instanceof Alive;
    }

    default boolean endedBy(EndReason reason) {
        return this instanceof Ended ended && ended.reason() == reason;
    }

    /** True when it was withdrawn or destroyed: its contents are gone and nothing revives it. */
    default boolean isErased() {
        return endedBy(EndReason.END_REASON_WITHDRAWN) || endedBy(EndReason.END_REASON_DESTROYED);
    }

    /** The record that speaks for it, when it was absorbed. */
    default Optional<UUID> successor() {
        return this instanceof Ended ended ? ended.successorId() : Optional.empty();
    }
}
