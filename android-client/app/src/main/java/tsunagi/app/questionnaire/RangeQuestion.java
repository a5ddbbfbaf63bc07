package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Range;
import tsunagi.records.v1.Answer;

/** A number on a line. Nothing is set before somebody taps the line; a visual analogue scale shows no number at all. */
final class RangeQuestion extends QuestionView {
    private final RangeLine line;
    private final TextView value;
    private final boolean isAnalogue;

    RangeQuestion(Context context, Asked asked, Range range, Answering answering) {
        super(context, asked, answering);
        LayoutInflater.from(context).inflate(R.layout.fill_range, body(), true);
        isAnalogue = asked.appearance().contains("vas") || asked.appearance().contains("no-value");
        value = findViewById(R.id.range_value);
        value.setVisibility(isAnalogue ? GONE : VISIBLE);
        line = findViewById(R.id.range_line);
        boolean hasTicks = !isAnalogue && !asked.appearance().contains("no-ticks");
        line.range(range, hasTicks, asked.label());
        line.onSet(number -> {
            showNumber(number);
            answering.answer(path(), Answer.newBuilder().setNumber(number).build(), false);
        });
        TextView start = findViewById(R.id.range_start);
        TextView end = findViewById(R.id.range_end);
        start.setText(number(range.start()));
        end.setText(number(range.end()));
        start.setVisibility(hasTicks ? GONE : VISIBLE);
        end.setVisibility(hasTicks ? GONE : VISIBLE);
    }

    private void showNumber(double number) {
        value.setText(number(number));
    }

    private static String number(double number) {
        return AnswerWords.of(Answer.newBuilder().setNumber(number).build());
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        Optional<Double> number = answer.filter(Answer::hasNumber).map(Answer::getNumber);
        line.show(number);
        if (number.isPresent()) {
            showNumber(number.get());
        } else {
            value.setText(R.string.fill_range_unset);
        }
    }

    /** Two digits in a row are one number where that is still on the line: 1, then 0, is 10. */
    @Override
    boolean digit(int digit) {
        Range range = asked().range().orElse(new Range(0, 0, 1));
        double before = asked().answer().map(Answer::getNumber).orElse(0.0);
        double most = Math.max(range.start(), range.end());
        double both = before * 10 + digit;
        double number = before > 0 && both <= most ? both : digit;
        if (number < Math.min(range.start(), range.end()) || number > most) {
            return false;
        }
        answering().answer(path(), Answer.newBuilder().setNumber(number).build(), false);
        return true;
    }
}
