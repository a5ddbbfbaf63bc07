package tsunagi.app.settings;

import android.content.Context;
import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.android.material.textfield.TextInputLayout;
import java.util.function.Consumer;
import tsunagi.app.R;

/** Asks for a new staff PIN, twice, so that a slip of the finger locks nobody out. */
final class PinDialog {
    private PinDialog() {}

    static void ask(Context context, Consumer<String> chosen) {
        ask(context, R.string.settings_pin_new, first -> {
            if (StaffPin.isFit(first)) {
                ask(context, R.string.settings_pin_again, second -> {
                    if (second.equals(first)) {
                        chosen.accept(first);
                    } else {
                        say(context, R.string.settings_pin_differs);
                    }
                });
            } else {
                say(context, R.string.settings_pin_unfit);
            }
        });
    }

    private static void ask(Context context, int words, Consumer<String> typed) {
        View part = LayoutInflater.from(context).inflate(R.layout.settings_pin, null);
        part.<TextInputLayout>findViewById(R.id.settings_pin_layout).setHint(words);
        EditText digits = part.findViewById(R.id.settings_pin_digits);
        digits.setInputType(InputType.TYPE_CLASS_NUMBER | InputType.TYPE_NUMBER_VARIATION_PASSWORD);
        new MaterialAlertDialogBuilder(context)
                .setTitle(R.string.settings_pin)
                .setView(part)
                .setPositiveButton(
                        R.string.next,
                        (dialog, which) -> typed.accept(digits.getText().toString()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private static void say(Context context, int words) {
        new MaterialAlertDialogBuilder(context)
                .setMessage(words)
                .setPositiveButton(R.string.close, null)
                .show();
    }
}
