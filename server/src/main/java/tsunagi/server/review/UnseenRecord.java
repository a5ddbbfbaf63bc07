package tsunagi.server.review;

import java.util.Optional;
import java.util.OptionalLong;
import tsunagi.record.RecordKey;

/**
 * A record that is new, or changed since somebody looked at it.
 *
 * @param movedAtMs when the server took in what moved it last
 * @param review what was said about it; empty when nothing was
 */
public record UnseenRecord(RecordKey key, long movedAtMs, Optional<ReviewOf> review) {
    UnseenRecord with(Optional<ReviewOf> said) {
        return new UnseenRecord(key, movedAtMs, said);
    }

    /** When somebody looked at it last; empty when nobody did. */
    public OptionalLong checkedAtMs() {
        return review.map(ReviewOf::checkedAtMs).orElse(OptionalLong.empty());
    }

    boolean isUnseen() {
        return checkedAtMs().orElse(0) < movedAtMs;
    }
}
