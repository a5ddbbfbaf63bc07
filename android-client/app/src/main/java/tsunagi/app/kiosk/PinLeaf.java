package tsunagi.app.kiosk;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import android.widget.TextView;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.settings.StaffPin;

/** A page on which staff type the PIN; it shows how many digits there are, not which. */
final class PinLeaf {
    private final View page;
    private final TextView shown;
    private final TextView message;
    private final DigitPad pad;
    private final Button ok;

    PinLeaf(LayoutInflater inflater, ViewGroup into, int title, int meaning) {
        this.page = inflater.inflate(R.layout.kiosk_pin, into, false);
        into.addView(page);
        TextView head = page.findViewById(R.id.kiosk_pin_title);
        head.setText(title);
        TextView below = page.findViewById(R.id.kiosk_pin_meaning);
        below.setText(meaning);
        this.shown = page.findViewById(R.id.kiosk_pin);
        this.message = page.findViewById(R.id.kiosk_pin_message);
        this.pad = page.findViewById(R.id.kiosk_pin_pad);
        this.ok = page.findViewById(R.id.kiosk_pin_ok);
        pad.listen(StaffPin.DIGITS_MAX, this::show);
        show("");
    }

    PinLeaf onOk(int text, Consumer<String> onTyped) {
        ok.setText(text);
        ok.setOnClickListener(view -> {
            String typed = pad.typed();
            pad.clear();
            onTyped.accept(typed);
        });
        return this;
    }

    PinLeaf onCancel(int text, Runnable onCancel) {
        Button cancel = page.findViewById(R.id.kiosk_pin_cancel);
        cancel.setText(text);
        cancel.setOnClickListener(view -> onCancel.run());
        return this;
    }

    /** What somebody does who does not know the PIN any more. */
    void onForgotten(Runnable onForgotten) {
        View forgotten = page.findViewById(R.id.kiosk_pin_forgotten);
        forgotten.setVisibility(View.VISIBLE);
        forgotten.setOnClickListener(view -> onForgotten.run());
    }

    private void show(String typed) {
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            dots.append(i == 0 ? "●" : " ●");
        }
        shown.setText(dots);
        ok.setEnabled(StaffPin.isFit(typed));
        if (!typed.isEmpty()) {
            message.setVisibility(View.GONE);
        }
    }

    void say(String text) {
        message.setText(text);
        message.setCompoundDrawablesRelativeWithIntrinsicBounds(R.drawable.ic_warning, 0, 0, 0);
        message.setVisibility(View.VISIBLE);
    }
}
