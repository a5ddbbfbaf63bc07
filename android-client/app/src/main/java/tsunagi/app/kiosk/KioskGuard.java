package tsunagi.app.kiosk;

import android.app.Activity;
import android.app.Application;
import android.content.Intent;
import android.os.Bundle;

/** Sees to it that a tablet with respondents shows them no other screen of the app, however they get there. */
public final class KioskGuard implements Application.ActivityLifecycleCallbacks {
    private final KioskPost post;

    private KioskGuard(KioskPost post) {
        this.post = post;
    }

    /** Watches over every screen of the app from now on. */
    public static void watch(Application app) {
        app.registerActivityLifecycleCallbacks(new KioskGuard(new KioskPost(app)));
    }

    @Override
    public void onActivityCreated(Activity activity, Bundle saved) {
        sendBack(activity);
    }

    @Override
    public void onActivityStarted(Activity activity) {
        sendBack(activity);
    }

    private void sendBack(Activity activity) {
        if (!isOpen(activity) && !activity.isFinishing() && post.isStanding()) {
            activity.startActivity(new Intent(activity, KioskActivity.class)
                    .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TASK));
            activity.finish();
        }
    }

    private static boolean isOpen(Activity activity) {
        return activity instanceof KioskActivity || activity instanceof OpenToRespondents;
    }

    @Override
    public void onActivityResumed(Activity activity) {}

    @Override
    public void onActivityPaused(Activity activity) {}

    @Override
    public void onActivityStopped(Activity activity) {}

    @Override
    public void onActivitySaveInstanceState(Activity activity, Bundle out) {}

    @Override
    public void onActivityDestroyed(Activity activity) {}
}
