package tsunagi.server.grpc;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.duplicate.DuplicateCandidate;
import tsunagi.server.duplicate.DuplicateCandidates;
import tsunagi.server.duplicate.DuplicateCandidates.Place;
import tsunagi.server.duplicate.DuplicateCandidates.Wanted;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.FieldMeeting;
import tsunagi.server.duplicate.KeptApart;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.duplicate.Merging.Outcome;
import tsunagi.server.duplicate.Merging.Sides;
import tsunagi.server.duplicate.Merging.Wish;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.DuplicateSplit;
import tsunagi.sync.v1.DuplicatesMerged;
import tsunagi.sync.v1.DuplicatesMoved;
import tsunagi.sync.v1.Erased;
import tsunagi.sync.v1.KeepApartReply;
import tsunagi.sync.v1.KeepApartRequest;
import tsunagi.sync.v1.KeptApartPairs;
import tsunagi.sync.v1.ListDuplicatesReply;
import tsunagi.sync.v1.ListDuplicatesRequest;
import tsunagi.sync.v1.MergeDuplicatesReply;
import tsunagi.sync.v1.MergeDuplicatesRequest;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.PossibleDuplicate;
import tsunagi.sync.v1.PossibleDuplicates;
import tsunagi.sync.v1.RecordPair;
import tsunagi.sync.v1.ReviewRefusal;
import tsunagi.sync.v1.ReviewRefused;
import tsunagi.sync.v1.SplitDuplicateReply;
import tsunagi.sync.v1.SplitDuplicateRequest;

/** The part of the ReviewService that is about duplicates, once it is known that the caller may. */
final class DuplicateCalls {
    private static final int LISTED_MAX = 100;
    private static final int PAIRS_MAX = 500;

    private final Database database;
    private final Merging merging;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final DuplicateCandidates candidates = new DuplicateCandidates();
    private final KeptApart kept = new KeptApart();

    DuplicateCalls(Database database, Merging merging, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.merging = merging;
        this.clock = clock;
        this.ids = ids;
    }

    ListDuplicatesReply list(ListDuplicatesRequest request) {
        Optional<Integer> type = Optional.of(request.getRecordType()).filter(number -> number != 0);
        Wanted wanted = new Wanted(Ids.fromBytes(request.getBy().getTeamId()), type);
        Optional<Place> after =
                Optional.of(request.getAfter()).filter(text -> !text.isEmpty()).flatMap(Place::parse);
        int limit = request.getLimit() <= 0 ? LISTED_MAX : Math.min(request.getLimit(), LISTED_MAX);
        List<DuplicateCandidate> found =
                database.read(connection -> candidates.list(connection, wanted, after, limit + 1));
        List<DuplicateCandidate> some = found.subList(0, Math.min(limit, found.size()));
        PossibleDuplicates.Builder possible = PossibleDuplicates.newBuilder();
        some.forEach(one -> possible.addPairs(toProto(one)));
        if (found.size() > limit) {
            possible.setNext(Place.of(some.get(limit - 1)).text());
        }
        return ListDuplicatesReply.newBuilder().setPossible(possible).build();
    }

    private static PossibleDuplicate toProto(DuplicateCandidate one) {
        PossibleDuplicate.Builder possible = PossibleDuplicate.newBuilder()
                .setPair(RecordPair.newBuilder()
                        .setRecordType(one.pair().type())
                        .setFirstId(Ids.toBytes(one.pair().first()))
                        .setSecondId(Ids.toBytes(one.pair().second())))
                .setScore(one.likeness().score());
        one.likeness()
                .reasons()
                .forEach(reason -> possible.addReasons(reason.name().toLowerCase(Locale.ROOT)));
        return possible.build();
    }

    MergeDuplicatesReply merge(MergeDuplicatesRequest request) {
        MergeDuplicatesReply.Builder reply = MergeDuplicatesReply.newBuilder();
        if (!Ids.isId(request.getStaysId())
                || !Ids.isId(request.getGoesId())
                || request.getStaysId().equals(request.getGoesId())) {
            return reply.setRefused(malformed("stays_id and goes_id are not two ids"))
                    .build();
        }
        UUID stays = Ids.fromBytes(request.getStaysId());
        DuplicatePair pair = new DuplicatePair(
                Ids.fromBytes(request.getBy().getTeamId()),
                request.getRecordType(),
                stays,
                Ids.fromBytes(request.getGoesId()));
        Sides sides = merging.show(pair);
        boolean staysFirst = pair.first().equals(stays);
        long firstSeen = staysFirst ? request.getStaysRevision() : request.getGoesRevision();
        long secondSeen = staysFirst ? request.getGoesRevision() : request.getStaysRevision();
        boolean isAsSeen =
                sides.first().revision() == firstSeen && sides.second().revision() == secondSeen;
        Outcome outcome = isAsSeen
                ? merging.merge(request.getBy().getPersonId(), wish(sides, staysFirst, request))
                : new Outcome.Moved();
        if (outcome instanceof Outcome.Refused refused) {
            return reply.setParked(parked(refused)).build();
        }
        return outcome instanceof Outcome.Done
                ? reply.setMerged(DuplicatesMerged.getDefaultInstance()).build()
                : reply.setMoved(DuplicatesMoved.getDefaultInstance()).build();
    }

    private static Wish wish(Sides sides, boolean staysFirst, MergeDuplicatesRequest request) {
        Set<FieldPath> fromAbsorbed = new HashSet<>();
        request.getFromAbsorbedList().forEach(path -> fromAbsorbed.add(FieldPath.fromProto(path)));
        Set<FieldPath> fromFirst = new HashSet<>();
        for (FieldMeeting field : sides.fields()) {
            if (fromAbsorbed.contains(field.path()) != staysFirst) {
                fromFirst.add(field.path());
            }
        }
        return new Wish(sides, staysFirst, fromFirst);
    }

    KeepApartReply keepApart(KeepApartRequest request) {
        KeepApartReply.Builder reply = KeepApartReply.newBuilder();
        if (request.getPairsCount() > PAIRS_MAX
                || !request.getPairsList().stream().allMatch(DuplicateCalls::isPair)) {
            return reply.setRefused(malformed("more than " + PAIRS_MAX + " pairs, or one is not of two ids"))
                    .build();
        }
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        List<DuplicatePair> pairs = request.getPairsList().stream()
                .map(pair -> new DuplicatePair(
                        teamId,
                        pair.getRecordType(),
                        Ids.fromBytes(pair.getFirstId()),
                        Ids.fromBytes(pair.getSecondId())))
                .toList();
        database.<Void>write(connection -> {
            kept.keep(connection, pairs, ids.get(), request.getBy().getPersonId(), clock.millis());
            return null;
        });
        return reply.setKept(KeptApartPairs.getDefaultInstance()).build();
    }

    private static boolean isPair(RecordPair pair) {
        return Ids.isId(pair.getFirstId())
                && Ids.isId(pair.getSecondId())
                && !pair.getFirstId().equals(pair.getSecondId());
    }

    SplitDuplicateReply split(SplitDuplicateRequest request) {
        SplitDuplicateReply.Builder reply = SplitDuplicateReply.newBuilder();
        if (!Ids.isId(request.getRecordId())) {
            return reply.setRefused(malformed("record_id is no id")).build();
        }
        UUID teamId = Ids.fromBytes(request.getBy().getTeamId());
        Outcome outcome = merging.split(
                request.getBy().getPersonId(),
                new RecordKey(teamId, request.getRecordType(), Ids.fromBytes(request.getRecordId())));
        if (outcome instanceof Outcome.Refused refused) {
            return reply.setParked(parked(refused)).build();
        }
        return outcome instanceof Outcome.Done
                ? reply.setSplit(DuplicateSplit.getDefaultInstance()).build()
                : reply.setErased(Erased.getDefaultInstance()).build();
    }

    private static Parked parked(Outcome.Refused refused) {
        return Parked.newBuilder()
                .setReason(ParkReason.PARK_REASON_NOT_APPLICABLE)
                .setDetail(refused.detail())
                .build();
    }

    private static ReviewRefused malformed(String detail) {
        return Reviewers.refused(ReviewRefusal.REVIEW_REFUSAL_MALFORMED, detail);
    }
}
