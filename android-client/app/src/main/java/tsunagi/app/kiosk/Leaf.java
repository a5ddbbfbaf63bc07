package tsunagi.app.kiosk;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.button.MaterialButtonToggleGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tsunagi.app.R;

/** A page of the kiosk in large type, put together from above to below. */
final class Leaf {
    private final KioskWords words;
    private final LayoutInflater inflater;
    private final View page;
    private final LinearLayout column;

    Leaf(KioskWords words, ViewGroup into) {
        this.words = words;
        this.inflater = LayoutInflater.from(words.context());
        this.page = inflater.inflate(R.layout.kiosk_leaf, into, false);
        this.column = page.findViewById(R.id.kiosk_leaf);
        into.addView(page);
    }

    Leaf headline(String text) {
        add(R.layout.kiosk_headline, text);
        return this;
    }

    Leaf text(String text) {
        add(R.layout.kiosk_text, text);
        return this;
    }

    Leaf point(int icon, String text) {
        add(R.layout.kiosk_point, text).setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0);
        return this;
    }

    Leaf number(int id, String text) {
        add(R.layout.kiosk_number, text).setId(id);
        return this;
    }

    private TextView add(int layout, String text) {
        TextView view = (TextView) inflater.inflate(layout, column, false);
        view.setText(text);
        column.addView(view);
        return view;
    }

    MaterialButton button(int id, int text, Runnable action) {
        return button(R.layout.kiosk_button, id, text, action);
    }

    MaterialButton other(int id, int text, Runnable action) {
        return button(R.layout.kiosk_button_other, id, text, action);
    }

    private MaterialButton button(int layout, int id, int text, Runnable action) {
        MaterialButton button = (MaterialButton) add(layout, words.say(text));
        button.setId(id);
        button.setOnClickListener(view -> action.run());
        return button;
    }

    /** A row of languages, the chosen one marked. */
    Leaf languages(List<String> languages, String chosen, Consumer<String> onChoice) {
        if (languages.isEmpty()) {
            return this;
        }
        MaterialButtonToggleGroup group =
                (MaterialButtonToggleGroup) inflater.inflate(R.layout.kiosk_languages, column, false);
        for (String language : languages) {
            MaterialButton button = (MaterialButton) inflater.inflate(R.layout.kiosk_language, group, false);
            button.setId(View.generateViewId());
            button.setText(language.replaceAll("\\s*[((][A-Za-z-]+[))]", ""));
            button.setTag(language);
            group.addView(button);
            if (language.equals(chosen)) {
                group.check(button.getId());
            }
            button.setOnClickListener(view -> onChoice.accept(language));
        }
        column.addView(group);
        return this;
    }

    /** A question of consent, with yes and no side by side and neither chosen beforehand. */
    Leaf consent(String scope, String question, Optional<Boolean> said, BiConsumer<String, Boolean> onSaid) {
        View row = inflater.inflate(R.layout.kiosk_consent, column, false);
        TextView words = row.findViewById(R.id.kiosk_consent_scope);
        words.setText(question);
        row.setTag(scope);
        MaterialButtonToggleGroup group = row.findViewById(R.id.kiosk_consent_group);
        MaterialButton yes = row.findViewById(R.id.kiosk_yes);
        MaterialButton no = row.findViewById(R.id.kiosk_no);
        yes.setText(this.words.say(R.string.kiosk_yes));
        no.setText(this.words.say(R.string.kiosk_no));
        said.ifPresent(isGiven -> group.check(isGiven ? R.id.kiosk_yes : R.id.kiosk_no));
        yes.setOnClickListener(view -> onSaid.accept(scope, true));
        no.setOnClickListener(view -> onSaid.accept(scope, false));
        column.addView(row);
        return this;
    }

    /** The page as a whole. */
    View page() {
        return page;
    }
}
