package tsunagi.app.questionnaire;

import android.content.Context;
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
    private static final int PAGE_EDGES_DP = 32;
    private static final float CELL_LEAST_DP = 60;
    private static final float CELL_EDGES_DP = 18;
    private static final float LETTER_DP = 17;
    private static final float LETTERS_LEAST = 3;
    private static final float LETTERS_MOST = 6;

    /** From here on in Unicode letters are as wide as high, and lines are broken between any two of them. */
    private static final int FIRST_WIDE_LETTER = 0x2E80;

    private static final float NARROW_LETTER = 0.58f;

    /** More lines in a cell are no longer read at a glance. */
    private static final float LINES = 3;

    private final Map<String, CompoundButton> cells = new LinkedHashMap<>();

    /**
     * Choices side by side where there is room for them, or else one below the other.
     *
     * @param widthDp how much room there is for them
     */
    ChoiceStrip(Context context, List<Choice> choices, float widthDp, Answering answering, Consumer<String> chosen) {
        super(context);
        boolean isSideBySide = fits(context, choices, widthDp);
        setOrientation(isSideBySide ? HORIZONTAL : VERTICAL);
        int layout = isSideBySide ? R.layout.fill_strip_cell : R.layout.fill_radio;
        for (Choice choice : choices) {
            CompoundButton cell = (CompoundButton) LayoutInflater.from(context).inflate(layout, this, false);
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

    /** The room there is on a page, in dp. */
    static float room(Context context, boolean isInTable) {
        return Column.widthDp(context.getResources().getConfiguration(), isInTable) - PAGE_EDGES_DP;
    }

    /** Whether the choices fit side by side, each wide enough for a finger and its words. */
    private static boolean fits(Context context, List<Choice> choices, float widthDp) {
        float letters = LETTERS_LEAST;
        for (Choice choice : choices) {
            letters = Math.max(letters, letters(choice.label()));
        }
        boolean hasPictures =
                choices.stream().anyMatch(choice -> !choice.media().isEmpty());
        float fontScale = context.getResources().getConfiguration().fontScale;
        float neededDp =
                Math.max(CELL_LEAST_DP, LETTER_DP * fontScale * Math.min(LETTERS_MOST, letters) + CELL_EDGES_DP);
        return !hasPictures && !choices.isEmpty() && neededDp * choices.size() <= widthDp;
    }

    /** How many letters of Japanese wide a label is in a few lines; words of other scripts are not broken. */
    private static float letters(String label) {
        float longestWord = 0;
        for (String word : label.split(" ", -1)) {
            boolean isUnbroken = word.codePoints().allMatch(letter -> letter < FIRST_WIDE_LETTER);
            longestWord = isUnbroken ? Math.max(longestWord, word.length() * NARROW_LETTER) : longestWord;
        }
        float all = 0;
        for (int i = 0; i < label.length(); i++) {
            all += label.charAt(i) < FIRST_WIDE_LETTER ? NARROW_LETTER : 1;
        }
        return Math.max(longestWord, all / LINES);
    }
}
