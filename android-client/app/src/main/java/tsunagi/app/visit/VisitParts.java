package tsunagi.app.visit;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;

/**
 * The records that belong to a visit, as they would be saved.
 *
 * @param earlier follow-ups of this workplace that were open before, and those of them that this visit closes
 */
record VisitParts(
        List<Part<Observation>> observations,
        List<Part<Referral>> referrals,
        List<Part<FollowUp>> next,
        List<Part<FollowUp>> earlier) {
    /**
     * One of them.
     *
     * @param hasConflict several people wrote different things in one of its fields
     */
    record Part<M>(RecordKey key, M message, boolean isSaved, boolean hasConflict) {}

    static VisitParts of(Tablet tablet, Draft visit, Place place) {
        VisitDrafts drafts = VisitDrafts.of(tablet, visit);
        String visitId = visit.key().id().toString();
        List<Part<FollowUp>> followUps =
                parts(tablet, drafts, RecordType.RECORD_TYPE_FOLLOW_UP, FollowUp.getDefaultInstance());
        List<Part<FollowUp>> next = followUps.stream()
                .filter(part -> !part.message().getClosing().getVisitId().equals(visitId))
                .collect(Collectors.toList());
        return new VisitParts(
                parts(tablet, drafts, RecordType.RECORD_TYPE_OBSERVATION, Observation.getDefaultInstance()),
                parts(tablet, drafts, RecordType.RECORD_TYPE_REFERRAL, Referral.getDefaultInstance()),
                next,
                earlier(tablet, drafts, place, next));
    }

    private static <M extends Message> List<Part<M>> parts(
            Tablet tablet, VisitDrafts drafts, RecordType type, M prototype) {
        List<Part<M>> parts = new ArrayList<>();
        for (RecordView view : tablet.lookup().referring(drafts.visit().key(), type.getNumber())) {
            parts.add(part(tablet, drafts, view, prototype));
        }
        for (Draft draft : drafts.others()) {
            if (draft.key().type() == type.getNumber()
                    && parts.stream().noneMatch(part -> part.key().equals(draft.key()))) {
                Edited<M> edited = Edited.of(tablet, draft, prototype);
                parts.add(new Part<>(draft.key(), edited.message(), !edited.isNew(), hasConflict(edited.view())));
            }
        }
        // Their ids are given in the order in which they were begun.
        parts.sort(Comparator.comparing(part -> part.key().id().toString()));
        return parts;
    }

    private static <M extends Message> Part<M> part(Tablet tablet, VisitDrafts drafts, RecordView view, M prototype) {
        M message = drafts.about(view.key().id())
                .map(draft -> Edited.of(tablet, draft, prototype).message())
                .orElseGet(() -> view.as(prototype));
        return new Part<>(view.key(), message, true, hasConflict(view));
    }

    private static boolean hasConflict(RecordView view) {
        return !view.state().conflicts().isEmpty();
    }

    private static List<Part<FollowUp>> earlier(
            Tablet tablet, VisitDrafts drafts, Place place, List<Part<FollowUp>> next) {
        String visitId = drafts.visit().key().id().toString();
        List<Part<FollowUp>> earlier = new ArrayList<>();
        for (RecordView view : tablet.lookup().referring(place.key(), RecordType.RECORD_TYPE_FOLLOW_UP_VALUE)) {
            Part<FollowUp> part = part(tablet, drafts, view, FollowUp.getDefaultInstance());
            boolean isOpen = part.message().getClosing().getState() == FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED;
            boolean isClosedHere = part.message().getClosing().getVisitId().equals(visitId);
            if ((isOpen || isClosedHere)
                    && next.stream().noneMatch(other -> other.key().equals(part.key()))) {
                earlier.add(part);
            }
        }
        return earlier;
    }
}
