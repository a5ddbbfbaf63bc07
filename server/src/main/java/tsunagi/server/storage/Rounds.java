package tsunagi.server.storage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work beside the serving of tablets: round after round on a thread of its own, each saying how long to rest after it. */
public final class Rounds implements AutoCloseable {
    private final Duration firstRest;
    private final Supplier<Duration> round;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Rounds that have not begun.
     *
     * @param name of the thread
     * @param firstRest before the first of them
     * @param round does one round and tells how long to rest; a failure is its own to tell, and must not leave it
     */
    public Rounds(String name, Duration firstRest, Supplier<Duration> round) {
        this.firstRest = firstRest;
        this.round = round;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    /** True once it is being closed: the round under way should come to its end. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits for the round under way and ends; leaves the interrupt standing when it may not wait. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration rest = firstRest;
        while (!isClosingAfter(rest)) {
            rest = round.get();
        }
    }

    private boolean isClosingAfter(Duration rest) {
        try {
            return closing.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
