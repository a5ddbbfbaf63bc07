package tsunagi.app.visit;

import android.text.Editable;
import android.text.InputFilter;
import android.text.TextWatcher;
import android.widget.EditText;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
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

    /** A field for a number without a sign; one that would be too long is not taken, and the field says so. */
    static TextField number(EditText view, Consumer<Optional<Integer>> entered) {
        view.setFilters(new InputFilter[] {
            (source, start, end, whole, from, to) -> {
                boolean isTooLong = whole.length() - (to - from) + (end - start) > Numbers.DIGITS_MAX;
                CharSequence error = isTooLong ? view.getContext().getText(R.string.visit_number_limit) : null;
                // Whatever changes in a field takes its error away, so it is said after that.
                view.post(() -> view.setError(error));
                return isTooLong ? whole.subSequence(from, to) : null;
            }
        });
        return of(view, typed -> entered.accept(Numbers.of(typed)));
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
