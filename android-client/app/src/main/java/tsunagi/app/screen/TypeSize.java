package tsunagi.app.screen;

import android.content.Context;
import android.content.res.Configuration;

/** How large type is on the screens of this app, beside what the tablet itself is set to. */
final class TypeSize {
    private static final float PERCENT = 100;
    /** No screen is made for larger type. */
    private static final float SCALE_MAX = 2.0f;

    private TypeSize() {}

    static Context enlarged(Context base, int percent) {
        Configuration own = base.getResources().getConfiguration();
        float scale = scale(own.fontScale, percent);
        if (scale == own.fontScale) {
            return base;
        }
        Configuration changed = new Configuration(own);
        changed.fontScale = scale;
        return base.createConfigurationContext(changed);
    }

    static float scale(float tabletScale, int percent) {
        return Math.max(tabletScale, Math.min(SCALE_MAX, tabletScale * percent / PERCENT));
    }
}
