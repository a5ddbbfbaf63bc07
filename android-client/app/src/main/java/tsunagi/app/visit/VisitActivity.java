package tsunagi.app.visit;

import android.content.Context;
import android.content.Intent;
import java.util.UUID;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/** 訪問: one visit, being planned, written or looked at. */
public final class VisitActivity extends ScreenActivity<Integer> {
    static final String WORKPLACE = "workplace";
    static final String VISIT = "visit";
    static final String DRAFT = "draft";
    static final String TEAM = "team";

    /** A new visit today at this workplace, or this visit as it is. */
    public static Intent to(Context context, RecordKey key) {
        boolean isVisit = key.type() == RecordType.RECORD_TYPE_VISIT_VALUE;
        return new Intent(context, VisitActivity.class)
                .putExtra(TEAM, key.teamId().toString())
                .putExtra(isVisit ? VISIT : WORKPLACE, key.id().toString());
    }

    /** The visit a draft is about; also of an observation, referral or follow-up that belongs to it. */
    public static Intent resume(Context context, UUID draftId) {
        return new Intent(context, VisitActivity.class).putExtra(DRAFT, draftId.toString());
    }

    @Override
    protected Integer load() {
        return 0;
    }

    @Override
    protected void show(Integer state) {}
}
