package tsunagi.app.workshop;

import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.view.inputmethod.InputMethodManager;
import android.widget.EditText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tsunagi.app.participant.Person;

/** The field above the roster: what is typed there is looked for on the roster and among all who are known. */
final class RosterField implements TextWatcher {
    private final WorkshopActivity activity;
    private final EditText field;
    private final Runnable onFound;

    private List<Person> known = Collections.emptyList();
    private Optional<RosterSearch> found = Optional.empty();
    private WorkshopPage page;

    RosterField(WorkshopActivity activity, EditText field, Runnable onFound) {
        this.activity = activity;
        this.field = field;
        this.onFound = onFound;
        field.addTextChangedListener(this);
        field.setOnClickListener(View::requestFocus);
    }

    /** What was found; empty while nothing is typed. */
    Optional<RosterSearch> found() {
        return found;
    }

    void show(WorkshopPage newPage) {
        page = newPage;
        found = found.map(search -> RosterSearch.of(search.typed(), newPage, known));
    }

    void clear() {
        field.setText("");
        field.clearFocus();
        activity.getSystemService(InputMethodManager.class).hideSoftInputFromWindow(field.getWindowToken(), 0);
    }

    @Override
    public void afterTextChanged(Editable text) {
        String typed = text.toString();
        if (page == null) {
            return;
        }
        if (typed.trim().isEmpty()) {
            known = Collections.emptyList();
            found = Optional.empty();
            onFound.run();
        } else {
            activity.doing(() -> activity.latecomers().find(typed), people -> found(typed, people));
        }
    }

    private void found(String typed, List<Person> people) {
        if (typed.equals(field.getText().toString())) {
            known = people;
            found = Optional.of(RosterSearch.of(typed, page, people));
            onFound.run();
        }
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}
}
