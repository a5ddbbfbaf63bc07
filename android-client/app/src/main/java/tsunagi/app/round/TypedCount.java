package tsunagi.app.round;

import android.view.ViewParent;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import tsunagi.app.R;
import tsunagi.app.screen.AfterTyping;

/** A count as it was typed; a keyboard that does not keep to digits, and a paste, do no harm. */
final class TypedCount {
    private static final int DIGITS_MOST = 6;

    private TypedCount() {}

    /** Has a field say how long a count may be, once it is as long as that. */
    static void sayWhenFull(EditText field) {
        AfterTyping.hear(field, typed -> {
            ViewParent frame = field.getParent().getParent();
            boolean isFull = typed.length() >= DIGITS_MOST;
            if (frame instanceof TextInputLayout layout) {
                layout.setHelperText(
                        isFull ? layout.getContext().getString(R.string.round_count_full, DIGITS_MOST) : null);
            }
        });
    }

    /** Its digits, as many as there can be; 0 when there are none. */
    static int of(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(0, Math.min(DIGITS_MOST, digits.length())));
    }
}
