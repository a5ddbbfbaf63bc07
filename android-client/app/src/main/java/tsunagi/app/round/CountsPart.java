package tsunagi.app.round;

import android.os.Handler;
import android.os.Looper;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tsunagi.app.R;
import tsunagi.app.screen.AfterTyping;

/** The counts of a round, edited where they stand: what is typed is saved when the typing rests or the field is left. */
final class CountsPart {
    private static final long REST_MS = 600;

    private final View root;
    private final BiConsumer<RoundCount, Optional<Integer>> save;
    private final Handler handler = new Handler(Looper.getMainLooper());
    private final Runnable saveNow = this::saveNow;
    private final Map<RoundCount, EditText> fields = new EnumMap<>(RoundCount.class);
    private final Set<RoundCount> typed = EnumSet.noneOf(RoundCount.class);
    private boolean isShowing;

    CountsPart(View root, BiConsumer<RoundCount, Optional<Integer>> save) {
        this.root = root;
        this.save = save;
        for (RoundCount count : RoundCount.values()) {
            EditText field = root.findViewById(count.field());
            // The same fields are in both layouts, and Android would fill them with what another round had there.
            field.setSaveEnabled(false);
            fields.put(count, field);
            TypedCount.sayWhenFull(field);
            listen(count, field);
        }
    }

    private void listen(RoundCount count, EditText field) {
        AfterTyping.hear(field, text -> {
            if (!isShowing) {
                typed.add(count);
                handler.removeCallbacks(saveNow);
                handler.postDelayed(saveNow, REST_MS);
                say(R.string.round_writing);
            }
        });
        field.setOnFocusChangeListener((view, hasFocus) -> {
            if (!hasFocus) {
                saveNow();
            }
        });
        field.setOnEditorActionListener((view, action, event) -> {
            saveNow();
            return false;
        });
    }

    /** Saves what was typed and is not saved yet. */
    void saveNow() {
        handler.removeCallbacks(saveNow);
        EnumSet<RoundCount> now = EnumSet.noneOf(RoundCount.class);
        now.addAll(typed);
        typed.clear();
        for (RoundCount count : now) {
            String text = fields.get(count).getText().toString();
            save.accept(count, text.isEmpty() ? Optional.empty() : Optional.of(TypedCount.of(text)));
        }
    }

    void kept() {
        if (typed.isEmpty()) {
            say(R.string.round_kept);
        }
    }

    void show(RoundPage page) {
        isShowing = true;
        boolean hasParts = false;
        for (RoundCount count : RoundCount.values()) {
            EditText field = fields.get(count);
            boolean isByPart = SheetTotals.hasParts(count.in(page.brief().round()));
            hasParts |= isByPart;
            field.setEnabled(!isByPart && page.author().isPresent());
            if (!typed.contains(count) && !field.hasFocus()) {
                field.setText(count.stated(page.brief().round())
                        .map(number -> Integer.toString(number))
                        .orElse(""));
            }
        }
        isShowing = false;
        if (hasParts) {
            say(R.string.round_counts_by_part);
        }
    }

    private void say(int text) {
        TextView keeping = root.findViewById(R.id.round_keeping);
        keeping.setText(text);
    }
}
