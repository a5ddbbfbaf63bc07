package tsunagi.app.visit;

import com.google.protobuf.Message;
import java.util.UUID;
import java.util.function.BiFunction;
import tsunagi.app.R;
import tsunagi.app.photo.DraftPhotos;
import tsunagi.app.photo.PhotoPart;
import tsunagi.app.photo.PhotographedDraft;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.Visit;

/**
 * The photos of a record on a visit, which may be taken where the visit has permission.
 *
 * @param field the number of the map that holds them
 * @param entry makes the sparse record with one of them
 */
record FormPhotos<M extends Message>(
        FormActivity<?, M> screen, int field, BiFunction<String, Attachment, Message> entry)
        implements PhotographedDraft {
    /** The part of the page that shows them; for a screen that is being created. */
    PhotoPart part() {
        return new PhotoPart(screen, this);
    }

    static boolean isAllowed(Visit visit, Place place) {
        PhotoConsent consent = visit.getPhotoPermission().getConsent();
        return !place.isPhotographyForbidden()
                && (consent == PhotoConsent.PHOTO_CONSENT_GRANTED || consent == PhotoConsent.PHOTO_CONSENT_LIMITED);
    }

    /** Why no photo may be taken; 0 where one may. */
    static int whyNot(Visit visit, Place place) {
        if (place.isPhotographyForbidden()) {
            return R.string.photo_forbidden;
        }
        return isAllowed(visit, place) ? 0 : R.string.visit_no_camera;
    }

    @Override
    public boolean isOpen() {
        return screen.form().isShown();
    }

    @Override
    public DraftPhotos photos() {
        return new DraftPhotos(screen.tablet(), screen.form().open(), field, entry, UUID::randomUUID);
    }

    @Override
    public void enter(Message photo) {
        screen.form().put(photo);
    }

    @Override
    public void withDraft(Runnable work) {
        screen.withDraft(work);
    }
}
