package tsunagi.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.Dialect;
import tsunagi.sync.v1.OrdinalRange;

/**
 * Brings the work of many callers into few transactions: whatever waits for one team goes in together. Bounded, and
 * fair between teams and devices. Thread-safe.
 */
public final class GroupCommit implements Intake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final TeamIntake intake;
    private final WaitingWork waiting;
    private final Limits limits;
    private final List<Thread> writers = new ArrayList<>();

    /**
     * How much may wait.
     *
     * @param writers how many teams may be written at the same time; 1 on SQLite
     * @param teamsTogether how many teams one transaction may hold
     * @param groupChanges how many changes one transaction takes, unless a single submission holds more
     * @param waitingBytes how much may wait in all; what comes beyond is refused
     */
    public record Limits(int writers, int teamsTogether, int groupChanges, long waitingBytes) {
        public static final Limits STANDARD = new Limits(1, 1, 1000, 64L * 1024 * 1024);

        /** The same for an engine of this kind. */
        public Limits on(Dialect dialect) {
            return new Limits(dialect.teamsAtOnce(), dialect.teamsTogether(), groupChanges, waitingBytes);
        }
    }

    public GroupCommit(TeamIntake intake, Limits limits) {
        this.intake = intake;
        this.limits = limits;
        this.waiting = new WaitingWork(limits.waitingBytes(), limits.groupChanges());
        for (int i = 1; i <= limits.writers(); i++) {
            Thread writer = new Thread(this::write, "intake-writer-" + i);
            writers.add(writer);
            writer.start();
        }
    }

    /**
     * Hands a submission over. The stage completes on a writer's thread, so what depends on it has to be quick.
     *
     * @return a stage that fails with {@link BusyException} when too much waits already, and after {@link #close}
     */
    @Override
    public CompletionStage<IntakeResult> submit(Submission submission) {
        Job.Take job = Job.Take.of(submission);
        add(job);
        return job.result();
    }

    @Override
    public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
        Job.DeclareGone job = new Job.DeclareGone(teamId, originDeviceId, gone, new CompletableFuture<>());
        add(job);
        return job.result();
    }

    /** True while work waits or is under way. */
    public boolean isBusy() {
        return !waiting.isIdle();
    }

    /** Takes nothing more, finishes what was accepted, and returns when it is done. */
    @Override
    public void close() {
        waiting.close();
        boolean isInterrupted = false;
        for (Thread writer : writers) {
            isInterrupted |= join(writer);
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Job job) {
        try {
            waiting.add(job);
        } catch (BusyException e) {
            job.fail(e);
        }
    }

    private void write() {
        try {
            for (Optional<WaitingWork.Group> group = waiting.next(); group.isPresent(); group = waiting.next()) {
                write(group.get());
            }
        } catch (InterruptedException e) {
            // Nobody but a stopping virtual machine interrupts a writer; callers that still wait hear nothing and ask
            // again.
            LOG.error("a writer was interrupted before its work was done", e);
            Thread.currentThread().interrupt();
        }
    }

    private void write(WaitingWork.Group first) {
        List<WaitingWork.Group> groups = new ArrayList<>(List.of(first));
        try {
            if (first.jobs().get(0) instanceof Job.DeclareGone job) {
                intake.declareGone(job.teamId(), job.deviceId(), job.gone());
                job.result().complete(null);
            } else {
                groups.addAll(waiting.others(limits.teamsTogether() - 1, limits.groupChanges() - first.changes()));
                take(groups);
            }
        } catch (RuntimeException | Error e) {
            for (WaitingWork.Group group : groups) {
                LOG.error(
                        "the outcome for {} callers of team {} is unknown",
                        group.jobs().size(),
                        group.teamId(),
                        e);
                group.jobs().forEach(job -> job.fail(e));
            }
        } finally {
            groups.forEach(waiting::done);
        }
    }

    private void take(List<WaitingWork.Group> groups) {
        List<List<IntakeResult>> results = intake.takeTeams(
                groups.stream().map(WaitingWork.Group::submissions).toList());
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).answer(results.get(i));
        }
    }

    private static boolean join(Thread writer) {
        boolean isInterrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                // What was accepted is finished all the same.
                isInterrupted = true;
            }
        }
        return isInterrupted;
    }
}
