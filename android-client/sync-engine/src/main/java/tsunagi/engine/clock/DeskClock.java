package tsunagi.engine.clock;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tsunagi.sync.v1.ClockReading;

/** The clocks of a Java machine. Its monotonic clock is good for one run of the program, which counts as one boot. */
public final class DeskClock implements TabletClock {
    private final String runId = UUID.randomUUID().toString();

    @Override
    public ClockReading read() {
        return ClockReading.newBuilder()
                .setWallMs(System.currentTimeMillis())
                .setMonotonicMs(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))
                .setBootId(runId)
                .build();
    }
}
