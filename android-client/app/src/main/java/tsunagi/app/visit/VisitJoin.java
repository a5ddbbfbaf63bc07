package tsunagi.app.visit;

import com.google.protobuf.ByteString;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.Visit;

/** Makes one visit of two that somebody knows to be the same: the later joins the earlier. */
final class VisitJoin {
    private final Tablet tablet;
    private final String authorPersonId;

    VisitJoin(Tablet tablet, String authorPersonId) {
        this.tablet = tablet;
        this.authorPersonId = authorPersonId;
    }

    /**
     * What came of it.
     *
     * @param stays the visit that stays
     * @param gone the saved visit that ended as a duplicate, which can be split off again; empty when there was none
     */
    record Joined(RecordKey stays, Optional<RecordKey> gone) {}

    Joined join(Draft here, RecordKey other) {
        boolean isNew = !tablet.show(here.key()).isAlive();
        boolean isOtherEarlier = other.id().toString().compareTo(here.key().id().toString()) < 0;
        RecordKey stays = isNew || isOtherEarlier ? other : here.key();
        Optional<RecordKey> gone = isNew ? Optional.empty() : Optional.of(stays.equals(other) ? here.key() : other);
        tablet.together(() -> {
            if (stays.equals(other)) {
                move(VisitDrafts.of(tablet, here), other);
            }
            gone.ifPresent(key -> tablet.absorb(tablet.show(key), stays.id(), authorPersonId));
        });
        return new Joined(stays, gone);
    }

    /** Takes the joining back. */
    void split(RecordKey gone) {
        tablet.split(tablet.show(gone), authorPersonId);
    }

    /** What was written here and not saved goes on as a draft of the other visit, by somebody who had not seen it. */
    private void move(VisitDrafts drafts, RecordKey other) {
        Edited<Visit> here = Edited.of(tablet, drafts.visit(), Visit.getDefaultInstance());
        RecordView there = tablet.show(other);
        if (!here.entered().isEmpty()) {
            Draft draft = Edited.draftOf(tablet, other);
            here.entered().forEach((path, value) -> {
                if (!value.isEmpty() && !value.equals(standing(there, path))) {
                    draft.begin(path, Stamp.NONE);
                    draft.set(path, value);
                }
            });
            keepPhotos(here, other);
        }
        for (Draft part : drafts.others()) {
            moveTo(part, other.id().toString());
        }
        drafts.visit().discard();
    }

    private static ByteString standing(RecordView view, FieldPath path) {
        return view.state().field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
    }

    private void keepPhotos(Edited<Visit> here, RecordKey other) {
        here.message().getPhotosMap().values().forEach(photo -> tablet.files()
                .read(other.teamId(), photo.getSha256())
                .ifPresent(bytes -> tablet.files().keep(other, bytes, photo.getMediaType(), kept -> {})));
    }

    private static void moveTo(Draft part, String visitId) {
        switch (part.key().type()) {
            case RecordType.RECORD_TYPE_OBSERVATION_VALUE ->
                part.set(Observation.newBuilder().setVisitId(visitId).build());
            case RecordType.RECORD_TYPE_REFERRAL_VALUE ->
                part.set(Referral.newBuilder().setVisitId(visitId).build());
            case RecordType.RECORD_TYPE_FOLLOW_UP_VALUE -> moveFollowUp(part, visitId);
            default -> throw new IllegalArgumentException("no part of a visit: " + part.key());
        }
    }

    private static void moveFollowUp(Draft part, String visitId) {
        boolean isClosing = part.entered().containsKey(FieldPath.field(FollowUp.CLOSING_FIELD_NUMBER));
        if (!isClosing) {
            part.set(FollowUp.newBuilder().setVisitId(visitId).build());
        }
    }
}
