package tsunagi.engine.clock;

import tsunagi.sync.v1.ClockReading;

/** The tablet's clocks, right or wrong. */
@FunctionalInterface
public interface TabletClock {
    ClockReading read();

    /** The wall clock, milliseconds since 1970 UTC; it may be wrong by years. */
    default long wallMs() {
        return read().getWallMs();
    }
}
