package tsunagi.app.kiosk;

import android.os.Handler;

/** Notices that nobody has touched the screen for a while: first with a doubt, then for sure. For the main thread. */
final class Idleness {
    /** Nobody touched it so long that they are asked whether they are still there. */
    static final long DOUBT_AFTER_MS = 45_000;

    /** Nobody touched it so long that they are gone. */
    static final long GONE_AFTER_MS = 60_000;

    /** Nobody came back from the camera in so long that they are gone. */
    static final long CAMERA_GONE_AFTER_MS = 120_000;

    private final Handler handler;
    private final Runnable onDoubt;
    private final Runnable onGone;

    Idleness(Handler handler, Runnable onDoubt, Runnable onGone) {
        this.handler = handler;
        this.onDoubt = onDoubt;
        this.onGone = onGone;
    }

    /** Somebody is there: it begins anew. */
    void touched() {
        stop();
        handler.postDelayed(onDoubt, DOUBT_AFTER_MS);
        handler.postDelayed(onGone, GONE_AFTER_MS);
    }

    /** Somebody went to the camera, where no touch is heard of. */
    void atCamera() {
        stop();
        handler.postDelayed(onGone, CAMERA_GONE_AFTER_MS);
    }

    /** Nobody needs to be there. */
    void stop() {
        handler.removeCallbacks(onDoubt);
        handler.removeCallbacks(onGone);
    }
}
