package tsunagi.app.sync;

import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tsunagi.app.Parts;
import tsunagi.engine.tablet.Tablet;

/**
 * Runs one synchronization at a time, on threads of its own, so that no screen ever waits for it. To be used on the main
 * thread; listeners are told there.
 */
public final class SyncRunner {
    private static final String LOG_TAG = "tsunagi";
    private static final int COUNT_INTERVAL_MS = 1_000;
    /** One that synchronizes, one that counts. */
    private static final int THREADS = 2;

    private final Parts parts;
    private final SyncWay way;
    private final ScheduledExecutorService threads =
            new ScheduledThreadPoolExecutor(THREADS, work -> new Thread(work, "sync"));
    private final Handler main = new Handler(Looper.getMainLooper());
    private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<SyncOutcome>> awaiting = new CopyOnWriteArrayList<>();
    private SyncState state = new SyncState.Idle();
    private volatile Thread underway;

    public SyncRunner(Parts parts, SyncWay way) {
        this.parts = parts;
        this.way = way;
    }

    public SyncState state() {
        return state;
    }

    public boolean isIdle() {
        return state instanceof SyncState.Idle;
    }

    public void addListener(Consumer<SyncState> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<SyncState> listener) {
        listeners.remove(listener);
    }

    /** Synchronizes, unless that is going on already. */
    public void start() {
        start(outcome -> {});
    }

    /** Synchronizes, or joins what is going on already, and tells what came of it. */
    public void start(Consumer<SyncOutcome> then) {
        awaiting.add(then);
        if (isIdle()) {
            show(new SyncState.Running(0, 0));
            threads.execute(this::run);
        }
    }

    /** Ends what is going on; what was not done is done the next time. */
    public void stop() {
        Thread running = underway;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Takes no more work. */
    public void close() {
        threads.shutdownNow();
    }

    private void run() {
        SyncOutcome outcome = SyncOutcome.INTERRUPTED;
        underway = Thread.currentThread();
        try {
            outcome = synchronize();
        } catch (RuntimeException e) {
            Log.e(LOG_TAG, "the synchronization failed", e);
            outcome = SyncOutcome.of(e);
        } finally {
            underway = null;
            // Whoever asked for an end has it; the thread goes on to the next.
            Thread.interrupted();
            SyncOutcome end = outcome;
            main.post(() -> end(end));
        }
    }

    private SyncOutcome synchronize() {
        Optional<SyncOutcome> hindrance = way.hindrance();
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        long recordsBefore = parts.tablet().replica().count();
        Future<?> counting =
                threads.scheduleWithFixedDelay(() -> count(recordsBefore), 0, COUNT_INTERVAL_MS, TimeUnit.MILLISECONDS);
        try {
            return SyncOutcome.of(way.synchronize());
        } finally {
            counting.cancel(false);
        }
    }

    private void count(long recordsBefore) {
        Tablet tablet = parts.tablet();
        long toSend = tablet.outbox().tally().waiting() + tablet.files().waitingCount();
        long received = Math.max(0, tablet.replica().count() - recordsBefore);
        main.post(() -> {
            if (!isIdle()) {
                show(new SyncState.Running(toSend, received));
            }
        });
    }

    private void end(SyncOutcome outcome) {
        if (outcome != SyncOutcome.ALREADY_RUNNING) {
            parts.settings().lastSync(outcome);
        }
        show(new SyncState.Idle());
        List<Consumer<SyncOutcome>> told = new ArrayList<>(awaiting);
        awaiting.clear();
        told.forEach(then -> then.accept(outcome));
    }

    private void show(SyncState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
