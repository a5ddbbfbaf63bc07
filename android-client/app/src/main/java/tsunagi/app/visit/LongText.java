package tsunagi.app.visit;

import android.text.TextUtils;
import android.widget.TextView;

/** A text that may be very long: some lines of it, and all of it after a tap. */
final class LongText {
    private static final int LINES = 6;

    private LongText() {}

    static void show(TextView view, String text) {
        view.setText(text);
        view.setEllipsize(TextUtils.TruncateAt.END);
        view.setMaxLines(LINES);
        view.setOnClickListener(tapped -> view.setMaxLines(view.getMaxLines() == LINES ? Integer.MAX_VALUE : LINES));
    }
}
