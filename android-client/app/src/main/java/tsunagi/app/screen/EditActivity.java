package tsunagi.app.screen;

import android.content.Intent;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.protobuf.Message;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.DraftPage;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.draft.OpenDraft.Keeping;
import tsunagi.app.user.User;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;

/**
 * A record on one screen to be edited. What is typed is kept as a draft of that record, which goes on where it stopped
 * whenever the record is edited next; saving makes it part of the record.
 */
public abstract class EditActivity<M extends Message> extends ScreenActivity<DraftPage<M>> {
    /** What the rules and the duplicates have to say comes when somebody pauses, not with every key. */
    private static final long PAUSE_MS = 300;

    private final Handler main = new Handler(Looper.getMainLooper());
    private RecordKey key;
    private OpenDraft open;
    private DraftForm form;

    /** An empty record of the type that is edited here. */
    protected abstract M type();

    /** Puts the inputs on the screen. */
    protected abstract void fill(Inputs<M> inputs);

    /** Shows what belongs to the inputs as they stand now. */
    protected abstract void beside(DraftPage<M> page);

    /** What happens once it is saved. */
    protected abstract void saved(RecordKey record);

    /** The key of a record that is not there yet. */
    protected abstract RecordKey newKey();

    protected abstract int title(boolean isNew);

    /** What inputs are made of. */
    public record Inputs<M extends Message>(
            DraftPage<M> page, OpenDraft open, DraftForm form, LinearLayout first, LinearLayout second) {
        public M now() {
            return page.now();
        }
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        if (saved != null && saved.containsKey("record")) {
            getIntent().putExtras(saved.getBundle("record"));
        }
        setContentView(R.layout.edit);
        MaterialToolbar toolbar = findViewById(R.id.edit_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        toolbar.inflateMenu(R.menu.edit);
        toolbar.setOnMenuItemClickListener(item -> {
            askToDiscard();
            return true;
        });
        findViewById(R.id.edit_save).setOnClickListener(tap -> save());
    }

    @Override
    protected void onSaveInstanceState(Bundle out) {
        super.onSaveInstanceState(out);
        if (key != null) {
            out.putBundle("record", RecordIntent.put(new Intent(), key).getExtras());
        }
    }

    @Override
    protected DraftPage<M> load() {
        if (open != null) {
            return DraftPage.of(this, open.draft(), type());
        }
        RecordKey edited = RecordIntent.hasKey(getIntent()) ? RecordIntent.key(getIntent()) : newKey();
        return DraftPage.of(this, edited, type());
    }

    @Override
    protected void show(DraftPage<M> page) {
        if (open == null) {
            key = page.draft().key();
            open = new OpenDraft(parts().tablet(), page.draft(), parts().work(), this::keeping);
        }
        if (form == null) {
            MaterialToolbar toolbar = findViewById(R.id.edit_toolbar);
            toolbar.setTitle(title(!page.view().isAlive()));
            form = new DraftForm(this, open, this::takeOver);
            LinearLayout first = findViewById(R.id.edit_first);
            LinearLayout second = findViewById(R.id.edit_second);
            first.removeAllViews();
            second.removeAllViews();
            fill(new Inputs<>(page, open, form, first, second));
        }
        form.show(page);
        beside(page);
    }

    /** Saves what was entered; beside the main thread. */
    protected void save(Draft draft, String authorPersonId) {
        parts().tablet().save(draft, authorPersonId);
    }

    /** Throws away what was entered; beside the main thread. */
    protected void discard(Draft draft) {
        draft.discard();
    }

    private void keeping(Keeping keeping) {
        TextView line = findViewById(R.id.edit_keeping);
        if (keeping instanceof Keeping.Kept) {
            line.setText(R.string.form_draft_kept);
            main.removeCallbacksAndMessages(null);
            main.postDelayed(this::reload, PAUSE_MS);
        } else {
            line.setText(keeping instanceof Keeping.Writing ? R.string.edit_keeping : R.string.form_draft_not_kept);
        }
    }

    private void takeOver(FieldPath path) {
        open.afterwards(
                () -> {
                    open.draft().undo(path);
                    return load();
                },
                page -> {
                    form = null;
                    show(page);
                },
                this::showFailure);
    }

    private void save() {
        View save = findViewById(R.id.edit_save);
        save.setEnabled(false);
        open.afterwards(
                () -> {
                    Optional<User> author = parts().users().current();
                    author.ifPresent(user -> save(open.draft(), user.personId()));
                    return author.isPresent();
                },
                isSaved -> {
                    save.setEnabled(true);
                    if (isSaved) {
                        main.removeCallbacksAndMessages(null);
                        saved(key);
                        finish();
                    } else {
                        say(R.string.edit_nobody);
                    }
                },
                failure -> {
                    save.setEnabled(true);
                    showFailure(failure);
                });
    }

    private void askToDiscard() {
        new MaterialAlertDialogBuilder(this)
                .setMessage(R.string.edit_discard_sure)
                .setPositiveButton(R.string.form_draft_discard, (dialog, which) -> discard())
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void discard() {
        main.removeCallbacksAndMessages(null);
        open.afterwards(
                () -> {
                    discard(open.draft());
                    return true;
                },
                done -> finish(),
                this::showFailure);
    }

    @Override
    protected void onDestroy() {
        main.removeCallbacksAndMessages(null);
        super.onDestroy();
    }
}
