package tsunagi.app.kiosk;

import android.app.Activity;
import android.app.ActivityManager;
import android.app.admin.DevicePolicyManager;
import android.content.Context;
import android.util.Log;

/**
 * Android's hold on the screen: lock task mode where the tablet is managed and allows it, otherwise screen pinning, which a person
 * has to confirm.
 */
final class Pinning {
    private static final String LOG_TAG = "tsunagi";

    private final Activity activity;

    Pinning(Activity activity) {
        this.activity = activity;
    }

    /** True when Android holds the screen without asking. */
    static boolean isManaged(Context context) {
        DevicePolicyManager policy = context.getSystemService(DevicePolicyManager.class);
        return policy != null && policy.isLockTaskPermitted(context.getPackageName());
    }

    boolean isHeld() {
        ActivityManager activities = activity.getSystemService(ActivityManager.class);
        return activities.getLockTaskModeState() != ActivityManager.LOCK_TASK_MODE_NONE;
    }

    void hold() {
        if (!isHeld()) {
            try {
                activity.startLockTask();
            } catch (IllegalArgumentException | IllegalStateException e) {
                // Not in front any more; it is tried again when it comes to the front.
                Log.w(LOG_TAG, "the screen cannot be pinned now", e);
            }
        }
    }

    void letGo() {
        if (isHeld()) {
            try {
                activity.stopLockTask();
            } catch (SecurityException | IllegalStateException e) {
                Log.w(LOG_TAG, "the screen was not pinned by this task", e);
            }
        }
    }
}
