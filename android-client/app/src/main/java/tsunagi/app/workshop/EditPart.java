package tsunagi.app.workshop;

import java.util.Arrays;
import java.util.List;

/** A part of the screen on which a workshop is written. */
interface EditPart {
    /** Draws it, where nobody is just typing. */
    void show(EditPage page);

    /** Takes in what stands in its fields, before it is saved. */
    default void finish() {}

    static List<EditPart> all(WorkshopEditActivity activity, WorkshopDraft draft) {
        return Arrays.asList(
                new EditTexts(activity, draft),
                new EditWhen(activity, draft),
                new EditPlaces(activity, draft),
                new EditStaff(activity, draft),
                new EditProgramme(activity, draft),
                new EditMaterials(activity, draft));
    }
}
