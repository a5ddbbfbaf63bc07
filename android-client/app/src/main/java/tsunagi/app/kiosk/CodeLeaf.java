package tsunagi.app.kiosk;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import android.widget.TextView;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.matchcode.CodeReading;

/** The page on which a respondent types the code of their slip, with large keys of its own. */
final class CodeLeaf {
    private static final int DIGITS = 7;
    private static final int FIRST_GROUP = 3;

    private final KioskWords words;
    private final TextView code;
    private final TextView message;
    private final DigitPad pad;
    private final Button next;

    CodeLeaf(KioskWords words, ViewGroup into, Consumer<String> onCode, Runnable onNone) {
        this.words = words;
        View page = LayoutInflater.from(words.context()).inflate(R.layout.kiosk_code, into, false);
        into.addView(page);
        TextView title = page.findViewById(R.id.kiosk_code_title);
        title.setText(words.say(R.string.kiosk_code_title));
        this.code = page.findViewById(R.id.kiosk_code);
        this.message = page.findViewById(R.id.kiosk_code_message);
        this.pad = page.findViewById(R.id.kiosk_pad);
        this.next = page.findViewById(R.id.kiosk_code_next);
        next.setText(words.say(R.string.kiosk_next));
        next.setOnClickListener(view -> onCode.accept(pad.typed()));
        Button none = page.findViewById(R.id.kiosk_code_none);
        none.setText(words.say(R.string.kiosk_code_none));
        none.setOnClickListener(view -> onNone.run());
        TextView meaning = page.findViewById(R.id.kiosk_code_none_meaning);
        meaning.setText(words.say(R.string.kiosk_code_none_meaning));
        pad.listen(DIGITS, this::show);
        show("");
    }

    private void show(String typed) {
        StringBuilder shown = new StringBuilder(typed);
        while (shown.length() < DIGITS) {
            shown.append('_');
        }
        code.setText(shown.insert(FIRST_GROUP, '-'));
        code.setContentDescription(words.say(R.string.kiosk_code_shown, typed));
        next.setEnabled(!typed.isEmpty());
        message.setVisibility(View.GONE);
    }

    /** Says what was wrong with the code typed; it stays, to be compared. */
    void say(Optional<CodeReading.Fault> fault) {
        fault.ifPresent(wrong -> {
            message.setText(words.say(
                    wrong == CodeReading.Fault.WRONG_CHECK_DIGIT
                            ? R.string.kiosk_code_wrong
                            : R.string.kiosk_code_length));
            message.setCompoundDrawablesRelativeWithIntrinsicBounds(R.drawable.ic_warning, 0, 0, 0);
            message.setVisibility(View.VISIBLE);
        });
    }
}
