package tsunagi.app.screen;

import android.text.Editable;
import android.text.TextWatcher;
import android.widget.TextView;
import java.util.function.Consumer;
import tsunagi.app.draft.StorableTyping;

/** Hears what a field holds after each key, without what cannot be stored. */
public final class AfterTyping implements TextWatcher {
    private final Consumer<String> typed;

    private AfterTyping(Consumer<String> typed) {
        this.typed = typed;
    }

    /** Tells all that stands in a field, whenever that has changed. */
    public static void hear(TextView field, Consumer<String> typed) {
        field.addTextChangedListener(new AfterTyping(typed));
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}

    @Override
    public void afterTextChanged(Editable text) {
        typed.accept(StorableTyping.of(text.toString()));
    }
}
