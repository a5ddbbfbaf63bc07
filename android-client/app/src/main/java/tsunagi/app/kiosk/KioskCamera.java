package tsunagi.app.kiosk;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tsunagi.app.photo.Camera;
import tsunagi.app.photo.PreparedPhoto;
import tsunagi.app.screen.ScreenActivity;

/**
 * The camera while a respondent has the tablet. The camera app is asked for one picture, within the task that Android holds: from
 * there no other app can be reached, and no picture that was taken before.
 */
final class KioskCamera {
    private final ScreenActivity<?> screen;
    private final Camera camera;
    private Optional<Consumer<ByteString>> waiting = Optional.empty();
    private boolean isAway;

    /** The camera of a screen that is being created. */
    KioskCamera(ScreenActivity<?> screen, Runnable missing) {
        this.screen = screen;
        this.camera = new Camera(screen, this::given, missing);
    }

    void take(Consumer<ByteString> onTaken) {
        waiting = Optional.of(onTaken);
        isAway = true;
        camera.take();
    }

    /** Whether somebody went to the camera and has not come back. */
    boolean isAway() {
        return isAway;
    }

    void cameBack() {
        isAway = false;
    }

    /** Nobody waits for a picture any more; one that comes all the same is thrown away. */
    void forget() {
        waiting = Optional.empty();
    }

    private void given(Supplier<byte[]> picture) {
        Optional<Consumer<ByteString>> whose = waiting;
        // Reading it deletes what the camera wrote, so it is read also when nobody waits for it.
        screen.doing(
                () -> PreparedPhoto.of(picture.get()),
                photo -> photo.ifPresent(prepared -> whose.filter(
                                then -> waiting.filter(now -> now == then).isPresent())
                        .ifPresent(then -> then.accept(prepared.jpeg()))));
    }
}
