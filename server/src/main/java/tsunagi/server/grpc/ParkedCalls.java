package tsunagi.server.grpc;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.intake.ParkedChange;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.DropParkedReply;
import tsunagi.sync.v1.DropParkedRequest;
import tsunagi.sync.v1.ListParkedReply;
import tsunagi.sync.v1.ListParkedRequest;
import tsunagi.sync.v1.ParkedDecision;
import tsunagi.sync.v1.ParkedDecisions;
import tsunagi.sync.v1.ReleaseParkedReply;
import tsunagi.sync.v1.ReleaseParkedRequest;
import tsunagi.sync.v1.ReviewRefusal;
import tsunagi.sync.v1.ReviewRefused;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.WaitingChange;
import tsunagi.sync.v1.WaitingChanges;

/** The part of the ReviewService that is about parked changes, once it is known that the caller may. */
final class ParkedCalls {
    private static final int CHANGES_MAX = 500;
    private static final int LISTED_MAX = 100;

    private final Database database;
    private final ParkedChanges parked;

    ParkedCalls(Database database, ParkedChanges parked) {
        this.database = database;
        this.parked = parked;
    }

    /** What a person decides about a parked change. */
    private interface Decision {
        Optional<Verdict> on(UUID changeId);
    }

    ListParkedReply list(ListParkedRequest request) {
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        List<ParkedChange> waiting = database.read(connection -> parked.waiting(connection, teamId));
        int from = firstAfter(waiting, request.getAfter());
        int limit = request.getLimit() <= 0 ? LISTED_MAX : Math.min(request.getLimit(), LISTED_MAX);
        int to = Math.min(waiting.size(), from + limit);
        WaitingChanges.Builder changes = WaitingChanges.newBuilder();
        waiting.subList(from, to).forEach(change -> changes.addChanges(toProto(change)));
        if (to < waiting.size()) {
            changes.setNext(waiting.get(to - 1).changeId().toString());
        }
        return ListParkedReply.newBuilder().setWaiting(changes).build();
    }

    ReleaseParkedReply release(ReleaseParkedRequest request) {
        Optional<ReviewRefused> fault = fault(request.getChangeIdsList());
        if (fault.isPresent()) {
            return ReleaseParkedReply.newBuilder().setRefused(fault.get()).build();
        }
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        String personId = request.getBy().getPersonId();
        return ReleaseParkedReply.newBuilder()
                .setDecided(decide(request.getChangeIdsList(), changeId -> parked.release(teamId, changeId, personId)))
                .build();
    }

    DropParkedReply drop(DropParkedRequest request) {
        Optional<ReviewRefused> fault = fault(request.getChangeIdsList());
        if (fault.isPresent()) {
            return DropParkedReply.newBuilder().setRefused(fault.get()).build();
        }
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        String personId = request.getBy().getPersonId();
        return DropParkedReply.newBuilder()
                .setDecided(decide(request.getChangeIdsList(), changeId -> parked.drop(teamId, changeId, personId)))
                .build();
    }

    private static Optional<ReviewRefused> fault(List<ByteString> changeIds) {
        boolean isFine = changeIds.size() <= CHANGES_MAX && changeIds.stream().allMatch(Ids::isId);
        return isFine
                ? Optional.empty()
                : Optional.of(Reviewers.refused(
                        ReviewRefusal.REVIEW_REFUSAL_MALFORMED,
                        "at most " + CHANGES_MAX + " change ids of 16 bytes each"));
    }

    private static ParkedDecisions decide(List<ByteString> changeIds, Decision decision) {
        ParkedDecisions.Builder decisions = ParkedDecisions.newBuilder();
        for (ByteString changeId : changeIds) {
            ParkedDecision.Builder decided = ParkedDecision.newBuilder().setChangeId(changeId);
            decision.on(Ids.fromBytes(changeId)).ifPresent(decided::setVerdict);
            decisions.addDecisions(decided);
        }
        return decisions.build();
    }

    /** What was let in meanwhile is not looked for: then it begins anew. */
    private static int firstAfter(List<ParkedChange> waiting, String after) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).changeId().toString().equals(after)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static WaitingChange toProto(ParkedChange change) {
        Authorship.Builder by = Authorship.newBuilder()
                .setOriginDeviceId(Ids.toBytes(change.originDeviceId()))
                .setCorrectedAtMs(change.madeAt().atMs())
                .setClockWasWrong(change.madeAt().clockWasWrong());
        change.authorPersonId().ifPresent(by::setPersonId);
        return WaitingChange.newBuilder()
                .setChangeId(Ids.toBytes(change.changeId()))
                .setParked(change.verdict().getParked())
                .setChange(change.wire())
                .setBy(by)
                .setReceivedAtMs(change.receivedAtMs())
                .build();
    }
}
