package tsunagi.app.visit;

import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.View;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.color.MaterialColors;
import com.google.protobuf.Message;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.user.User;
import tsunagi.app.words.DayWords;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;

/**
 * A screen on which one record is written: all that is entered is in its draft, on disk, before anybody saves it. What
 * comes in from others while it stands open is looked for again and again.
 *
 * @param <P> all that it shows
 * @param <M> the record
 */
abstract class FormActivity<P, M extends Message> extends ScreenActivity<Optional<P>> {
    private static final long LOOK_AGAIN_MS = 5_000;
    private static final int TITLE_LINES_MAX = 3;

    private final Handler main = new Handler(Looper.getMainLooper());
    private final Runnable lookAgain = this::lookAgain;
    private final Form<M> form = new Form<>(prototype());
    private volatile Draft draft;
    private OpenDraft open;
    private P page;
    private boolean isOver;

    abstract M prototype();

    abstract int layout();

    /** The draft it is about; empty when there is none any more. Beside the main thread. */
    abstract Optional<Draft> find();

    /** Works out what to show; beside the main thread. */
    abstract P page(Draft about);

    abstract Edited<M> edited(P shown);

    /** Who holds the tablet. */
    abstract Optional<User> me(P shown);

    /** Draws a page that is another one than before. */
    abstract void draw(P shown, boolean isFirst);

    /** The button that ends writing was tapped. */
    abstract void finishWriting();

    /** True when nothing was entered that is worth being kept. */
    abstract boolean isUntouched(Edited<M> shown);

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(layout());
        MaterialToolbar toolbar = findViewById(R.id.visit_toolbar);
        toolbar.setNavigationOnClickListener(view -> leave());
        findViewById(R.id.visit_finish).setOnClickListener(view -> finishWriting());
        getOnBackPressedDispatcher().addCallback(this, new OnBackPressedCallback(true) {
            @Override
            public void handleOnBackPressed() {
                leave();
            }
        });
    }

    /** A long name goes on in a second line; nobody has to guess its end. */
    final void title(CharSequence title, CharSequence below) {
        MaterialToolbar toolbar = findViewById(R.id.visit_toolbar);
        toolbar.setTitle(title);
        toolbar.setSubtitle(below);
        for (int i = 0; i < toolbar.getChildCount(); i++) {
            if (toolbar.getChildAt(i) instanceof TextView text) {
                text.setSingleLine(false);
                text.setMaxLines(TITLE_LINES_MAX);
            }
        }
    }

    /** The tablet, which is open by the time anything is shown. */
    final Tablet tablet() {
        return parts().tablet();
    }

    final LocalDate today() {
        return parts().today();
    }

    final DayWords days() {
        return new DayWords(this, today());
    }

    final Form<M> form() {
        return form;
    }

    /** What it shows; only once it shows something. */
    final P page() {
        return page;
    }

    final Draft draft() {
        return draft;
    }

    /** The record as it is shown. */
    final RecordView seen() {
        return edited(page).view();
    }

    /** Does something under the name of who holds the tablet; says so where nobody does. */
    final void asMe(Consumer<String> work) {
        Optional<User> me = me(page);
        if (me.isPresent()) {
            work.accept(me.get().personId());
        } else {
            say(R.string.visit_nobody);
        }
    }

    @Override
    protected final Optional<P> load() {
        if (draft == null) {
            draft = find().orElse(null);
        }
        return Optional.ofNullable(draft).map(this::page);
    }

    @Override
    protected final void show(Optional<P> loaded) {
        if (isOver) {
            return;
        }
        if (!loaded.isPresent()) {
            finish();
            return;
        }
        boolean isFirst = open == null;
        if (isFirst) {
            open = new OpenDraft(parts().tablet(), draft, parts().work(), this::tellKeeping);
        }
        if (!open.isKept()) {
            // Something was typed since this was read: it must not fall back to what stood there before.
            refresh();
        } else if (!loaded.get().equals(page)) {
            page = loaded.get();
            form.show(open, edited(page));
            if (isFirst) {
                tellWhetherADraft(edited(page));
            }
            draw(page, isFirst);
        }
    }

    /** Works out anew what to show, once all that was entered is on disk. */
    final void refresh() {
        if (open != null) {
            open.afterwards(this::load, this::showWhileHere, failure -> tellKeeping(new Keeping.NotKept(failure)));
        }
    }

    private void showWhileHere(Optional<P> loaded) {
        if (!isDestroyed() && !isFinishing()) {
            show(loaded);
        }
    }

    /** Does work with the draft once all that was typed is in it, then shows what came of it. */
    final void withDraft(Runnable work) {
        open.afterwards(
                () -> {
                    work.run();
                    return load();
                },
                this::showWhileHere,
                this::showFailure);
    }

    /** What it was about is no more; what stands on it stays to be looked at. */
    final void over() {
        isOver = true;
        open = null;
    }

    /** Turns to what this intent asks for, on the same screen. */
    final void turnTo(Intent intent) {
        isOver = false;
        setIntent(intent);
        draft = null;
        open = null;
        page = null;
        reload();
    }

    @Override
    protected final View above() {
        return findViewById(R.id.visit_finish_bar);
    }

    private void leave() {
        if (open == null) {
            finish();
            return;
        }
        open.afterwards(
                () -> {
                    if (isUntouched(edited(page(draft)))) {
                        draft.discard();
                    }
                    return true;
                },
                done -> finish(),
                this::showFailure);
    }

    private void lookAgain() {
        if (open != null && open.isKept()) {
            refresh();
        }
        main.postDelayed(lookAgain, LOOK_AGAIN_MS);
    }

    @Override
    protected void onResume() {
        super.onResume();
        main.postDelayed(lookAgain, LOOK_AGAIN_MS);
    }

    @Override
    protected void onPause() {
        main.removeCallbacks(lookAgain);
        super.onPause();
    }

    /** Of what nobody edits there is nothing to say. */
    private void tellWhetherADraft(Edited<M> edited) {
        TextView line = findViewById(R.id.visit_keeping);
        line.setText("");
        line.setCompoundDrawablesRelativeWithIntrinsicBounds(0, 0, 0, 0);
        if (!edited.entered().isEmpty()) {
            tellKeeping(new Keeping.Kept());
        }
    }

    private void tellKeeping(Keeping keeping) {
        TextView line = findViewById(R.id.visit_keeping);
        boolean isKept = keeping instanceof Keeping.Kept;
        boolean isFailing = keeping instanceof Keeping.NotKept;
        line.setText(isKept ? R.string.visit_kept : isFailing ? R.string.visit_not_kept : R.string.visit_keeping);
        line.setCompoundDrawablesRelativeWithIntrinsicBounds(
                isKept ? R.drawable.ic_check : isFailing ? R.drawable.ic_warning : 0, 0, 0, 0);
        line.setTextColor(MaterialColors.getColor(
                line,
                isFailing
                        ? com.google.android.material.R.attr.colorError
                        : com.google.android.material.R.attr.colorOnSurfaceVariant));
    }
}
