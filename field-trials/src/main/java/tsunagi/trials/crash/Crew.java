package tsunagi.trials.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.engine.device.ServerAddress;

/** All tablets of a trial at work, each on a thread of its own. */
final class Crew {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final long LOOK_INTERVAL_MS = 20;

    private final List<BusyTablet> tablets;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    Crew(List<BusyTablet> tablets) {
        this.tablets = tablets;
    }

    /** Begins to work, each tablet with the server that it is told each time. */
    void start(Function<BusyTablet, ServerAddress> servers) {
        for (BusyTablet tablet : tablets) {
            Thread thread = new Thread(() -> work(tablet, servers), "tablet-" + tablets.indexOf(tablet));
            threads.add(thread);
            thread.start();
        }
    }

    int completed() {
        return tablets.stream().mapToInt(BusyTablet::completed).sum();
    }

    /** Returns when so many more syncs came to their end. */
    void awaitCompleted(int more) throws InterruptedException {
        int wanted = completed() + more;
        while (completed() < wanted && !hasFailed()) {
            Thread.sleep(LOOK_INTERVAL_MS);
        }
    }

    /** Lets every tablet end what it is at. */
    void stop() throws InterruptedException {
        isOver.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        synchronized (failures) {
            if (!failures.isEmpty()) {
                throw new IllegalStateException("a tablet failed", failures.get(0));
            }
        }
    }

    private boolean hasFailed() {
        synchronized (failures) {
            return !failures.isEmpty();
        }
    }

    private void work(BusyTablet tablet, Function<BusyTablet, ServerAddress> servers) {
        try {
            while (!isOver.get()) {
                tablet.work(servers.apply(tablet));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("a tablet failed", e);
            synchronized (failures) {
                failures.add(e);
            }
        }
    }
}
