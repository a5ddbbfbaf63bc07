package tsunagi.app.workshop;

import com.google.protobuf.Message;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.photo.DraftPhotos;
import tsunagi.app.photo.PhotoPart;
import tsunagi.app.photo.PhotographedDraft;
import tsunagi.records.v1.Workshop;

/** The photos of a workshop; none may be taken where the workplace forbids them. */
final class EditPhotos implements PhotographedDraft {
    private final WorkshopEditActivity activity;
    private final PhotoPart part;

    /** For a screen that is being created. */
    EditPhotos(WorkshopEditActivity activity) {
        this.activity = activity;
        this.part = new PhotoPart(activity, this);
    }

    void show(EditPage page) {
        part.show(
                activity.tabletParts().tablet().files(),
                page.photos(),
                !page.isPhotographyForbidden(),
                page.isPhotographyForbidden() ? R.string.photo_forbidden : R.string.photo_ask_first);
    }

    @Override
    public boolean isOpen() {
        return activity.draft() != null;
    }

    @Override
    public DraftPhotos photos() {
        return new DraftPhotos(
                activity.tabletParts().tablet(),
                activity.draft().open(),
                Workshop.PHOTOS_FIELD_NUMBER,
                (key, photo) -> Workshop.newBuilder().putPhotos(key, photo).build(),
                UUID::randomUUID);
    }

    @Override
    public void enter(Message photo) {
        activity.draft().set((Workshop) photo);
    }

    @Override
    public void withDraft(Runnable work) {
        activity.withDraft(work);
    }
}
