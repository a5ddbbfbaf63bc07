package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.CompoundButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Choice;
import tsunagi.records.v1.Answer;

/** One of several choices, each a row that can be tapped everywhere. */
final class ChoiceQuestion extends QuestionView {
    private final Map<String, CompoundButton> rows = new LinkedHashMap<>();

    ChoiceQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        for (Choice choice : asked.choices()) {
            CompoundButton row =
                    (CompoundButton) LayoutInflater.from(context).inflate(R.layout.fill_radio, body(), false);
            new ChoiceLabel(answering, rows.size() + 1).put(row, choice);
            row.setOnClickListener(view -> choose(choice.value()));
            body().addView(row);
            rows.put(choice.value(), row);
        }
    }

    private void choose(String value) {
        rows.forEach((each, row) -> row.setChecked(each.equals(value)));
        answering().answer(path(), Answer.newBuilder().addChoices(value).build(), true);
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        rows.forEach((value, row) -> row.setChecked(
                answer.filter(given -> given.getChoicesList().contains(value)).isPresent()));
    }

    @Override
    boolean digit(int digit) {
        if (digit < 1 || digit > rows.size()) {
            return false;
        }
        choose(asked().choices().get(digit - 1).value());
        return true;
    }
}
