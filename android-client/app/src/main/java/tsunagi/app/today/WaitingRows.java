package tsunagi.app.today;

import android.view.ViewGroup;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.review.QuestionActivity;
import tsunagi.app.review.QuestionLine;
import tsunagi.app.review.ReviewActivity;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;

/** The rows of what waits to be finished, done, answered or decided. */
final class WaitingRows {
    private final ScreenActivity<?> screen;

    WaitingRows(ScreenActivity<?> screen) {
        this.screen = screen;
    }

    void drafts(ViewGroup part, List<DraftLine> drafts) {
        if (drafts.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.today_drafts);
        for (DraftLine draft : drafts) {
            Row row = rows.row(draft.title()).icon(R.drawable.ic_draft).detail(draft.touched());
            RecordScreens.resume(screen, draft.note())
                    .ifPresent(intent -> row.onTap(() -> screen.startActivity(intent)));
        }
    }

    void followUps(ViewGroup part, List<FollowUps.Line> followUps) {
        if (followUps.isEmpty()) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.today_follow_ups);
        FollowUpRows.show(screen, rows, followUps, true);
    }

    void review(ViewGroup part, List<QuestionLine> questions, int conflicts) {
        if (questions.isEmpty() && conflicts == 0) {
            Rows.none(part);
            return;
        }
        Rows rows = Rows.anew(part);
        rows.heading(R.string.today_review);
        for (QuestionLine line : questions) {
            rows.row(line.question())
                    .icon(R.drawable.ic_question)
                    .detail(line.record() + "\n" + line.asked())
                    .onTap(() -> screen.startActivity(QuestionActivity.to(screen, line.review())));
        }
        if (conflicts > 0) {
            rows.row(screen.getResources().getQuantityString(R.plurals.today_conflicts, conflicts, conflicts))
                    .icon(R.drawable.ic_conflict)
                    .onTap(() -> screen.startActivity(ReviewActivity.to(screen)));
        }
    }
}
