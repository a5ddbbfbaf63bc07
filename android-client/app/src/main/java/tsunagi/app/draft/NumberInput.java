package tsunagi.app.draft;

import android.content.Context;
import android.text.InputType;
import com.google.android.material.textfield.TextInputLayout;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.change.FieldPath;
import tsunagi.name.Kana;

/** A count of people; what is none stays on the screen as it was typed, with the word that it is not kept. */
public final class NumberInput {
    private static final int DIGITS_MAX = 7;

    private final Context context;

    public NumberInput(Context context) {
        this.context = context;
    }

    /** Any count that has its place in the draft. */
    public void add(
            DraftForm form, int id, FieldPath path, String label, OptionalInt value, Consumer<OptionalInt> entered) {
        TextInputLayout[] layout = new TextInputLayout[1];
        layout[0] = form.text(
                id,
                path,
                label,
                value.isPresent() ? Integer.toString(value.getAsInt()) : "",
                InputType.TYPE_CLASS_NUMBER,
                typed -> {
                    OptionalInt number = parse(typed);
                    boolean isRefused = !number.isPresent() && !typed.trim().isEmpty();
                    form.refuse(layout[0], isRefused ? context.getString(R.string.edit_number_limit, DIGITS_MAX) : "");
                    entered.accept(number);
                });
    }

    private static OptionalInt parse(String typed) {
        String digits = Kana.evenWidth(typed).trim();
        return digits.matches("[0-9]{1," + DIGITS_MAX + "}")
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
