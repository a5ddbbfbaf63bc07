package tsunagi.engine.outbox;

import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.Verdict;

/**
 * A change as the outbox keeps it.
 *
 * @param sequence its place among everything saved on this tablet
 * @param revision the team's revision it took; 0 when it has none
 * @param appliedTo the record it was applied to instead of its own, which had been absorbed
 * @param verdict the server's last word; empty while it waits, and when its record was erased while it was parked
 * @param isSeenByPerson false when the server's word has not been seen and says more than "accepted"
 * @param correctedBy the change that a person saved in its place after it was parked
 * @param wire its bytes; without header and body when its record was erased
 */
public record SavedChange(
        long sequence,
        UUID originDeviceId,
        long ordinal,
        UUID changeId,
        RecordKey key,
        long savedAtMs,
        Standing standing,
        long revision,
        Optional<UUID> appliedTo,
        Optional<Verdict> verdict,
        boolean isSeenByPerson,
        Optional<UUID> correctedBy,
        Change wire) {

    public Lane lane() {
        return new Lane(key.teamId(), originDeviceId);
    }

    /** How much it says: header and body. */
    public int bytes() {
        return wire.getHeader().size() + wire.getBody().size();
    }

    /** The record its effect shows in. */
    public RecordKey target() {
        return appliedTo.map(key::withId).orElse(key);
    }
}
