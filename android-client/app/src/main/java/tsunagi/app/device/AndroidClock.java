package tsunagi.app.device;

import android.content.Context;
import android.os.SystemClock;
import android.provider.Settings;
import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.ClockReading;

/** The clocks of an Android device: the wall clock anybody may set, and one that only runs, from boot to boot. */
public final class AndroidClock implements TabletClock {
    private final String bootId;

    public AndroidClock(Context context) {
        this.bootId = "boot-" + Settings.Global.getInt(context.getContentResolver(), Settings.Global.BOOT_COUNT, 0);
    }

    @Override
    public ClockReading read() {
        return ClockReading.newBuilder()
                .setWallMs(System.currentTimeMillis())
                .setMonotonicMs(SystemClock.elapsedRealtime())
                .setBootId(bootId)
                .build();
    }
}
