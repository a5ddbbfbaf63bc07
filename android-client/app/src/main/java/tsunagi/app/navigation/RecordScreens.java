package tsunagi.app.navigation;

import android.content.Context;
import android.content.Intent;
import java.util.Optional;
import tsunagi.app.questionnaire.FillActivity;
import tsunagi.app.review.QuestionActivity;
import tsunagi.app.round.RoundActivity;
import tsunagi.app.round.RoundEditActivity;
import tsunagi.app.visit.VisitActivity;
import tsunagi.app.workplace.ContactEditActivity;
import tsunagi.app.workplace.WorkplaceActivity;
import tsunagi.app.workplace.WorkplaceEditActivity;
import tsunagi.app.workshop.WorkshopActivity;
import tsunagi.app.workshop.WorkshopEditActivity;
import tsunagi.engine.draft.DraftNote;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** Which screen shows a record, by its type, and where a new one is begun: the one way there from other features. */
public final class RecordScreens {
    private RecordScreens() {}

    /** The way to a record; empty where no screen shows its type. */
    public static Optional<Intent> to(Context context, RecordKey key) {
        RecordType type = Optional.ofNullable(RecordType.forNumber(key.type())).orElse(RecordType.UNRECOGNIZED);
        return switch (type) {
            case RECORD_TYPE_WORKPLACE -> Optional.of(WorkplaceActivity.to(context, key));
            case RECORD_TYPE_CONTACT -> Optional.of(ContactEditActivity.to(context, key));
            case RECORD_TYPE_VISIT -> Optional.of(VisitActivity.to(context, key));
            case RECORD_TYPE_WORKSHOP -> Optional.of(WorkshopActivity.to(context, key));
            case RECORD_TYPE_ROUND -> Optional.of(RoundActivity.to(context, key));
            default -> Optional.empty();
        };
    }

    /** Where one goes on with a draft; empty where no screen writes records of its type. */
    public static Optional<Intent> resume(Context context, DraftNote draft) {
        RecordType type =
                Optional.ofNullable(RecordType.forNumber(draft.key().type())).orElse(RecordType.UNRECOGNIZED);
        return switch (type) {
            case RECORD_TYPE_WORKPLACE -> Optional.of(WorkplaceEditActivity.to(context, draft.key()));
            case RECORD_TYPE_VISIT, RECORD_TYPE_OBSERVATION, RECORD_TYPE_REFERRAL, RECORD_TYPE_FOLLOW_UP ->
                Optional.of(VisitActivity.resume(context, draft.draftId()));
            case RECORD_TYPE_RESPONSE -> Optional.of(FillActivity.resume(context, draft.draftId()));
            case RECORD_TYPE_WORKSHOP -> Optional.of(WorkshopEditActivity.to(context, draft.key()));
            case RECORD_TYPE_ROUND -> Optional.of(RoundEditActivity.resume(context, draft.draftId()));
            case RECORD_TYPE_REVIEW -> Optional.of(QuestionActivity.to(context, draft.key()));
            default -> to(context, draft.key());
        };
    }

    /** Where a visit to a workplace is written. */
    public static Optional<Intent> newVisit(Context context, RecordKey workplace) {
        return Optional.of(VisitActivity.to(context, workplace));
    }

    /** Where a workshop at a workplace is begun. */
    public static Optional<Intent> newWorkshop(Context context, RecordKey workplace) {
        return Optional.of(WorkshopEditActivity.toNewAt(context, workplace));
    }

    /** Where a workplace is asked a questionnaire. */
    public static Optional<Intent> newRound(Context context, RecordKey workplace) {
        return Optional.of(RoundEditActivity.toNewAt(context, workplace));
    }
}
