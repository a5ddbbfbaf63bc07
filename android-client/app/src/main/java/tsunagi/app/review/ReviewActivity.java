package tsunagi.app.review;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;

/** 確認: all conflicts of the team, and all questions that wait for an answer. */
public final class ReviewActivity extends ScreenActivity<ReviewPage> {
    public static Intent to(Context context) {
        return new Intent(context, ReviewActivity.class);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.review);
        MaterialToolbar toolbar = findViewById(R.id.review_toolbar);
        toolbar.setTitle(R.string.review_title);
        toolbar.setNavigationOnClickListener(tap -> finish());
    }

    @Override
    protected ReviewPage load() {
        return ReviewPage.of(this);
    }

    @Override
    protected void show(ReviewPage page) {
        Rows conflicts = Rows.anew(this.<LinearLayout>findViewById(R.id.review_conflicts));
        conflicts.heading(R.string.review_conflicts);
        page.conflicts().forEach(line -> conflicts
                .row(line.record())
                .icon(R.drawable.ic_conflict)
                .detail(line.fields())
                .onTap(() -> startActivity(ConflictActivity.to(this, line.key()))));
        if (page.conflicts().isEmpty()) {
            conflicts.note(R.string.review_no_conflicts);
        }
        Rows questions = Rows.anew(this.<LinearLayout>findViewById(R.id.review_open_questions));
        questions.heading(R.string.review_questions);
        page.questions().forEach(line -> questionRow(questions, line));
        if (page.questions().isEmpty()) {
            questions.note(R.string.review_no_questions);
        }
        this.<TextView>findViewById(R.id.review_nobody)
                .setVisibility(page.hasTeam() ? TextView.GONE : TextView.VISIBLE);
    }

    private void questionRow(Rows rows, QuestionLine line) {
        rows.row(line.question())
                .icon(R.drawable.ic_question)
                .detail(line.record() + "\n" + line.asked())
                .onTap(() -> startActivity(QuestionActivity.to(this, line.review())));
    }
}
