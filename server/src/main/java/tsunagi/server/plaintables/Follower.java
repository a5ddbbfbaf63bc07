package tsunagi.server.plaintables;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.StorageException;

/**
 * Keeps the plain tables close behind the log, on a thread of its own. It looks for teams that moved, does one step for
 * each of them in turn, and then rests for as long as that took, so that intake has the writer at least half of the time.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final PlainTables tables;
    private final FollowerLease lease;
    private final Duration interval;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "plain-tables");

    /**
     * Makes one that does not run yet.
     *
     * @param lease by which one of several servers follows
     * @param interval how long it rests when nothing moved, or when a step failed
     */
    public Follower(PlainTables tables, FollowerLease lease, Duration interval) {
        this.tables = tables;
        this.lease = lease;
        this.interval = interval;
    }

    /** Makes the tables ready and begins to follow. */
    public void start() {
        if (tables.prepare()) {
            LOG.info("the plain tables were made anew and are being filled");
        }
        thread.start();
    }

    /** Ends the step under way and stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            lease.letGo();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration rest = Duration.ZERO;
        while (!isClosingAfter(rest)) {
            long start = System.nanoTime();
            boolean moved = followAll();
            rest = moved ? Duration.ofNanos(System.nanoTime() - start) : interval;
        }
    }

    /** One step for each team that is behind; true when there was one and all went well. */
    private boolean followAll() {
        try {
            List<UUID> teams = tables.behind();
            if (teams.isEmpty() || !lease.hold()) {
                return false;
            }
            boolean wentWell = true;
            for (UUID team : teams) {
                wentWell &= !isClosingAfter(Duration.ZERO) && follow(team);
            }
            return wentWell;
        } catch (StorageException e) {
            LOG.warn("the plain tables cannot see how far the log is; they try again", e);
            return false;
        }
    }

    /** False when it failed; what fails for one team must not keep the others waiting. */
    private boolean follow(UUID team) {
        try {
            tables.follow(team);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the plain tables of team {} could not follow; they try again", team, e);
            return false;
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
