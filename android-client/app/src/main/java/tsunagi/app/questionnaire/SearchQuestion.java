package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.widget.CompoundButton;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.screen.AfterTyping;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.questionnaires.SheetItem.Choice;
import tsunagi.records.v1.Answer;

/** Choices too many to be read: some letters of one, in kana or as it is written, bring it up. */
final class SearchQuestion extends QuestionView {
    private final ChoiceSearch search;
    private final boolean isSingle;
    private final LinearLayout rows;
    private final TextView more;
    private String typed = "";
    private List<String> chosen = Collections.emptyList();

    SearchQuestion(Context context, Asked asked, Answering answering) {
        super(context, asked, answering);
        search = ChoiceSearch.of(answering.form(), asked);
        isSingle = asked.type() == QuestionType.CHOICE;
        LayoutInflater.from(context).inflate(R.layout.fill_search, body(), true);
        rows = findViewById(R.id.search_rows);
        more = findViewById(R.id.search_more);
        EditText field = findViewById(R.id.search_field);
        AfterTyping.hear(field, text -> {
            typed = text;
            draw();
        });
    }

    private void draw() {
        rows.removeAllViews();
        ChoiceSearch.Found found = search.find(typed, chosen);
        found.shown().forEach(this::add);
        more.setVisibility(found.further() == 0 && !found.shown().isEmpty() ? GONE : VISIBLE);
        more.setText(
                found.shown().isEmpty()
                        ? getContext().getString(R.string.fill_search_none)
                        : getResources()
                                .getQuantityString(R.plurals.fill_search_more, found.further(), found.further()));
    }

    private void add(Choice choice) {
        int layout = isSingle ? R.layout.fill_radio : R.layout.fill_check;
        CompoundButton row =
                (CompoundButton) LayoutInflater.from(rows.getContext()).inflate(layout, rows, false);
        new ChoiceLabel(answering(), Integer.MAX_VALUE).put(row, choice);
        row.setChecked(chosen.contains(choice.value()));
        row.setOnClickListener(view -> choose(choice.value()));
        rows.addView(row);
    }

    private void choose(String value) {
        List<String> after = new ArrayList<>(isSingle ? Collections.emptyList() : chosen);
        if (!after.remove(value)) {
            after.add(value);
        }
        chosen = after;
        if (after.isEmpty()) {
            answering().clear(path());
        } else {
            answering().answer(path(), Answer.newBuilder().addAllChoices(after).build(), isSingle);
        }
    }

    @Override
    void showAnswer(Optional<Answer> answer) {
        chosen = new ArrayList<>(
                answer.map(Answer::getChoicesList).map(ArrayList::new).orElseGet(ArrayList::new));
        draw();
    }
}
