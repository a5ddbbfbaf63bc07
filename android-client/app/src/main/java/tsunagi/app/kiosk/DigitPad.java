package tsunagi.app.kiosk;

import android.content.Context;
import android.util.AttributeSet;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.GridLayout;
import android.widget.ImageButton;
import com.google.android.material.button.MaterialButton;
import java.util.function.Consumer;
import tsunagi.app.R;

/** Large keys for digits: no keyboard of the tablet's, which would learn and suggest. */
public final class DigitPad extends GridLayout {
    private static final int[] KEYS = {
        R.id.digit_1, R.id.digit_2, R.id.digit_3, R.id.digit_4, R.id.digit_5,
        R.id.digit_6, R.id.digit_7, R.id.digit_8, R.id.digit_9, R.id.digit_0
    };

    private final StringBuilder typed = new StringBuilder();
    private int most = Integer.MAX_VALUE;
    private Consumer<String> onTyped = text -> {};

    public DigitPad(Context context, AttributeSet attributes) {
        super(context, attributes);
        setColumnCount(3);
        LayoutInflater.from(context).inflate(R.layout.kiosk_digit_pad, this, true);
        for (int i = 0; i < KEYS.length; i++) {
            String digit = Integer.toString((i + 1) % KEYS.length);
            MaterialButton key = findViewById(KEYS[i]);
            key.setText(digit);
            key.setOnClickListener(view -> press(digit));
        }
        ImageButton delete = findViewById(R.id.digit_delete);
        delete.setOnClickListener(view -> delete());
        delete.setOnLongClickListener(this::deleteAll);
    }

    /** Tells all that is typed, at each key. */
    void listen(int digitsMost, Consumer<String> listener) {
        this.most = digitsMost;
        this.onTyped = listener;
    }

    String typed() {
        return typed.toString();
    }

    void clear() {
        typed.setLength(0);
        onTyped.accept("");
    }

    void press(String digit) {
        if (typed.length() < most) {
            typed.append(digit);
            onTyped.accept(typed());
        }
    }

    void delete() {
        if (typed.length() > 0) {
            typed.setLength(typed.length() - 1);
            onTyped.accept(typed());
        }
    }

    private boolean deleteAll(View key) {
        clear();
        return true;
    }
}
