package tsunagi.app;

import android.app.Application;
import android.content.Context;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import java.io.File;
import tsunagi.app.device.AndroidClock;
import tsunagi.app.device.KeystoreDeviceKeys;
import tsunagi.app.kiosk.KioskGuard;
import tsunagi.app.settings.AppSettings;
import tsunagi.app.store.EncryptedFiles;
import tsunagi.app.sync.SyncJob;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.device.DeviceKeys;
import tsunagi.engine.sync.Sleeper;

/** The running app: where its parts are put together. What a test machine does not have, a test puts other parts for. */
public class TsunagiApp extends Application {
    private Parts parts;

    @Override
    public void onCreate() {
        super.onCreate();
        begin();
        SyncJob.scheduleRegular(this);
        KioskGuard.watch(this);
    }

    /** Puts the parts together, as a process does when it begins. */
    protected final void begin() {
        AppSettings settings = new AppSettings(this);
        settings.apply();
        parts = new Parts(this, settings, clock());
    }

    public static Parts parts(Context context) {
        return ((TsunagiApp) context.getApplicationContext()).parts;
    }

    /** Where the tablet's files are; a backup of the device never takes them along. */
    public File directory() {
        return getNoBackupFilesDir();
    }

    /** Opens the tablet's files; slow the first time, so never on the main thread. */
    protected SupportSQLiteOpenHelper.Factory files() {
        return EncryptedFiles.of(this);
    }

    protected DeviceKeys deviceKeys() {
        return new KeystoreDeviceKeys();
    }

    /** How a synchronization waits before it tries again. */
    protected Sleeper sleeper() {
        return Thread::sleep;
    }

    protected TabletClock clock() {
        return new AndroidClock(this);
    }
}
