package tsunagi.trials.demo;

import java.time.LocalDateTime;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.ClockReading;

/**
 * A tablet's clock that shows the time of the scene while somebody writes and that of the server while the tablet syncs.
 */
final class StoryClock implements TabletClock {
    private final TabletClock running = new DeskClock();
    private final StoryTime time;
    private LocalDateTime scene;

    StoryClock(StoryTime time) {
        this.time = time;
    }

    void show(LocalDateTime at) {
        scene = at;
    }

    void showServerTime() {
        scene = null;
    }

    @Override
    public ClockReading read() {
        if (scene == null) {
            return running.read().toBuilder().setWallMs(time.millis()).build();
        }
        return ClockReading.newBuilder()
                .setWallMs(StoryTime.instantOf(scene).toEpochMilli())
                .setMonotonicMs(0)
                .setBootId("story " + scene)
                .build();
    }
}
