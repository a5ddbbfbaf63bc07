package tsunagi.app.visit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/**
 * The end of a visit that was saved by mistake, and of what was written on it. Each record ends as somebody has it before
 * them: one to which others wrote meanwhile stays on the server.
 *
 * @param visit the visit as it is saved
 * @param along its observations, referrals and follow-ups
 * @param hasUnsaved something was entered and not saved, which cannot be brought back
 */
record VisitDeletion(RecordView visit, List<RecordView> along, boolean hasUnsaved) {
    private static final int[] TYPES = {
        RecordType.RECORD_TYPE_OBSERVATION_VALUE,
        RecordType.RECORD_TYPE_REFERRAL_VALUE,
        RecordType.RECORD_TYPE_FOLLOW_UP_VALUE
    };

    /** What would end; nothing has ended yet. */
    static VisitDeletion of(Tablet tablet, Draft draft) {
        RecordKey key = draft.key();
        List<RecordView> along = new ArrayList<>();
        for (int type : TYPES) {
            for (RecordView view : tablet.lookup().referring(key, type)) {
                if (!isOnlyClosedBy(key, view)) {
                    along.add(view);
                }
            }
        }
        boolean hasUnsaved = !draft.entered().isEmpty()
                || !VisitDrafts.of(tablet, draft).others().isEmpty();
        return new VisitDeletion(tablet.show(key), Collections.unmodifiableList(along), hasUnsaved);
    }

    /** A promise of an earlier visit is not this one's to take back. */
    private static boolean isOnlyClosedBy(RecordKey visit, RecordView view) {
        if (view.key().type() != RecordType.RECORD_TYPE_FOLLOW_UP_VALUE) {
            return false;
        }
        FollowUp followUp = view.as(FollowUp.getDefaultInstance());
        String id = visit.id().toString();
        return followUp.getClosing().getVisitId().equals(id)
                && !followUp.getVisitId().equals(id);
    }

    int count(RecordType type) {
        return (int) along.stream()
                .filter(view -> view.key().type() == type.getNumber())
                .count();
    }

    int photos() {
        int photos = visit.as(Visit.getDefaultInstance()).getPhotosCount();
        for (RecordView view : along) {
            if (view.key().type() == RecordType.RECORD_TYPE_OBSERVATION_VALUE) {
                photos += view.as(Observation.getDefaultInstance()).getPhotosCount();
            }
        }
        return photos;
    }

    /** Ends all of it, or nothing. */
    void delete(Tablet tablet, Draft draft, String authorPersonId) {
        tablet.together(() -> {
            VisitDrafts.of(tablet, draft).discard(tablet);
            along.forEach(view -> tablet.delete(view, authorPersonId));
            tablet.delete(visit, authorPersonId);
        });
    }

    /** Says all of it again: an edit brings a deleted record back. */
    void bringBack(Tablet tablet, String authorPersonId) {
        tablet.together(() -> {
            bringBack(tablet, visit, authorPersonId);
            along.forEach(view -> bringBack(tablet, view, authorPersonId));
        });
    }

    private static void bringBack(Tablet tablet, RecordView before, String authorPersonId) {
        Draft draft = tablet.edit(before.key());
        before.state().fields().forEach((path, field) -> {
            if (!field.value().isEmpty()) {
                draft.begin(path, field.stamp());
                draft.set(path, field.value());
            }
        });
        tablet.save(draft, authorPersonId);
    }
}
