package tsunagi.server.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import tsunagi.record.Ids;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.Judged;
import tsunagi.server.intake.Moved;
import tsunagi.server.intake.Submission;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.Resend;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.VerdictBatch;

/** The batches one tablet handed in and not heard of yet, answered in the order they came. */
final class Push {
    /** So many batches of one tablet are on their way at once; the next is not read before one is answered. */
    static final int MAX_BATCHES_IN_FLIGHT = 2;

    /** A batch on its way, and what became of it once that is known. */
    static final class Pending {
        private final Submission submission;
        private Optional<IntakeResult> result = Optional.empty();

        private Pending(Submission submission) {
            this.submission = submission;
        }
    }

    private record Lane(UUID teamId, UUID originDeviceId) {
        static Lane of(Submission submission) {
            return new Lane(submission.teamId(), submission.originDeviceId());
        }
    }

    private final Outlet outlet;
    private final Consumer<Moved> moves;
    private final Deque<Pending> inOrder = new ArrayDeque<>();
    private final Map<Lane, Long> resendsAsked = new HashMap<>();

    /** Answers to this outlet, and tells of every record that moved after its verdict went out. */
    Push(Outlet outlet, Consumer<Moved> moves) {
        this.outlet = outlet;
        this.moves = moves;
    }

    /** What is wrong with a batch as such; empty when it can be judged. */
    static Optional<String> complaint(ChangeBatch batch, ExchangeLimits limits) {
        if (batch.getSerializedSize() > limits.batchBytes()) {
            return Optional.of("a batch of " + batch.getSerializedSize() + " bytes, limit " + limits.batchBytes());
        }
        if (batch.getChangesCount() > limits.batchChanges()) {
            return Optional.of("a batch of " + batch.getChangesCount() + " changes, limit " + limits.batchChanges());
        }
        if (!Ids.isId(batch.getTeamId()) || !Ids.isId(batch.getOriginDeviceId())) {
            return Optional.of("a batch whose team_id or origin_device_id has not 16 bytes");
        }
        boolean hasOrdinals =
                batch.getFirstOrdinal() > 0 && batch.getFirstOrdinal() <= Long.MAX_VALUE - batch.getChangesCount();
        return hasOrdinals && batch.getChangesCount() > 0
                ? Optional.empty()
                : Optional.of("a batch without changes or without a first ordinal");
    }

    boolean hasRoom() {
        return inOrder.size() < MAX_BATCHES_IN_FLIGHT;
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** True when all that was pushed was judged, and nothing has to be sent again. */
    boolean isSettled() {
        return inOrder.isEmpty() && resendsAsked.isEmpty();
    }

    Pending begin(Submission submission) {
        resendsAsked.computeIfPresent(
                Lane.of(submission), (lane, asked) -> submission.firstOrdinal() <= asked ? null : asked);
        Pending pending = new Pending(submission);
        inOrder.addLast(pending);
        return pending;
    }

    /** Forgets a batch that was not accepted. */
    void abandon(Pending pending) {
        inOrder.remove(pending);
    }

    /** Notes what became of a batch, and answers whatever can be answered in order; the teams that moved. */
    Set<UUID> finish(Pending pending, IntakeResult result) {
        pending.result = Optional.of(result);
        Set<UUID> movedTeams = new HashSet<>();
        while (!inOrder.isEmpty() && inOrder.peekFirst().result.isPresent()) {
            Pending answered = inOrder.removeFirst();
            if (answered.result.get() instanceof IntakeResult.Gap gap) {
                askAgain(answered.submission, gap.expectedOrdinal());
            } else if (answered.result.get() instanceof Judged judged) {
                sendVerdicts(answered.submission, judged);
                judged.changes().forEach(one -> one.moved()
                        .ifPresent(moved -> movedTeams.add(moved.key().teamId())));
            }
        }
        return movedTeams;
    }

    private void sendVerdicts(Submission submission, Judged judged) {
        VerdictBatch.Builder verdicts = VerdictBatch.newBuilder()
                .setTeamId(Ids.toBytes(submission.teamId()))
                .setOriginDeviceId(Ids.toBytes(submission.originDeviceId()));
        judged.changes().forEach(one -> verdicts.addVerdicts(one.verdict()));
        outlet.send(ServerMessage.newBuilder().setVerdicts(verdicts).build());
        judged.changes().forEach(one -> one.moved().ifPresent(moves));
    }

    private void askAgain(Submission submission, long fromOrdinal) {
        Long asked = resendsAsked.put(Lane.of(submission), fromOrdinal);
        // What was on its way behind the gap meets the same gap: asking once is enough.
        if (asked != null && asked == fromOrdinal) {
            return;
        }
        outlet.send(ServerMessage.newBuilder()
                .setResend(Resend.newBuilder()
                        .setTeamId(Ids.toBytes(submission.teamId()))
                        .setOriginDeviceId(Ids.toBytes(submission.originDeviceId()))
                        .setFromOrdinal(fromOrdinal))
                .build());
    }
}
