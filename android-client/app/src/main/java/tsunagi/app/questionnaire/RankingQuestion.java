package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Choice;
import tsunagi.records.v1.Answer;

/** Choices put in order of preference by tapping them one after the other; a second tap takes one out again. */
final class RankingQuestion extends QuestionView {
    private final Map<String, TextView> rows = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private List<String> order = new ArrayList<>();

    RankingQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        for (Choice choice : asked.choices()) {
            TextView row = (TextView) LayoutInflater.from(context).inflate(R.layout.fill_rank, body(), false);
            row.setOnClickListener(view -> tap(choice.value()));
            body().addView(row);
            rows.put(choice.value(), row);
            labels.put(choice.value(), choice.label());
        }
    }

    private void tap(String value) {
        List<String> after = new ArrayList<>(order);
        if (!after.remove(value)) {
            after.add(value);
        }
        order = after;
        draw();
        if (after.isEmpty()) {
            answering().clear(path());
        } else {
            answering().answer(path(), Answer.newBuilder().addAllChoices(after).build(), false);
        }
    }

    private void draw() {
        rows.forEach((value, row) -> {
            int place = order.indexOf(value) + 1;
            row.setSelected(place > 0);
            row.setText(
                    place > 0
                            ? getContext().getString(R.string.fill_ranked, place, labels.get(value))
                            : getContext().getString(R.string.fill_not_ranked, labels.get(value)));
        });
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        order = answer.map(given -> new ArrayList<>(given.getChoicesList())).orElseGet(ArrayList::new);
        draw();
    }

    @Override
    boolean digit(int digit) {
        if (digit < 1 || digit > rows.size()) {
            return false;
        }
        tap(asked().choices().get(digit - 1).value());
        return true;
    }
}
