package tsunagi.server;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that serve calls, however many tablets there are, and one that keeps time. */
final class ServerThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerThreads.class);
    private static final int SERVING_THREADS = 16;

    private final ExecutorService pool = Executors.newFixedThreadPool(SERVING_THREADS, named("serving"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("timer"));

    ServerThreads() {
        timer.setRemoveOnCancelPolicy(true);
    }

    ExecutorService pool() {
        return pool;
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /** Does what it is given after this delay. */
    Executor after(Duration delay) {
        return work -> {
            Future<?> unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        };
    }

    /** Does this again and again; a failure is told and does not end it. */
    void repeat(Runnable work, Duration interval) {
        Future<?> unused = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("what is done every {} failed; it is tried again", interval, e);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pool.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
