package tsunagi.app.round;

import android.text.Editable;
import android.text.TextWatcher;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import android.widget.LinearLayout;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.UUID;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;
import tsunagi.engine.lookup.Found;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.Workplace;

/** Chooses a workplace by what is typed of it, those last visited first. */
final class WorkplaceDialog {
    private static final int SHOWN_MOST = 30;

    private final RoundEditActivity screen;
    private final UUID team;
    private final Consumer<String> onChoice;
    private final View content;
    private final AlertDialog dialog;
    private int asked;

    WorkplaceDialog(RoundEditActivity screen, UUID team, Consumer<String> onChoice) {
        this.screen = screen;
        this.team = team;
        this.onChoice = onChoice;
        this.content = LayoutInflater.from(screen).inflate(R.layout.round_workplace, null);
        this.dialog = new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.round_where_choose)
                .setView(content)
                .setNegativeButton(R.string.cancel, null)
                .create();
    }

    void show() {
        EditText typed = content.findViewById(R.id.round_workplace_typed);
        typed.addTextChangedListener(new TextWatcher() {
            @Override
            public void beforeTextChanged(CharSequence text, int start, int before, int after) {}

            @Override
            public void onTextChanged(CharSequence text, int start, int before, int after) {}

            @Override
            public void afterTextChanged(Editable text) {
                find(text.toString());
            }
        });
        find("");
        dialog.show();
    }

    private void find(String typed) {
        int question = ++asked;
        screen.doing(() -> screen.workplaces(team, typed, SHOWN_MOST), found -> {
            if (question == asked) {
                show(found);
            }
        });
    }

    private void show(Found found) {
        LinearLayout list = content.findViewById(R.id.round_workplace_list);
        Rows rows = Rows.anew(list);
        for (RecordView view : found.shown()) {
            Workplace workplace = view.as(Workplace.getDefaultInstance());
            rows.row(workplace.getName()).detail(workplace.getAddress()).onTap(() -> {
                dialog.dismiss();
                onChoice.accept(view.key().id().toString());
            });
        }
    }
}
