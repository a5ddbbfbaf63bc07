package tsunagi.app.visit;

import android.view.View;
import android.widget.TextView;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.photo.Camera;
import tsunagi.app.photo.DraftPhotos;
import tsunagi.app.photo.PhotoDialog;
import tsunagi.app.photo.PhotoShown;
import tsunagi.app.photo.PhotoStrip;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.Visit;

/** The photos of a record, and the camera where there is permission. */
final class PhotoPart<M extends Message> {
    private final FormActivity<?, M> screen;
    private final Form<M> form;
    private final int field;
    private final BiFunction<String, Attachment, Message> entry;
    private final PhotoStrip strip;
    private Supplier<byte[]> waiting;

    /** For a screen that is being created. */
    PhotoPart(FormActivity<?, M> screen, Form<M> form, int field, BiFunction<String, Attachment, Message> entry) {
        this.screen = screen;
        this.form = form;
        this.field = field;
        this.entry = entry;
        this.strip = new PhotoStrip(screen, screen.findViewById(R.id.visit_photos), this::tap);
        Camera camera = new Camera(screen, this::keep, () -> screen.say(R.string.photo_no_camera));
        screen.findViewById(R.id.visit_take_photo).setOnClickListener(view -> camera.take());
        screen.findViewById(R.id.visit_pick_photo).setOnClickListener(view -> camera.pick());
    }

    void show(List<PhotoShown> photos, Visit visit, Place place) {
        strip.show(screen.tablet().files(), photos);
        boolean isAllowed = isAllowed(visit, place);
        visible(R.id.visit_camera, isAllowed);
        visible(R.id.visit_no_camera, !isAllowed);
        TextView why = screen.findViewById(R.id.visit_no_camera);
        why.setText(place.isPhotographyForbidden() ? R.string.visit_photo_forbidden : R.string.visit_no_camera);
        if (waiting != null) {
            // The app had been closed while the camera stood open.
            keep(waiting);
        }
    }

    static boolean isAllowed(Visit visit, Place place) {
        PhotoConsent consent = visit.getPhotoPermission().getConsent();
        return !place.isPhotographyForbidden()
                && (consent == PhotoConsent.PHOTO_CONSENT_GRANTED || consent == PhotoConsent.PHOTO_CONSENT_LIMITED);
    }

    private void visible(int id, boolean isVisible) {
        screen.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private DraftPhotos photos() {
        return new DraftPhotos(screen.tablet(), form.open(), field, entry, UUID::randomUUID);
    }

    private void keep(Supplier<byte[]> picture) {
        if (!form.isShown()) {
            waiting = picture;
            return;
        }
        waiting = null;
        DraftPhotos photos = photos();
        screen.withDraft(() -> {
            if (!photos.keep(picture.get())) {
                screen.runOnUiThread(() -> screen.say(R.string.photo_unreadable));
            }
        });
    }

    private void tap(PhotoShown photo) {
        if (photo.isHere()) {
            PhotoDialog.show(
                    screen,
                    screen.tablet().files(),
                    photo,
                    captioned -> screen.withDraft(() -> photos().caption(photo, captioned)),
                    deleted -> screen.withDraft(() -> photos().delete(deleted)));
        } else {
            screen.doing(
                    () -> {
                        screen.tablet()
                                .files()
                                .want(photo.teamId(), photo.attachment().getSha256());
                        return Collections.emptyList();
                    },
                    wanted -> screen.say(R.string.photo_wanted));
        }
    }
}
