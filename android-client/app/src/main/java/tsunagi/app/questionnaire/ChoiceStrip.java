package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.Gravity;
import android.view.LayoutInflater;
import android.widget.CompoundButton;
import android.widget.LinearLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Choice;
import tsunagi.records.v1.Answer;

/** Choices side by side, of one width. */
final class ChoiceStrip extends LinearLayout {
    private final Map<String, CompoundButton> cells = new LinkedHashMap<>();

    /** Choices with their words, or blank ones below the heading of a table. */
    ChoiceStrip(Context context, List<Choice> choices, Answering answering, Consumer<String> chosen) {
        super(context);
        setGravity(Gravity.CENTER_VERTICAL);
        for (Choice choice : choices) {
            CompoundButton cell =
                    (CompoundButton) LayoutInflater.from(context).inflate(R.layout.fill_strip_cell, this, false);
            new ChoiceLabel(answering, cells.size() + 1).put(cell, choice);
            cell.setOnClickListener(view -> {
                check(choice.value());
                chosen.accept(choice.value());
            });
            addView(cell);
            cells.put(choice.value(), cell);
        }
    }

    private void check(String value) {
        cells.forEach((each, cell) -> cell.setChecked(each.equals(value)));
    }

    /** Says of each choice whose row it stands in, for those who hear it. */
    void describe(String row) {
        cells.forEach((value, cell) ->
                cell.setContentDescription(getContext().getString(R.string.fill_cell_spoken, row, cell.getText())));
    }

    void show(Optional<Answer> answer) {
        cells.forEach((value, cell) -> cell.setChecked(
                answer.filter(given -> given.getChoicesList().contains(value)).isPresent()));
    }

    boolean digit(int digit) {
        if (digit < 1 || digit > cells.size()) {
            return false;
        }
        int place = 1;
        for (CompoundButton cell : cells.values()) {
            if (place++ == digit) {
                cell.performClick();
            }
        }
        return true;
    }

    /** Whether this many choices fit side by side here, each wide enough for a finger and its words. */
    static boolean fits(Context context, List<Choice> choices) {
        int longest = 0;
        for (Choice choice : choices) {
            longest = Math.max(longest, choice.label().length());
        }
        float scale = context.getResources().getConfiguration().fontScale;
        int widthDp = Math.min(720, context.getResources().getConfiguration().screenWidthDp - 48);
        boolean hasPictures =
                choices.stream().anyMatch(choice -> !choice.media().isEmpty());
        // Of four letters on a line, three lines are read at a glance.
        float neededDp = Math.max(64, 17 * scale * Math.min(6, Math.max(3, longest / 3f)) + 16);
        return !hasPictures && !choices.isEmpty() && neededDp * choices.size() <= widthDp;
    }
}
