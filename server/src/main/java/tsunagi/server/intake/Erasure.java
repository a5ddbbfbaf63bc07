package tsunagi.server.intake;

import java.util.UUID;
import tsunagi.sync.v1.Change;

/** A change that withdrew or destroyed a record, with all it takes to take it in again. It holds nothing of the record. */
public record Erasure(
        UUID teamId,
        UUID originDeviceId,
        UUID carrierDeviceId,
        long ordinal,
        long correctedAtMs,
        boolean clockWasWrong,
        long receivedAtMs,
        Change change) {}
