package tsunagi.app.screen;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.draft.StorableTyping;

/** A dialog that asks for one line of text. */
public final class LineQuestion {
    private LineQuestion() {}

    /**
     * Asks; nothing is told when nothing was typed.
     *
     * @param hint what is to be typed
     * @param yes what the button says that ends it
     */
    public static void ask(Context context, int title, int hint, int yes, Consumer<String> answered) {
        View view = LayoutInflater.from(context).inflate(R.layout.line_question, null);
        EditText line = view.findViewById(R.id.line_answer);
        line.setHint(hint);
        new MaterialAlertDialogBuilder(context)
                .setTitle(title)
                .setView(view)
                .setPositiveButton(yes, (dialog, which) -> {
                    String answer = StorableTyping.of(line.getText().toString()).trim();
                    if (!answer.isEmpty()) {
                        answered.accept(answer);
                    }
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
