package tsunagi.trials.simulation;

import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.ClockReading;

/** A tablet's clocks: the wall clock is off by what somebody set, the monotonic one runs from boot to boot. */
final class TabletTime implements TabletClock {
    private static final long DAY_MS = 24 * 3_600_000L;
    private static final long YEAR_1970_MS = 0;
    private static final long YEAR_2090_MS = 120 * 365 * DAY_MS;

    private final VirtualTime time;
    private long offsetMs;
    private long bootedAtMs;
    private int boots;

    TabletTime(VirtualTime time) {
        this.time = time;
        this.bootedAtMs = time.nowMs();
    }

    void jump(Dice dice) {
        offsetMs = switch (dice.below(4)) {
            case 0 -> YEAR_1970_MS - time.nowMs();
            case 1 -> YEAR_2090_MS - time.nowMs();
            default -> dice.between(-10, 10) * DAY_MS;
        };
    }

    void boot() {
        bootedAtMs = time.nowMs();
        boots++;
    }

    @Override
    public ClockReading read() {
        return ClockReading.newBuilder()
                .setWallMs(time.nowMs() + offsetMs)
                .setMonotonicMs(time.nowMs() - bootedAtMs)
                .setBootId("boot" + boots + "@" + bootedAtMs)
                .build();
    }
}
