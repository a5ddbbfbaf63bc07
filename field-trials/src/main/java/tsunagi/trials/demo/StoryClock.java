package tsunagi.trials.demo;

import java.time.LocalDateTime;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.ClockReading;
import tsunagi.trials.demo.story.Cast;

/**
 * A clock that shows the time of the story while somebody writes and the machine's own while the tablet syncs, as if the
 * tablet had been carried here from then.
 */
final class StoryClock implements TabletClock {
    private final TabletClock now = new DeskClock();
    private LocalDateTime scene;

    void show(LocalDateTime at) {
        scene = at;
    }

    void showNow() {
        scene = null;
    }

    @Override
    public ClockReading read() {
        if (scene == null) {
            return now.read();
        }
        return ClockReading.newBuilder()
                .setWallMs(scene.atZone(Cast.JAPAN).toInstant().toEpochMilli())
                .setMonotonicMs(0)
                .setBootId("story " + scene)
                .build();
    }
}
