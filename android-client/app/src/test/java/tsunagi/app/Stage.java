package tsunagi.app;

import android.app.Activity;
import android.content.Intent;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.View;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowLooper;
import tsunagi.app.work.Work;

/** Where screens are played: opens them, lets their work come to rest, draws them. */
public final class Stage {
    private static final long PATIENCE_MS = 60_000;

    private Stage() {}

    public static TestApp app() {
        return (TestApp) RuntimeEnvironment.getApplication();
    }

    public static Parts parts() {
        return TsunagiApp.parts(app());
    }

    /** Opens a screen and waits until it shows what it has to show. */
    public static <A extends Activity> ActivityController<A> open(Class<A> screen) {
        return open(screen, new Intent(app(), screen));
    }

    public static <A extends Activity> ActivityController<A> open(Class<A> screen, Intent intent) {
        ActivityController<A> controller =
                Robolectric.buildActivity(screen, intent).setup();
        settle();
        return controller;
    }

    /** Waits until all work was done and all of it was drawn. */
    public static void settle() {
        Parts parts = parts();
        Work work = parts.work();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        do {
            ShadowLooper.idleMainLooper();
            if (System.nanoTime() > end) {
                throw new AssertionError("the screen's work does not come to rest");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        } while (!work.isIdle() || !parts.sync().isIdle() || parts.enrolment().isUnderway());
        ShadowLooper.idleMainLooper();
    }

    /** Taps what is there to be tapped, as a finger does. */
    public static void tap(View view) {
        if (!view.isShown() || !view.isEnabled() || !view.performClick()) {
            throw new AssertionError("this cannot be tapped: " + view);
        }
        Taps.tapped();
        settle();
    }

    /** Draws a screen into target/screens/NAME.png. */
    public static void draw(Activity activity, String name) {
        draw(activity.getWindow().getDecorView(), name);
    }

    /** Draws a view, such as the decor view of a dialog, into target/screens/NAME.png. */
    public static void draw(View view, String name) {
        settle();
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS);
        // No animation runs at a desk; what one would lead to is what is seen.
        view.jumpDrawablesToCurrentState();
        Bitmap picture = Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
        view.draw(new Canvas(picture));
        File file = new File("target/screens/" + name + ".png");
        file.getParentFile().mkdirs();
        try (FileOutputStream out = new FileOutputStream(file)) {
            picture.compress(Bitmap.CompressFormat.PNG, 100, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
