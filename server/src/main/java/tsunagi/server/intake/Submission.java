package tsunagi.server.intake;

import java.util.List;
import java.util.UUID;
import tsunagi.sync.v1.Change;

/**
 * Consecutive changes of one lane, as a device hands them in.
 *
 * @param originDeviceId where they were made
 * @param carrierDeviceId who hands them in
 * @param clock how the carrier's clock stands to the server's
 * @param firstOrdinal the ordinal of the first; the others follow without gaps
 */
public record Submission(
        UUID teamId,
        UUID originDeviceId,
        UUID carrierDeviceId,
        ClockOffset clock,
        long firstOrdinal,
        List<Change> changes) {}
