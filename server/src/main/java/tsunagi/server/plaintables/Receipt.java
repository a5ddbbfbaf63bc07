package tsunagi.server.plaintables;

import java.time.Instant;
import java.util.Optional;
import tsunagi.calendar.JapaneseDays;

/**
 * What the log knows about the first and the last change of a record.
 *
 * @param receivedAtMs when the server took in the first one
 * @param first who made it, and when; the body is the one on whose behalf
 * @param last the same of the change that moved the record last, be it one of another record
 * @param movedAtMs when the server took that change in; otherwise as {@code receivedAtMs}
 */
record Receipt(long receivedAtMs, Said first, Optional<Said> last, long movedAtMs) {
    static Receipt of(Moved first, Optional<Moved> last) {
        return new Receipt(
                first.receivedAtMs(),
                first.said(),
                last.map(Moved::said),
                last.orElse(first).receivedAtMs());
    }

    /** A change as it came in. */
    record Moved(Said said, long receivedAtMs) {}

    /** Who changed something, on behalf of which body, and when. */
    record Said(String personId, Optional<String> bodyId, long atMs) {}

    /** The day, in Japan, on which the server took in the first change. */
    String receivedOn() {
        return Instant.ofEpochMilli(receivedAtMs)
                .atZone(JapaneseDays.TIME)
                .toLocalDate()
                .toString();
    }
}
