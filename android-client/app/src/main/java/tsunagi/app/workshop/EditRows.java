package tsunagi.app.workshop;

import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.records.v1.Workshop;

/** A part of the screen on which a workshop is written that lists the entries of a map. */
abstract class EditRows implements EditPart {
    private final WorkshopEditActivity activity;
    private final WorkshopDraft draft;
    private EditPage page;

    EditRows(WorkshopEditActivity activity, WorkshopDraft draft) {
        this.activity = activity;
        this.draft = draft;
    }

    abstract void draw();

    final WorkshopEditActivity activity() {
        return activity;
    }

    /** The workshop as it would be saved. */
    final Workshop now() {
        return draft.now();
    }

    final EditPage page() {
        return page;
    }

    @Override
    public final void show(EditPage newPage) {
        page = newPage;
        draw();
    }

    /** The button with which an entry is taken out. */
    final void removable(Row row, String name, int field, String key) {
        row.iconButton(R.id.edit_remove, R.drawable.ic_close, activity.getString(R.string.edit_remove, name), () -> {
            draft.remove(field, key);
            draw();
        });
    }

    /** Enters entries. */
    final void put(Workshop entries) {
        draft.set(entries);
        draw();
    }
}
