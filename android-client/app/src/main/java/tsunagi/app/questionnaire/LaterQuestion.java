package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** A file this app cannot add yet, such as a film; it says so, and the sheet goes on without it. */
final class LaterQuestion extends QuestionView {
    LaterQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        TextView words = (TextView) LayoutInflater.from(context).inflate(R.layout.fill_later, body(), false);
        words.setText(R.string.fill_file_later);
        body().addView(words);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {}
}
