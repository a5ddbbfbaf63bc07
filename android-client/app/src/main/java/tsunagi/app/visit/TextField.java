package tsunagi.app.visit;

import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;
import java.util.function.Consumer;
import tsunagi.app.draft.StorableTyping;

/** A field one types into; every key is entered. */
final class TextField implements TextWatcher {
    private final EditText view;
    private final Consumer<String> entered;
    private boolean isShowing;

    private TextField(EditText view, Consumer<String> entered) {
        this.view = view;
        this.entered = entered;
    }

    static TextField of(EditText view, Consumer<String> entered) {
        TextField field = new TextField(view, entered);
        // What is typed is kept in the draft, not in the saved state of views, which is older.
        view.setSaveEnabled(false);
        view.addTextChangedListener(field);
        return field;
    }

    /** A field of a record that is a text. */
    static TextField of(EditText view, Form<?> form, int number) {
        return of(view, typed -> form.text(number, typed));
    }

    /** Shows what stands there; the cursor stays where nothing changed. */
    void show(String text) {
        if (!view.getText().toString().equals(text)) {
            isShowing = true;
            view.setText(text);
            view.setSelection(view.hasFocus() ? view.length() : 0);
            isShowing = false;
        }
    }

    @Override
    public void beforeTextChanged(CharSequence before, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}

    @Override
    public void afterTextChanged(Editable text) {
        if (!isShowing) {
            entered.accept(StorableTyping.of(text.toString()));
        }
    }
}
