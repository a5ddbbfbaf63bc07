package tsunagi.server.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A tablet as it last told of itself.
 *
 * @param personId whose it is; empty for a shared one
 * @param teams the names of the teams it may hold
 * @param replacedBy the identity that it was given anew; empty while it has its first
 * @param unsent changes that were saved on it and not yet handed in, when it last spoke
 * @param clockOffsetMs how far its clock was ahead of the server's, then
 * @param troubles how many notes there are of what went wrong
 */
public record TabletState(
        UUID id,
        String name,
        Optional<String> personId,
        List<String> teams,
        long enrolledAtMs,
        OptionalLong revokedAtMs,
        Optional<UUID> replacedBy,
        OptionalLong lastSeenAtMs,
        Optional<String> appVersion,
        OptionalLong unsent,
        OptionalLong freeStorageBytes,
        OptionalLong batteryPercent,
        OptionalLong clockOffsetMs,
        int troubles) {
    /** A clock that is farther off is wrong. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** With less, photos may find no room. */
    private static final long STORAGE_LOW_BYTES = 500L << 20;

    public boolean isRevoked() {
        return revokedAtMs.isPresent();
    }

    /** Whether it should have spoken since, and did not. */
    public boolean isSilentSince(long atMs) {
        return !isRevoked() && replacedBy.isEmpty() && lastSeenAtMs.orElse(enrolledAtMs) < atMs;
    }

    public boolean isClockWrong() {
        return Math.abs(clockOffsetMs.orElse(0)) > CLOCK_TOLERANCE.toMillis();
    }

    public boolean isStorageLow() {
        return freeStorageBytes.orElse(Long.MAX_VALUE) < STORAGE_LOW_BYTES;
    }
}
