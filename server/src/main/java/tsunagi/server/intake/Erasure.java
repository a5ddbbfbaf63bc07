package tsunagi.server.intake;

import java.util.List;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.sync.v1.Change;

/**
 * A change that withdrew or destroyed a record, with all it takes to take it in again. It holds nothing of the record.
 *
 * @param hash of the change as it came
 * @param change its header
 * @param along the records that the erased one spoke for, and that went with it
 */
public record Erasure(
        UUID teamId,
        UUID changeId,
        UUID originDeviceId,
        UUID carrierDeviceId,
        long ordinal,
        long correctedAtMs,
        boolean clockWasWrong,
        long receivedAtMs,
        ContentHash hash,
        Change change,
        List<UUID> along) {

    static Erasure of(UUID teamId, Incoming incoming, List<UUID> along) {
        return new Erasure(
                teamId,
                incoming.changeId(),
                incoming.originDeviceId(),
                incoming.carrierDeviceId(),
                incoming.ordinal(),
                incoming.madeAt().atMs(),
                incoming.madeAt().clockWasWrong(),
                incoming.receivedAtMs(),
                incoming.hash(),
                Change.newBuilder().setHeader(incoming.wire().getHeader()).build(),
                along);
    }

    /** The same at another place in its lane. */
    Erasure at(long otherOrdinal) {
        return new Erasure(
                teamId,
                changeId,
                originDeviceId,
                carrierDeviceId,
                otherOrdinal,
                correctedAtMs,
                clockWasWrong,
                receivedAtMs,
                hash,
                change,
                along);
    }
}
