package tsunagi.trials.tablet;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tsunagi.engine.tablet.Tablet;

/** Tells whoever waits for a synchronization how much is still to send, as counted on disk. */
final class SyncProgress implements AutoCloseable {
    private static final int INTERVAL_SECONDS = 2;

    private final Tablet tablet;
    private final Consumer<String> listener;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    SyncProgress(Tablet tablet, Consumer<String> listener) {
        this.tablet = tablet;
        this.listener = listener;
    }

    void begin(String server) {
        listener.accept("Syncing with " + server + ": " + waiting() + " to send");
        // Nobody waits for it; it ends with the timer.
        var unused = timer.scheduleWithFixedDelay(
                () -> listener.accept("  at it: " + waiting() + " to send"),
                INTERVAL_SECONDS,
                INTERVAL_SECONDS,
                TimeUnit.SECONDS);
    }

    private long waiting() {
        return tablet.status().tally().waiting();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
