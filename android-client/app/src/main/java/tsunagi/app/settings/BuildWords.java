package tsunagi.app.settings;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;

/** Which version of the app this is. */
public final class BuildWords {
    private BuildWords() {}

    /** Version and build, such as 1.2.0 (34). */
    public static String version(Context context) {
        try {
            PackageInfo app = context.getPackageManager().getPackageInfo(context.getPackageName(), 0);
            return app.versionName + " (" + build(app) + ")";
        } catch (PackageManager.NameNotFoundException e) {
            throw new IllegalStateException("the app is not there where it runs", e);
        }
    }

    @SuppressWarnings("deprecation") // What takes its place is not in Android 8.
    private static int build(PackageInfo app) {
        return app.versionCode;
    }
}
