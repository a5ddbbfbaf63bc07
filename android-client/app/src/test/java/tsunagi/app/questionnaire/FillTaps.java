package tsunagi.app.questionnaire;

import android.app.Activity;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.Stage;

/** What a person does on the page of a sheet that is before them, each tap counted. */
final class FillTaps {
    private final Activity screen;
    private int count;

    FillTaps(Activity screen) {
        this.screen = screen;
    }

    int count() {
        return count;
    }

    /** Taps the choice that bears these words. */
    void choose(String words) {
        tap(find(words));
    }

    void tap(View view) {
        count++;
        Stage.tap(view);
    }

    void next() {
        tap(screen.findViewById(R.id.fill_next));
    }

    void back() {
        tap(screen.findViewById(R.id.fill_back));
    }

    void type(String text) {
        type(0, text);
    }

    /** Types into one of the fields of the page. */
    void type(int field, String text) {
        List<TypedQuestion> fields = new ArrayList<>();
        collect(screen.findViewById(R.id.fill_blocks), TypedQuestion.class, fields);
        fields.get(field).field().setText(text);
        Stage.settle();
    }

    /** All that stands on the page, line by line. */
    String page() {
        List<TextView> texts = new ArrayList<>();
        collect(screen.findViewById(R.id.fill_view), TextView.class, texts);
        StringBuilder page = new StringBuilder();
        texts.stream().filter(View::isShown).forEach(text -> page.append(text.getText())
                .append('\n'));
        return page.toString();
    }

    TextView find(String words) {
        List<TextView> texts = new ArrayList<>();
        collect(screen.findViewById(R.id.fill_view), TextView.class, texts);
        for (TextView text : texts) {
            if (text.isShown() && text.getText().toString().equals(words)) {
                return text;
            }
        }
        throw new AssertionError("nobody sees '" + words + "' on\n" + page());
    }

    boolean canGoOn() {
        Button next = screen.findViewById(R.id.fill_next);
        return next.isEnabled();
    }

    static <V extends View> void collect(View view, Class<V> type, List<V> found) {
        if (type.isInstance(view)) {
            found.add(type.cast(view));
        }
        if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                collect(group.getChildAt(i), type, found);
            }
        }
    }
}
