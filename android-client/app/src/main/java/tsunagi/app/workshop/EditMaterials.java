package tsunagi.app.workshop;

import android.text.InputType;
import android.widget.EditText;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.Workshop;

/** What was handed out, and how many copies. */
final class EditMaterials extends EditRows {
    EditMaterials(WorkshopEditActivity activity, WorkshopDraft draft) {
        super(activity, draft);
    }

    @Override
    void draw() {
        Rows rows = Rows.anew(activity().findViewById(R.id.edit_materials));
        rows.heading(R.string.edit_materials).textButton(R.id.edit_material_add, R.string.edit_material_add, this::ask);
        now().getMaterialsMap().forEach((id, handedOut) -> {
            String title = EditPage.named(page().materials(), id);
            Row row = rows.row(title)
                    .detail(activity()
                            .getResources()
                            .getQuantityString(R.plurals.edit_copies, handedOut.getCopies(), handedOut.getCopies()))
                    .onTap(() -> askCopies(id, title, handedOut));
            removable(row, title, Workshop.MATERIALS_FIELD_NUMBER, id);
        });
        if (page().materials().isEmpty()) {
            rows.note(R.string.edit_materials_none);
        }
    }

    private void ask() {
        List<EditPage.Named> left = new ArrayList<>(page().materials());
        left.removeIf(named -> now().containsMaterials(named.id()));
        List<String> titles = new ArrayList<>();
        left.forEach(named -> titles.add(named.name()));
        new MaterialAlertDialogBuilder(activity())
                .setTitle(R.string.edit_material_add)
                .setItems(
                        titles.toArray(new String[0]),
                        (dialog, which) ->
                                askCopies(left.get(which).id(), left.get(which).name(), HandedOut.getDefaultInstance()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void askCopies(String id, String title, HandedOut handedOut) {
        EditText copies = new EditText(activity());
        copies.setId(R.id.edit_copies);
        copies.setInputType(InputType.TYPE_CLASS_NUMBER);
        copies.setText(handedOut.hasCopies() ? Integer.toString(handedOut.getCopies()) : "");
        copies.setHint(R.string.edit_copies_hint);
        new MaterialAlertDialogBuilder(activity())
                .setTitle(title)
                .setView(copies)
                .setPositiveButton(R.string.save, (dialog, which) -> {
                    HandedOut.Builder edited = handedOut.toBuilder().clearCopies();
                    String digits = copies.getText().toString();
                    if (digits.matches("[0-9]{1,6}")) {
                        edited.setCopies(Integer.parseInt(digits));
                    }
                    put(Workshop.newBuilder().putMaterials(id, edited.build()).build());
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
