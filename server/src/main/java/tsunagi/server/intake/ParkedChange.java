package tsunagi.server.intake;

import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ParkReason;

/**
 * A change that waits for a person, or did.
 *
 * @param key the record it is about; empty when even that cannot be read
 * @param wire the bytes it came in; empty when its record was erased meanwhile
 * @param behind the parked change it waits behind
 */
public record ParkedChange(
        UUID teamId,
        UUID changeId,
        UUID originDeviceId,
        UUID carrierDeviceId,
        long ordinal,
        Optional<RecordKey> key,
        ContentHash hash,
        Optional<Change> wire,
        ParkReason reason,
        String detail,
        Optional<UUID> behind,
        long receivedAtMs,
        ClockOffset.Corrected madeAt,
        State state) {
    /** What became of it. */
    public enum State {
        /** It waits. */
        WAITING,
        /** It was taken in after all. */
        RELEASED,
        /** A person let go of it. */
        DROPPED,
        /** Its author corrected it by another change. */
        REPLACED
    }
}
