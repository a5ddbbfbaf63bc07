package tsunagi.app.questionnaire;

import android.graphics.drawable.BitmapDrawable;
import android.widget.TextView;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Choice;

/**
 * How a choice is written on what is tapped for it: its words, its picture, and the digit that stands for it on a keyboard.
 *
 * @param digit its place, counted from 1
 */
record ChoiceLabel(Answering answering, int digit) {
    private static final int DIGITS = 9;

    void put(TextView view, Choice choice) {
        boolean hasDigit = answering.setting().isPaper() && digit <= DIGITS;
        view.setText(
                hasDigit
                        ? view.getContext().getString(R.string.fill_choice_digit, digit, choice.label())
                        : choice.label());
        String reference = choice.media().getOrDefault("image", choice.media().get("big-image"));
        if (reference != null) {
            answering.picture(reference).ifPresent(picture -> {
                int height = view.getResources().getDimensionPixelSize(R.dimen.fill_choice_picture);
                BitmapDrawable drawable = new BitmapDrawable(view.getResources(), picture);
                drawable.setBounds(0, 0, height * picture.getWidth() / Math.max(1, picture.getHeight()), height);
                view.setCompoundDrawablesRelative(drawable, null, null, null);
                view.setCompoundDrawablePadding(view.getResources().getDimensionPixelSize(R.dimen.space));
            });
        }
    }
}
