package tsunagi.app.workshop;

import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;
import android.widget.TextView;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.draft.StorableTyping;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Workshop;

/** What a workshop is about, in words: its course or title, place, for whom, notes. */
final class EditTexts implements EditPart {
    private final WorkshopEditActivity activity;
    private final WorkshopDraft draft;
    private boolean isShown;

    EditTexts(WorkshopEditActivity activity, WorkshopDraft draft) {
        this.activity = activity;
        this.draft = draft;
    }

    @Override
    public void show(EditPage page) {
        if (!isShown) {
            isShown = true;
            bind(R.id.edit_name, Workshop.TITLE_FIELD_NUMBER);
            bind(R.id.edit_place, Workshop.PLACE_FIELD_NUMBER);
            bind(R.id.edit_audience, Workshop.AUDIENCE_FIELD_NUMBER);
            bind(R.id.edit_notes, Workshop.NOTES_FIELD_NUMBER);
        }
        showCourse(page);
        activity.findViewById(R.id.edit_course).setOnClickListener(view -> choose(page));
    }

    private void bind(int id, int field) {
        EditText text = activity.findViewById(id);
        text.setText((String) draft.now().getField(Workshop.getDescriptor().findFieldByNumber(field)));
        text.setOnFocusChangeListener((view, hasFocus) -> {
            if (hasFocus) {
                draft.open().begin(FieldPath.field(field));
            }
        });
        text.addTextChangedListener(new TextWatcher() {
            @Override
            public void afterTextChanged(Editable typed) {
                draft.text(field, StorableTyping.of(typed.toString()));
            }

            @Override
            public void beforeTextChanged(CharSequence before, int start, int count, int after) {}

            @Override
            public void onTextChanged(CharSequence now, int start, int before, int count) {}
        });
    }

    private void showCourse(EditPage page) {
        TextView course = activity.findViewById(R.id.edit_course);
        String title = EditPage.named(page.courses(), draft.now().getCourseId());
        course.setText(
                title.isEmpty()
                        ? activity.getString(R.string.edit_course_choose)
                        : activity.getString(R.string.edit_course_of, title));
    }

    private void choose(EditPage page) {
        List<String> titles = new ArrayList<>();
        titles.add(activity.getString(R.string.edit_course_none));
        page.courses().forEach(course -> titles.add(course.name()));
        new MaterialAlertDialogBuilder(activity)
                .setTitle(R.string.edit_course_choose)
                .setItems(titles.toArray(new String[0]), (dialog, which) -> {
                    draft.text(
                            Workshop.COURSE_ID_FIELD_NUMBER,
                            which == 0 ? "" : page.courses().get(which - 1).id());
                    showCourse(page);
                })
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
