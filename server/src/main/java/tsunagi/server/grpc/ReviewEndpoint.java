package tsunagi.server.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagi.server.conflict.Settling;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.DropParkedReply;
import tsunagi.sync.v1.DropParkedRequest;
import tsunagi.sync.v1.KeepApartReply;
import tsunagi.sync.v1.KeepApartRequest;
import tsunagi.sync.v1.ListConflictsReply;
import tsunagi.sync.v1.ListConflictsRequest;
import tsunagi.sync.v1.ListDuplicatesReply;
import tsunagi.sync.v1.ListDuplicatesRequest;
import tsunagi.sync.v1.ListParkedReply;
import tsunagi.sync.v1.ListParkedRequest;
import tsunagi.sync.v1.MergeDuplicatesReply;
import tsunagi.sync.v1.MergeDuplicatesRequest;
import tsunagi.sync.v1.ReleaseParkedReply;
import tsunagi.sync.v1.ReleaseParkedRequest;
import tsunagi.sync.v1.ReviewRefused;
import tsunagi.sync.v1.ReviewServiceGrpc;
import tsunagi.sync.v1.Reviewer;
import tsunagi.sync.v1.SettleConflictsReply;
import tsunagi.sync.v1.SettleConflictsRequest;
import tsunagi.sync.v1.SplitDuplicateReply;
import tsunagi.sync.v1.SplitDuplicateRequest;

/** Where a とりまとめ担当 with a tablet decides what others decide at the console. */
public final class ReviewEndpoint extends ReviewServiceGrpc.ReviewServiceImplBase {
    private final Reviewers reviewers;
    private final ConflictCalls conflicts;
    private final ParkedCalls parked;
    private final DuplicateCalls duplicates;

    /** What is decided about, beside the database. */
    public record Parts(Settling settling, ParkedChanges parked, Merging merging) {}

    public ReviewEndpoint(Database database, Parts parts, Clock clock, Supplier<UUID> ids) {
        this.reviewers = new Reviewers(database, clock);
        this.conflicts = new ConflictCalls(database, parts.settling());
        this.parked = new ParkedCalls(database, parts.parked());
        this.duplicates = new DuplicateCalls(database, parts.merging(), clock, ids);
    }

    @Override
    public void listConflicts(ListConflictsRequest request, StreamObserver<ListConflictsReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> ListConflictsReply.newBuilder().setRefused(refused).build(),
                () -> conflicts.list(request));
    }

    @Override
    public void settleConflicts(SettleConflictsRequest request, StreamObserver<SettleConflictsReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> SettleConflictsReply.newBuilder().setRefused(refused).build(),
                () -> conflicts.settle(request));
    }

    @Override
    public void listParked(ListParkedRequest request, StreamObserver<ListParkedReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> ListParkedReply.newBuilder().setRefused(refused).build(),
                () -> parked.list(request));
    }

    @Override
    public void releaseParked(ReleaseParkedRequest request, StreamObserver<ReleaseParkedReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> ReleaseParkedReply.newBuilder().setRefused(refused).build(),
                () -> parked.release(request));
    }

    @Override
    public void dropParked(DropParkedRequest request, StreamObserver<DropParkedReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> DropParkedReply.newBuilder().setRefused(refused).build(),
                () -> parked.drop(request));
    }

    @Override
    public void listDuplicates(ListDuplicatesRequest request, StreamObserver<ListDuplicatesReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> ListDuplicatesReply.newBuilder().setRefused(refused).build(),
                () -> duplicates.list(request));
    }

    @Override
    public void mergeDuplicates(MergeDuplicatesRequest request, StreamObserver<MergeDuplicatesReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> MergeDuplicatesReply.newBuilder().setRefused(refused).build(),
                () -> duplicates.merge(request));
    }

    @Override
    public void keepApart(KeepApartRequest request, StreamObserver<KeepApartReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> KeepApartReply.newBuilder().setRefused(refused).build(),
                () -> duplicates.keepApart(request));
    }

    @Override
    public void splitDuplicate(SplitDuplicateRequest request, StreamObserver<SplitDuplicateReply> reply) {
        answer(
                request.getBy(),
                reply,
                refused -> SplitDuplicateReply.newBuilder().setRefused(refused).build(),
                () -> duplicates.split(request));
    }

    /** Asks first whether they may. */
    private <A> void answer(
            Reviewer by, StreamObserver<A> reply, Function<ReviewRefused, A> refusing, Supplier<A> answering) {
        Optional<ReviewRefused> refused =
                reviewers.refusal(Caller.current().deviceId().orElseThrow(), by);
        reply.onNext(refused.map(refusing).orElseGet(answering));
        reply.onCompleted();
    }
}
