package tsunagi.app.screen;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagi.app.R;
import tsunagi.engine.lookup.Found;
import tsunagi.engine.view.RecordView;

/** Chooses a record by what is typed of it; where nothing is typed, those that were of use last stand first. */
public final class SearchDialog {
    private final ScreenActivity<?> screen;
    private final Function<String, Found> finding;
    private final Function<RecordView, Line> words;
    private final Consumer<String> onChoice;
    private final View content;
    private final AlertDialog dialog;
    private int asked;

    /** What is said of a record. */
    public record Line(String title, String detail) {}

    /**
     * A dialog that is not shown yet.
     *
     * @param finding looks for what is typed, beside the main thread
     * @param onChoice is told the id of the record that was chosen
     */
    public SearchDialog(
            ScreenActivity<?> screen,
            int title,
            Function<String, Found> finding,
            Function<RecordView, Line> words,
            Consumer<String> onChoice) {
        this.screen = screen;
        this.finding = finding;
        this.words = words;
        this.onChoice = onChoice;
        this.content = LayoutInflater.from(screen).inflate(R.layout.search_dialog, null);
        this.dialog = new MaterialAlertDialogBuilder(screen)
                .setTitle(title)
                .setView(content)
                .setNegativeButton(R.string.cancel, null)
                .create();
    }

    /** Shows it, with a hint at what can be typed. */
    public void show(int hint) {
        EditText typed = content.findViewById(R.id.search_dialog_typed);
        typed.setHint(hint);
        AfterTyping.hear(typed, this::find);
        find("");
        dialog.show();
    }

    private void find(String typed) {
        int question = ++asked;
        screen.doing(() -> finding.apply(typed), found -> {
            if (question == asked) {
                show(found);
            }
        });
    }

    private void show(Found found) {
        Rows rows = Rows.anew(content.<ViewGroup>findViewById(R.id.search_dialog_list));
        for (RecordView view : found.shown()) {
            Line line = words.apply(view);
            rows.row(line.title()).detail(line.detail()).onTap(() -> {
                dialog.dismiss();
                onChoice.accept(view.key().id().toString());
            });
        }
    }
}
