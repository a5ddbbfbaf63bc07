package tsunagi.app;

import android.app.Activity;
import android.app.Application;
import android.os.Bundle;
import android.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * The screens that a test has opened. Robolectric leaves them in their windows when the test ends; a list that is never
 * taken from its window is held by its thread, and with it the whole app of that test.
 */
final class ScreensShown implements Application.ActivityLifecycleCallbacks {
    private final List<Activity> screens = new ArrayList<>();

    @Override
    public void onActivityCreated(Activity screen, Bundle saved) {
        screens.add(screen);
    }

    void takeDown() {
        for (Activity screen : screens) {
            View picture = screen.getWindow().peekDecorView();
            if (picture != null && picture.isAttachedToWindow()) {
                screen.getWindowManager().removeViewImmediate(picture);
            }
        }
        screens.clear();
    }

    @Override
    public void onActivityStarted(Activity screen) {}

    @Override
    public void onActivityResumed(Activity screen) {}

    @Override
    public void onActivityPaused(Activity screen) {}

    @Override
    public void onActivityStopped(Activity screen) {}

    @Override
    public void onActivitySaveInstanceState(Activity screen, Bundle out) {}

    @Override
    public void onActivityDestroyed(Activity screen) {}
}
