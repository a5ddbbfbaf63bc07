package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.CompoundButton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Choice;
import tsunagi.records.v1.Answer;

/** Any of several choices; those that go with no other take the others back. */
final class ChoicesQuestion extends QuestionView {
    private final Map<String, CompoundButton> rows = new LinkedHashMap<>();
    private final Exclusive exclusive;
    private List<String> chosen = Collections.emptyList();

    ChoicesQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        exclusive = Exclusive.of(answering.form(), asked);
        for (Choice choice : asked.choices()) {
            CompoundButton row =
                    (CompoundButton) LayoutInflater.from(context).inflate(R.layout.fill_check, body(), false);
            new ChoiceLabel(answering, rows.size() + 1).put(row, choice);
            row.setOnClickListener(view -> toggle(choice.value()));
            body().addView(row);
            rows.put(choice.value(), row);
        }
    }

    private void toggle(String value) {
        chosen = exclusive.toggle(chosen, value, new ArrayList<>(rows.keySet()));
        showChosen();
        if (chosen.isEmpty()) {
            answering().clear(path());
        } else {
            answering().answer(path(), Answer.newBuilder().addAllChoices(chosen).build(), false);
        }
    }

    private void showChosen() {
        rows.forEach((value, row) -> row.setChecked(chosen.contains(value)));
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        chosen = answer.map(given -> (List<String>) new ArrayList<>(given.getChoicesList()))
                .orElse(Collections.emptyList());
        showChosen();
    }

    @Override
    boolean isCleared() {
        return false;
    }

    @Override
    boolean digit(int digit) {
        if (digit < 1 || digit > rows.size()) {
            return false;
        }
        toggle(asked().choices().get(digit - 1).value());
        return true;
    }
}
