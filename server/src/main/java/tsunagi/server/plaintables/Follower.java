package tsunagi.server.plaintables;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.Rounds;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.StorageException;

/**
 * Keeps the plain tables close behind the log, on a thread of its own. It looks for teams that moved, does one step for
 * each of them, and then rests while intake is busy for as long as that took, so that intake has the writer at least half of
 * the time.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** What moves little by little is taken over together: a step for each change costs as much as the change. */
    private static final int ROUNDS_IN_AN_INTERVAL = 5;

    private final PlainTables tables;
    private final FollowerLease lease;
    private final BooleanSupplier isIntakeBusy;
    private final Duration interval;
    private final Duration gathering;
    private final Rounds rounds = new Rounds("plain-tables", Duration.ZERO, this::round);

    /**
     * Makes one that does not run yet.
     *
     * @param lease by which one of several servers follows
     * @param isIntakeBusy true while others want to write
     * @param interval how long it rests when nothing moved, or when a step failed
     */
    public Follower(PlainTables tables, FollowerLease lease, BooleanSupplier isIntakeBusy, Duration interval) {
        this.tables = tables;
        this.lease = lease;
        this.isIntakeBusy = isIntakeBusy;
        this.interval = interval;
        this.gathering = interval.dividedBy(ROUNDS_IN_AN_INTERVAL);
    }

    /** Makes the tables ready and begins to follow. */
    public void start() {
        if (tables.prepare()) {
            LOG.info("the plain tables were made anew and are being filled");
        }
        rounds.start();
    }

    /** Ends the step under way and stops. */
    @Override
    public void close() {
        rounds.close();
        if (!Thread.currentThread().isInterrupted()) {
            lease.letGo();
        }
    }

    private Duration round() {
        long startNs = System.nanoTime();
        Round round = followAll();
        return restAfter(round, Duration.ofNanos(System.nanoTime() - startNs));
    }

    /** What came of one round. */
    private enum Round {
        /** Nothing was to be done, or something failed. */
        IDLE,
        /** All that had moved was taken over. */
        CAUGHT_UP,
        /** There is more to do. */
        BEHIND
    }

    private Duration restAfter(Round round, Duration took) {
        if (round == Round.IDLE) {
            return interval;
        }
        boolean leavesRoom = round == Round.CAUGHT_UP || isIntakeBusy.getAsBoolean();
        return leavesRoom ? max(took, gathering) : Duration.ZERO;
    }

    /** One step for each team that is behind. */
    private Round followAll() {
        try {
            List<UUID> teams = tables.behind();
            if (teams.isEmpty() || !lease.hold()) {
                return Round.IDLE;
            }
            boolean isMoreLeft = false;
            boolean wentWell = true;
            for (List<UUID> some : Slices.of(teams, tables.teamsTogether())) {
                if (!rounds.isClosing()) {
                    Optional<Boolean> isMore = follow(some);
                    wentWell &= isMore.isPresent();
                    isMoreLeft |= isMore.orElse(false);
                }
            }
            return !wentWell ? Round.IDLE : isMoreLeft ? Round.BEHIND : Round.CAUGHT_UP;
        } catch (StorageException e) {
            LOG.warn("the plain tables cannot see how far the log is; they try again", e);
            return Round.IDLE;
        }
    }

    /** Whether there is more to do for these; empty when it failed, and then those that can have followed. */
    private Optional<Boolean> follow(List<UUID> teams) {
        try {
            return Optional.of(tables.follow(teams));
        } catch (RuntimeException e) {
            LOG.warn("the plain tables of {} could not follow; they try again", teams, e);
            if (teams.size() > 1) {
                // What fails for one team must not keep the others waiting.
                teams.forEach(team -> follow(List.of(team)));
            }
            return Optional.empty();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
