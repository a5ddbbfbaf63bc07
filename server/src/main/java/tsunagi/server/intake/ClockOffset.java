package tsunagi.server.intake;

import tsunagi.sync.v1.ClockReading;

/**
 * How a device's clock stands to the server's: what both showed at one moment.
 *
 * @param serverMs the server's clock, milliseconds since 1970 UTC
 * @param device the device's clocks at that moment
 */
public record ClockOffset(long serverMs, ClockReading device) {
    private static final long CLOCK_WRONG_FROM_MS = 5 * 60_000;

    /**
     * A time of the device, by the server's clock.
     *
     * @param clockWasWrong true when the device's wall clock was off by more than a few minutes
     */
    public record Corrected(long atMs, boolean clockWasWrong) {}

    /** When something happened that the device saw at {@code reading}; never later than {@code nowMs}. */
    Corrected correct(ClockReading reading, long nowMs) {
        boolean isSameBoot = reading.hasBootId() && reading.getBootId().equals(device.getBootId());
        long atMs = isSameBoot
                ? serverMs - (device.getMonotonicMs() - reading.getMonotonicMs())
                : reading.getWallMs() + (serverMs - device.getWallMs());
        boolean clockWasWrong = Math.abs(atMs - reading.getWallMs()) > CLOCK_WRONG_FROM_MS;
        return new Corrected(Math.min(atMs, nowMs), clockWasWrong);
    }
}
