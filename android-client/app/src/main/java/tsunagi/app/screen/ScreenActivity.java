package tsunagi.app.screen;

import android.content.Context;
import android.util.Log;
import android.view.View;
import androidx.appcompat.app.AppCompatActivity;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.android.material.snackbar.Snackbar;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.sync.SyncState;

/**
 * A screen: what it shows is worked out beside the main thread, by plain classes, and drawn on the main thread.
 *
 * @param <S> all that it shows at one moment; never changed once made
 */
public abstract class ScreenActivity<S> extends AppCompatActivity {
    private static final String LOG_TAG = "tsunagi";
    private static final int PASSING_LINES_MAX = 4;

    private final Consumer<SyncState> onSync = this::onSync;
    private boolean syncWasRunning;
    private int typePercent;

    /** Works out what to show; beside the main thread. */
    protected abstract S load();

    /** Draws it. */
    protected abstract void show(S state);

    /** It has just been drawn anew. */
    protected void shown() {}

    /**
     * A synchronization has ended while this screen is in view. Most work out anew what to show; one on which somebody
     * types shows beside it what came in.
     */
    protected void afterSync() {
        reload();
    }

    protected final Parts parts() {
        return TsunagiApp.parts(this);
    }

    protected final Context context() {
        return this;
    }

    @Override
    protected void attachBaseContext(Context base) {
        typePercent = TsunagiApp.parts(base).settings().typePercent();
        super.attachBaseContext(TypeSize.enlarged(base, typePercent));
    }

    @Override
    protected void onStart() {
        super.onStart();
        if (typePercent != parts().settings().typePercent()) {
            recreate();
        }
        syncWasRunning = !parts().sync().isIdle();
        parts().sync().addListener(onSync);
        reload();
    }

    @Override
    protected void onStop() {
        parts().sync().removeListener(onSync);
        super.onStop();
    }

    /** What the synchronization is at has changed while this screen is in view. */
    protected void onSync(SyncState state) {
        boolean isRunning = state instanceof SyncState.Running;
        if (syncWasRunning && !isRunning) {
            afterSync();
        }
        syncWasRunning = isRunning;
    }

    private void draw(S state) {
        show(state);
        shown();
    }

    /** Works out anew what to show, and shows it. */
    public final void reload() {
        doing(this::load, this::draw);
    }

    /** Does work beside the main thread, then goes on with its result, unless the screen is gone by then. */
    public final <T> void doing(Supplier<T> work, Consumer<T> then) {
        parts().work().run(work, whileHere(then), whileHere(this::showFailure));
    }

    /** Does work beside the main thread, then works out anew what to show. */
    public final void doing(Runnable work) {
        doing(
                () -> {
                    work.run();
                    return load();
                },
                this::draw);
    }

    private <T> Consumer<T> whileHere(Consumer<T> then) {
        return result -> {
            if (!isDestroyed()) {
                then.accept(result);
            }
        };
    }

    /** Says what went wrong and what to do; what stands on the screen stays. */
    protected void showFailure(RuntimeException failure) {
        Log.e(LOG_TAG, "work for a screen failed", failure);
        new MaterialAlertDialogBuilder(this)
                .setTitle(R.string.failure_title)
                .setMessage(Failures.words(failure))
                .setPositiveButton(R.string.failure_try_again, (dialog, which) -> reload())
                .setNegativeButton(R.string.close, null)
                .show();
    }

    /** Says something in passing, with a way to take back what was done. */
    public final void say(int text, Runnable undo) {
        snackbar(text).setAction(R.string.undo, view -> undo.run()).show();
    }

    /** Says something in passing. */
    public final void say(int text) {
        snackbar(text).show();
    }

    private Snackbar snackbar(int text) {
        return passing(findViewById(android.R.id.content), getText(text)).setAnchorView(above());
    }

    /** What is said in passing, with room for all of it. */
    protected static Snackbar passing(View root, CharSequence text) {
        Snackbar passing = Snackbar.make(root, text, Snackbar.LENGTH_LONG);
        passing.setTextMaxLines(PASSING_LINES_MAX);
        return passing;
    }

    /** What must not be covered by what is said in passing, such as a bar at the bottom; null where there is none. */
    protected View above() {
        return null;
    }
}
