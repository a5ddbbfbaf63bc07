package tsunagi.app.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;

/**
 * The drafts that belong to one visit: of the visit itself, its observations, referrals and follow-ups, and of earlier
 * follow-ups that it closes. Each is kept by itself; all are saved together, or none.
 */
record VisitDrafts(Draft visit, List<Draft> others) {
    static VisitDrafts of(Tablet tablet, Draft visit) {
        Set<RecordKey> referring = referring(tablet, visit.key());
        List<Draft> others = new ArrayList<>();
        for (DraftNote note : tablet.drafts()) {
            boolean isOther =
                    !note.key().equals(visit.key()) && !note.corrects().isPresent();
            if (isOther && note.key().teamId().equals(visit.key().teamId())) {
                tablet.resume(note.draftId())
                        .filter(draft -> referring.contains(note.key())
                                || visitOf(tablet, draft)
                                        .filter(visit.key().id().toString()::equals)
                                        .isPresent())
                        .ifPresent(others::add);
            }
        }
        return new VisitDrafts(visit, others);
    }

    private static Set<RecordKey> referring(Tablet tablet, RecordKey visit) {
        Set<RecordKey> keys = new HashSet<>();
        for (RecordType type : new RecordType[] {
            RecordType.RECORD_TYPE_OBSERVATION, RecordType.RECORD_TYPE_REFERRAL, RecordType.RECORD_TYPE_FOLLOW_UP
        }) {
            for (RecordView view : tablet.lookup().referring(visit, type.getNumber())) {
                keys.add(view.key());
            }
        }
        return keys;
    }

    /** The id of the visit that a draft belongs to; empty when to none. */
    static Optional<String> visitOf(Tablet tablet, Draft draft) {
        String id =
                switch (draft.key().type()) {
                    case RecordType.RECORD_TYPE_OBSERVATION_VALUE ->
                        Edited.of(tablet, draft, Observation.getDefaultInstance())
                                .message()
                                .getVisitId();
                    case RecordType.RECORD_TYPE_REFERRAL_VALUE ->
                        Edited.of(tablet, draft, Referral.getDefaultInstance())
                                .message()
                                .getVisitId();
                    case RecordType.RECORD_TYPE_FOLLOW_UP_VALUE ->
                        visitOf(Edited.of(tablet, draft, FollowUp.getDefaultInstance())
                                .message());
                    default -> "";
                };
        return Optional.of(id).filter(text -> !text.isEmpty());
    }

    private static String visitOf(FollowUp followUp) {
        String closedBy = followUp.getClosing().getVisitId();
        return closedBy.isEmpty() ? followUp.getVisitId() : closedBy;
    }

    /** Saves all of them: on disk when this returns, or none of them is. */
    void save(Tablet tablet, String authorPersonId) {
        tablet.together(() -> {
            tablet.save(visit, authorPersonId);
            others.forEach(draft -> tablet.save(draft, authorPersonId));
        });
    }

    /** Throws all of them away, and the photos that nothing else shows. */
    void discard(Tablet tablet) {
        tablet.together(() -> {
            others.forEach(Draft::discard);
            visit.discard();
        });
        tablet.files().tidy();
    }

    Optional<Draft> about(UUID id) {
        return others.stream().filter(draft -> draft.key().id().equals(id)).findFirst();
    }
}
