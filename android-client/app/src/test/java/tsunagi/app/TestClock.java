package tsunagi.app;

import java.time.Duration;
import java.time.Instant;
import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.ClockReading;

/** A clock that stands until it is moved: the day of the first lecture at the brewery, 26 July 2024, 10:42 in Japan. */
public final class TestClock implements TabletClock {
    private Instant now = Instant.parse("2024-07-26T01:42:00Z");

    @Override
    public synchronized ClockReading read() {
        return ClockReading.newBuilder()
                .setWallMs(now.toEpochMilli())
                .setMonotonicMs(now.toEpochMilli())
                .setBootId("boot")
                .build();
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
