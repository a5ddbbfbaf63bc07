package tsunagi.app.workshop;

import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.widget.EditText;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.List;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.Rows;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.Workplace;

/** Asks for a workplace: found as one types, those last visited first. */
final class WorkplaceSearch implements TextWatcher {
    private static final int FOUND_MAX = 20;

    private final WorkshopEditActivity activity;
    private final View view;
    private final Consumer<RecordView> chosen;
    private AlertDialog dialog;

    private WorkplaceSearch(WorkshopEditActivity activity, Consumer<RecordView> chosen) {
        this.activity = activity;
        this.chosen = chosen;
        this.view = activity.getLayoutInflater().inflate(R.layout.workshop_workplace_search, null);
    }

    static void ask(WorkshopEditActivity activity, Consumer<RecordView> chosen) {
        new WorkplaceSearch(activity, chosen).open();
    }

    private void open() {
        EditText field = view.findViewById(R.id.workplace_search);
        field.addTextChangedListener(this);
        dialog = new MaterialAlertDialogBuilder(activity)
                .setTitle(R.string.edit_workplace_add)
                .setView(view)
                .setNegativeButton(R.string.cancel, null)
                .show();
        field.requestFocus();
        find("");
    }

    private void find(String typed) {
        activity.doing(
                () -> activity.tabletParts()
                        .tablet()
                        .lookup()
                        .workplaces(activity.teamId(), typed, FOUND_MAX)
                        .shown(),
                found -> {
                    EditText field = view.findViewById(R.id.workplace_search);
                    if (typed.equals(field.getText().toString())) {
                        show(found);
                    }
                });
    }

    private void show(List<RecordView> found) {
        Rows rows = Rows.anew(view.findViewById(R.id.workplace_found));
        if (found.isEmpty()) {
            rows.note(R.string.edit_workplace_none);
        }
        for (RecordView each : found) {
            Workplace workplace = each.as(Workplace.getDefaultInstance());
            rows.row(workplace.getName())
                    .icon(R.drawable.ic_workplace)
                    .detail(workplace.getAddress())
                    .onTap(() -> {
                        dialog.dismiss();
                        chosen.accept(each);
                    });
        }
    }

    @Override
    public void afterTextChanged(Editable typed) {
        find(typed.toString());
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}
}
