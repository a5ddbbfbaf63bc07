package tsunagi.app.draft;

import android.text.TextWatcher;

/** Hears only what a text has become. */
public abstract class Typed implements TextWatcher {
    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}
}
