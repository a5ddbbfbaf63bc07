package tsunagi.app.review;

import android.content.Context;
import android.content.Intent;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.textfield.TextInputLayout;
import java.util.List;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.navigation.RecordScreens;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.ReviewAnswer;

/** 確認のお願い: what the supervisor asks about a record, the way to the record, and the answer. */
public final class QuestionActivity extends ScreenActivity<QuestionPage> {
    private OpenDraft open;
    private DraftForm form;
    private Optional<List<QuestionLine>> shown = Optional.empty();

    /** The questions that a review holds. */
    public static Intent to(Context context, RecordKey review) {
        return RecordIntent.to(context, QuestionActivity.class, review);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.review_conflict);
        MaterialToolbar toolbar = findViewById(R.id.review_toolbar);
        toolbar.setTitle(R.string.review_questions);
        toolbar.setNavigationOnClickListener(tap -> finish());
        this.<TextView>findViewById(R.id.review_settled).setText(R.string.review_all_answered);
    }

    @Override
    protected QuestionPage load() {
        return QuestionPage.of(this, RecordIntent.key(getIntent()));
    }

    @Override
    protected void show(QuestionPage page) {
        if (open == null) {
            open = new OpenDraft(parts().tablet(), page.draft(), parts().work(), keeping -> {});
            form = new DraftForm(this, open, path -> {});
        }
        if (shown.equals(Optional.of(page.questions()))) {
            return;
        }
        if (!open.isKept()) {
            // Something was typed since this was read: it must not fall back to what stood there before.
            open.afterwards(this::load, this::show, this::showFailure);
            return;
        }
        shown = Optional.of(page.questions());
        boolean isEmpty = page.questions().isEmpty();
        findViewById(R.id.review_settled).setVisibility(isEmpty ? View.VISIBLE : View.GONE);
        TextView title = findViewById(R.id.review_title);
        title.setText(isEmpty ? "" : page.questions().get(0).record());
        LinearLayout list = findViewById(R.id.review_fields);
        list.removeAllViews();
        for (QuestionLine line : page.questions()) {
            add(list, line, page.begun().getOrDefault(line.questionKey(), ""));
        }
    }

    private void add(LinearLayout list, QuestionLine line, String begun) {
        View view = LayoutInflater.from(this).inflate(R.layout.review_question, list, false);
        list.addView(view);
        view.<TextView>findViewById(R.id.review_question).setText(line.question());
        String about = line.field().isEmpty() ? "" : getString(R.string.review_about_field, line.field()) + "  ";
        view.<TextView>findViewById(R.id.review_asked).setText(about + line.asked());
        TextInputLayout answer = view.findViewById(R.id.review_answer_input);
        form.bind(answer, QuestionPage.path(line.questionKey()), begun, text -> enter(line, text));
        view.findViewById(R.id.review_send_answer)
                .setOnClickListener(
                        tap -> send(line, answer.getEditText().getText().toString()));
        Optional<Intent> record = line.about().flatMap(key -> RecordScreens.to(this, key));
        View opens = view.findViewById(R.id.review_open_record);
        opens.setVisibility(record.isPresent() ? View.VISIBLE : View.GONE);
        opens.setOnClickListener(tap -> record.ifPresent(this::startActivity));
    }

    private void enter(QuestionLine line, String text) {
        ReviewAnswer answer = ReviewAnswer.newBuilder()
                .setAnswer(text.trim())
                .setAnsweredOn(parts().today().toString())
                .build();
        open.set(QuestionPage.path(line.questionKey()), AnswerWire.write(line.questionKey(), answer));
    }

    /** One answer at a time: what was begun for the others stays begun. */
    private void send(QuestionLine line, String text) {
        enter(line, text);
        open.afterwards(
                () -> {
                    parts().users().current().ifPresent(author -> send(open.draft(), line.questionKey(), author));
                    return load();
                },
                page -> {
                    show(page);
                    say(R.string.review_answered);
                },
                this::showFailure);
    }

    private void send(Draft begun, String questionKey, User author) {
        FieldPath path = QuestionPage.path(questionKey);
        Draft one = parts().tablet().edit(begun.key()).set(path, begun.entered().get(path));
        parts().tablet().save(one, author.personId());
        begun.undo(path);
    }
}
