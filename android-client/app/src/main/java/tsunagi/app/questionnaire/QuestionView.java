package tsunagi.app.questionnaire;

import android.content.Context;
import android.graphics.Bitmap;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;

/** A question: what is asked, a way to answer it, and what is to be said of the answer. */
abstract class QuestionView extends BlockView {
    private final Answering answering;
    private final TextView finding;
    private final View findingRow;
    private final View clear;
    private final LinearLayout body;
    private Asked asked;

    QuestionView(Context context, Asked asked, Answering answering) {
        super(context);
        this.answering = answering;
        this.asked = asked;
        LayoutInflater.from(context).inflate(R.layout.fill_question, this, true);
        body = findViewById(R.id.question_body);
        finding = findViewById(R.id.question_finding);
        findingRow = findViewById(R.id.question_finding_row);
        clear = findViewById(R.id.question_clear);
        clear.setOnClickListener(view -> answering.clear(path()));
        TextView label = findViewById(R.id.question_label);
        label.setText(
                asked.isRequired() ? context.getString(R.string.fill_required_label, asked.label()) : asked.label());
        label.setVisibility(asked.label().isEmpty() ? GONE : VISIBLE);
        words(R.id.question_hint, asked.hint());
        words(R.id.question_guidance, asked.guidance());
        picture(asked);
        gaps();
    }

    private void words(int id, String words) {
        TextView view = findViewById(id);
        view.setText(words);
        view.setVisibility(words.isEmpty() ? GONE : VISIBLE);
    }

    private void picture(Asked question) {
        String reference =
                question.media().getOrDefault("big-image", question.media().get("image"));
        Optional<Bitmap> picture = reference == null ? Optional.empty() : answering.picture(reference);
        ImageView view = findViewById(R.id.question_picture);
        view.setVisibility(picture.isPresent() ? VISIBLE : GONE);
        picture.ifPresent(view::setImageBitmap);
    }

    private void gaps() {
        findViewById(R.id.question_gaps).setVisibility(answering.setting().isPaper() ? VISIBLE : GONE);
        gap(R.id.question_gap_empty, AnswerGap.ANSWER_GAP_LEFT_EMPTY);
        gap(R.id.question_gap_illegible, AnswerGap.ANSWER_GAP_ILLEGIBLE);
        gap(R.id.question_gap_too_many, AnswerGap.ANSWER_GAP_TOO_MANY);
    }

    private void gap(int id, AnswerGap why) {
        findViewById(id)
                .setOnClickListener(view ->
                        answering.answer(path(), Answer.newBuilder().setGap(why).build(), true));
    }

    @Override
    final void show(FillBlock block, FillState state) {
        if (block instanceof FillBlock.Single single) {
            show(single.asked(), state.findings(single.asked().path()));
            showFile(Optional.ofNullable(state.files().get(path())));
        }
    }

    final void show(Asked now, List<String> findings) {
        asked = now;
        finding.setText(String.join("\n", findings));
        findingRow.setVisibility(findings.isEmpty() ? GONE : VISIBLE);
        boolean canBeCleared = now.answer().isPresent() && !now.isRequired() && isCleared();
        clear.setVisibility(canBeCleared ? VISIBLE : GONE);
        AnswerGap gap = now.answer().map(Answer::getGap).orElse(AnswerGap.ANSWER_GAP_UNSPECIFIED);
        findViewById(R.id.question_gap_empty).setSelected(gap == AnswerGap.ANSWER_GAP_LEFT_EMPTY);
        findViewById(R.id.question_gap_illegible).setSelected(gap == AnswerGap.ANSWER_GAP_ILLEGIBLE);
        findViewById(R.id.question_gap_too_many).setSelected(gap == AnswerGap.ANSWER_GAP_TOO_MANY);
        showAnswer(now.answer().filter(answer -> !answer.hasGap()));
    }

    /** Shows what it is answered with. */
    abstract void showAnswer(Optional<Answer> answer);

    /** Shows the file it is answered with. */
    void showFile(Optional<ByteString> content) {}

    /** Whether its answer is taken back by a button of its own. */
    boolean isCleared() {
        return true;
    }

    final Asked asked() {
        return asked;
    }

    final String path() {
        return asked.path();
    }

    final Answering answering() {
        return answering;
    }

    final LinearLayout body() {
        return body;
    }
}
