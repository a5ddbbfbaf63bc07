package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.CompoundButton;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** Something to be read and said yes to. */
final class AcknowledgeQuestion extends QuestionView {
    private final CompoundButton row;

    AcknowledgeQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        row = (CompoundButton) LayoutInflater.from(context).inflate(R.layout.fill_check, body(), false);
        row.setText(R.string.fill_acknowledge);
        row.setOnClickListener(view -> toggle());
        body().addView(row);
    }

    private void toggle() {
        if (row.isChecked()) {
            answering().answer(path(), Answer.newBuilder().setText("OK").build(), true);
        } else {
            answering().clear(path());
        }
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        row.setChecked(answer.isPresent());
    }

    @Override
    boolean isCleared() {
        return false;
    }

    @Override
    boolean digit(int digit) {
        if (digit == 1) {
            row.performClick();
        }
        return digit == 1;
    }
}
