package tsunagi.app.photo;

import android.view.View;
import android.widget.TextView;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.attachment.Files;

/** The photos of a record that is written on a screen, and the camera where it may be used. */
public final class PhotoPart {
    private final ScreenActivity<?> screen;
    private final PhotographedDraft draft;
    private final PhotoStrip strip;
    private Files files;
    private Supplier<byte[]> waiting;

    /** For a screen that is being created. */
    public PhotoPart(ScreenActivity<?> screen, PhotographedDraft draft) {
        this.screen = screen;
        this.draft = draft;
        this.strip = new PhotoStrip(screen, screen.findViewById(R.id.photo_strip), this::tap);
        Camera camera = new Camera(screen, this::keep, () -> screen.say(R.string.photo_no_camera));
        screen.findViewById(R.id.photo_take).setOnClickListener(view -> camera.take());
        screen.findViewById(R.id.photo_pick).setOnClickListener(view -> camera.pick());
    }

    /**
     * Shows the photos.
     *
     * @param remark what is to be known before a photo is taken, or why none may be; 0 for nothing
     */
    public void show(Files here, List<PhotoShown> photos, boolean isAllowed, int remark) {
        files = here;
        strip.show(files, photos);
        visible(R.id.photo_camera, isAllowed);
        visible(R.id.photo_why_not, remark != 0);
        if (remark != 0) {
            screen.<TextView>findViewById(R.id.photo_why_not).setText(remark);
        }
        if (waiting != null) {
            // The app had been closed while the camera stood open.
            keep(waiting);
        }
    }

    private void visible(int id, boolean isVisible) {
        screen.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private void keep(Supplier<byte[]> picture) {
        if (!draft.isOpen()) {
            waiting = picture;
            return;
        }
        waiting = null;
        DraftPhotos photos = draft.photos();
        draft.withDraft(() -> {
            if (!photos.keep(picture.get())) {
                screen.runOnUiThread(() -> screen.say(R.string.photo_unreadable));
            }
        });
    }

    private void tap(PhotoShown photo) {
        if (photo.isHere()) {
            PhotoDialog.show(screen, files, photo, draft);
        } else {
            screen.doing(
                    () -> {
                        files.want(photo.teamId(), photo.attachment().getSha256());
                        return Collections.emptyList();
                    },
                    wanted -> screen.say(R.string.photo_wanted));
        }
    }
}
