package tsunagi.trials.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time in a run: it moves only when told to. The server's clock is right; tablets have clocks of their own. */
final class VirtualTime extends Clock {
    private static final long START_MS = Instant.parse("2024-04-01T00:00:00Z").toEpochMilli();

    private long nowMs = START_MS;

    long nowMs() {
        return nowMs;
    }

    void pass(long ms) {
        nowMs += ms;
    }

    @Override
    public long millis() {
        return nowMs;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulation has one time zone");
    }
}
