package tsunagi.server.grpc;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.conflict.ConflictFilter;
import tsunagi.server.conflict.ConflictPage;
import tsunagi.server.conflict.ConflictPlace;
import tsunagi.server.conflict.Conflicts;
import tsunagi.server.conflict.SettledTogether;
import tsunagi.server.conflict.Settlement;
import tsunagi.server.conflict.SettlementWord;
import tsunagi.server.conflict.Settling;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.ConflictNotOpen;
import tsunagi.sync.v1.ConflictSettled;
import tsunagi.sync.v1.ConflictStillOpen;
import tsunagi.sync.v1.Erased;
import tsunagi.sync.v1.ListConflictsReply;
import tsunagi.sync.v1.ListConflictsRequest;
import tsunagi.sync.v1.OpenConflict;
import tsunagi.sync.v1.OpenConflicts;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.ReviewRefusal;
import tsunagi.sync.v1.SettleConflictsReply;
import tsunagi.sync.v1.SettleConflictsRequest;
import tsunagi.sync.v1.SettlementOutcome;
import tsunagi.sync.v1.SettlementOutcomes;

/** The part of the ReviewService that is about conflicts, once it is known that the caller may. */
final class ConflictCalls {
    private static final int RECORDS_MAX = 100;
    private static final int SETTLEMENTS_MAX = 500;

    private final Database database;
    private final Settling settling;
    private final Conflicts conflicts = new Conflicts();

    ConflictCalls(Database database, Settling settling) {
        this.database = database;
        this.settling = settling;
    }

    ListConflictsReply list(ListConflictsRequest request) {
        Optional<ConflictPlace> after =
                Optional.of(request.getAfter()).filter(text -> !text.isEmpty()).flatMap(ConflictPlace::parse);
        int limit = request.getLimit() <= 0 ? RECORDS_MAX : Math.min(request.getLimit(), RECORDS_MAX);
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        ConflictPage page =
                database.read(connection -> conflicts.page(connection, teamId, ConflictFilter.ALL, after, limit));
        OpenConflicts.Builder open = OpenConflicts.newBuilder();
        page.conflicts().forEach(conflict -> open.addConflicts(toProto(conflict)));
        page.next().ifPresent(next -> open.setNext(next.text()));
        return ListConflictsReply.newBuilder().setOpen(open).build();
    }

    SettleConflictsReply settle(SettleConflictsRequest request) {
        SettleConflictsReply.Builder reply = SettleConflictsReply.newBuilder();
        Optional<String> fault = fault(request);
        if (fault.isPresent()) {
            return reply.setRefused(Reviewers.refused(ReviewRefusal.REVIEW_REFUSAL_MALFORMED, fault.get()))
                    .build();
        }
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        SettledTogether settled = settling.settle(
                teamId,
                request.getBy().getPersonId(),
                request.getSettlementsList().stream()
                        .map(settlement -> settlement(teamId, settlement))
                        .toList());
        SettlementOutcomes.Builder outcomes = SettlementOutcomes.newBuilder();
        settled.words().forEach(word -> outcomes.addOutcomes(outcome(word)));
        return reply.setSettled(outcomes).build();
    }

    private static Optional<String> fault(SettleConflictsRequest request) {
        if (request.getSettlementsCount() > SETTLEMENTS_MAX) {
            return Optional.of(request.getSettlementsCount() + " settlements, limit " + SETTLEMENTS_MAX);
        }
        for (int i = 0; i < request.getSettlementsCount(); i++) {
            if (!isWellFormed(request.getSettlements(i))) {
                return Optional.of("settlement " + i + " lacks its record or candidates, or an id has not 16 bytes");
            }
        }
        return Optional.empty();
    }

    private static boolean isWellFormed(tsunagi.sync.v1.Settlement settlement) {
        return Ids.isId(settlement.getRecordId())
                && settlement.getPath().getNumber() > 0
                && settlement.getCandidatesCount() > 0
                && areIds(settlement.getStandingStamp())
                && settlement.getCandidatesList().stream().allMatch(ConflictCalls::areIds);
    }

    private static boolean areIds(tsunagi.sync.v1.Stamp stamp) {
        return stamp.getChangeIdsList().stream().allMatch(Ids::isId);
    }

    private static Settlement settlement(UUID teamId, tsunagi.sync.v1.Settlement settlement) {
        return new Settlement(
                new RecordKey(teamId, settlement.getRecordType(), Ids.fromBytes(settlement.getRecordId())),
                FieldPath.fromProto(settlement.getPath()),
                Stamp.fromProto(settlement.getStandingStamp()),
                settlement.getCandidatesList().stream().map(Stamp::fromProto).toList(),
                settlement.getValue());
    }

    private static OpenConflict toProto(tsunagi.server.conflict.OpenConflict open) {
        ByteString standing = open.standing().value();
        OpenConflict.Builder conflict = OpenConflict.newBuilder()
                .setRecordType(open.key().type())
                .setRecordId(Ids.toBytes(open.key().id()))
                .setConflict(open.conflict().toProto())
                .setStandingValue(standing);
        if (!open.standing().stamp().isNone()) {
            conflict.setStandingStamp(open.standing().stamp().toProto());
        }
        return conflict.build();
    }

    private static SettlementOutcome outcome(SettlementWord word) {
        SettlementOutcome.Builder outcome = SettlementOutcome.newBuilder();
        if (word instanceof SettlementWord.Settled) {
            outcome.setSettled(ConflictSettled.getDefaultInstance());
        } else if (word instanceof SettlementWord.StillOpen) {
            outcome.setStillOpen(ConflictStillOpen.getDefaultInstance());
        } else if (word instanceof SettlementWord.NotOpen) {
            outcome.setNotOpen(ConflictNotOpen.getDefaultInstance());
        } else if (word instanceof SettlementWord.Parked parked) {
            outcome.setParked(parked(parked.reason(), parked.detail()));
        } else if (word instanceof SettlementWord.Unfit unfit) {
            outcome.setUnfit(parked(unfit.reason(), unfit.detail()));
        } else {
            outcome.setErased(Erased.getDefaultInstance());
        }
        return outcome.build();
    }

    private static Parked parked(ParkReason reason, String detail) {
        return Parked.newBuilder().setReason(reason).setDetail(detail).build();
    }
}
