package tsunagi.server.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Jobs that wait for a writer. Teams take turns, and within a team its devices do, so that neither a busy team nor a
 * greedy device holds up the others; what one device asks for is done in the order it asked. Thread-safe.
 */
final class WaitingWork {
    private final long bytesMax;
    private final int groupChangesMax;
    private final Map<UUID, TeamWork> teams = new HashMap<>();
    /** Teams that have work and are not being written. */
    private final Deque<TeamWork> ready = new ArrayDeque<>();

    private long bytes;
    private boolean isClosed;

    WaitingWork(long bytesMax, int groupChangesMax) {
        this.bytesMax = bytesMax;
        this.groupChangesMax = groupChangesMax;
    }

    /** One team's jobs, device by device. */
    private static final class TeamWork {
        private final UUID teamId;
        private final LinkedHashMap<UUID, Deque<Job>> byDevice = new LinkedHashMap<>();
        private boolean isBeingWritten;

        TeamWork(UUID teamId) {
            this.teamId = teamId;
        }

        void add(Job job) {
            byDevice.computeIfAbsent(job.deviceId(), device -> new ArrayDeque<>())
                    .add(job);
        }

        Job peek() {
            return byDevice.values().iterator().next().element();
        }

        /** The next job, of the device whose turn it is; then it is the next one's. */
        Job remove() {
            Map.Entry<UUID, Deque<Job>> turn = byDevice.entrySet().iterator().next();
            byDevice.remove(turn.getKey());
            Job job = turn.getValue().remove();
            if (!turn.getValue().isEmpty()) {
                byDevice.put(turn.getKey(), turn.getValue());
            }
            return job;
        }
    }

    /** Jobs of one team that go into one transaction. */
    record Group(UUID teamId, List<Job> jobs) {
        int changes() {
            return jobs.stream().mapToInt(Job::changes).sum();
        }

        /** What is to be taken in; only where that is what all jobs are. */
        List<Submission> submissions() {
            return jobs.stream().map(job -> ((Job.Take) job).submission()).toList();
        }

        /** What became of each submission. */
        void answer(List<IntakeResult> results) {
            for (int i = 0; i < jobs.size(); i++) {
                ((Job.Take) jobs.get(i)).result().complete(results.get(i));
            }
        }
    }

    /**
     * Accepts a job.
     *
     * @throws BusyException when too much waits already, or nothing more is accepted
     */
    synchronized void add(Job job) {
        if (isClosed) {
            throw new BusyException("the server is stopping");
        }
        // Whatever its size, a job that is alone is let in.
        if (bytes > 0 && bytes + job.sizeBytes() > bytesMax) {
            throw new BusyException("more than " + bytesMax + " bytes wait to be taken in");
        }
        bytes += job.sizeBytes();
        TeamWork team = teams.computeIfAbsent(job.teamId(), TeamWork::new);
        boolean wasIdle = team.byDevice.isEmpty() && !team.isBeingWritten;
        team.add(job);
        if (wasIdle) {
            ready.add(team);
            notifyAll();
        }
    }

    /** Waits for work; empty when there is none and none will come. Its team is left alone until {@link #done}. */
    synchronized Optional<Group> next() throws InterruptedException {
        while (ready.isEmpty() && !(isClosed && teams.isEmpty())) {
            wait();
        }
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        TeamWork team = ready.remove();
        team.isBeingWritten = true;
        return Optional.of(new Group(team.teamId, takeFrom(team, groupChangesMax)));
    }

    /** What is to be taken in of other teams and waits already, as far as it fits; never waits for any. */
    synchronized List<Group> others(int teamsMax, int changesMax) {
        List<Group> groups = new ArrayList<>();
        int changes = 0;
        while (groups.size() < teamsMax
                && !ready.isEmpty()
                && ready.element().peek() instanceof Job.Take next
                && changes + next.changes() <= changesMax) {
            TeamWork team = ready.remove();
            team.isBeingWritten = true;
            Group group = new Group(team.teamId, takeFrom(team, changesMax - changes));
            changes += group.changes();
            groups.add(group);
        }
        return groups;
    }

    synchronized boolean isIdle() {
        return teams.isEmpty();
    }

    synchronized void done(Group group) {
        group.jobs().forEach(job -> bytes -= job.sizeBytes());
        TeamWork team = teams.get(group.teamId());
        team.isBeingWritten = false;
        if (team.byDevice.isEmpty()) {
            teams.remove(team.teamId);
        } else {
            ready.add(team);
        }
        notifyAll();
    }

    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    private static List<Job> takeFrom(TeamWork team, int changesMax) {
        List<Job> jobs = new ArrayList<>();
        int changes = 0;
        do {
            Job job = team.remove();
            jobs.add(job);
            changes += job.changes();
        } while (!team.byDevice.isEmpty()
                && jobs.get(0) instanceof Job.Take
                && team.peek() instanceof Job.Take
                && changes + team.peek().changes() <= changesMax);
        return jobs;
    }
}
