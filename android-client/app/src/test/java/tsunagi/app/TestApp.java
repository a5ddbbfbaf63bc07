package tsunagi.app;

import android.content.SharedPreferences;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.device.DeviceKeys;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.sync.Sleeper;

/** The app on a machine without a key store or SQLCipher; everything else is as it runs on a tablet. */
public final class TestApp extends TsunagiApp {
    private static final String FIRST = "a";

    private final TestClock clock = new TestClock();
    private final Map<String, SupportSQLiteOpenHelper> files = new ConcurrentHashMap<>();
    private final ScreensShown screens = new ScreensShown();
    private String tabletName = FIRST;

    @Override
    public void onCreate() {
        super.onCreate();
        registerActivityLifecycleCallbacks(screens);
    }

    @Override
    protected SupportSQLiteOpenHelper.Factory files() {
        return configuration -> {
            SupportSQLiteOpenHelper file = new FrameworkSQLiteOpenHelperFactory().create(configuration);
            files.put(new File(configuration.name).getName(), file);
            return file;
        };
    }

    /** One of the tablet's files by its name, to do harm to it. */
    public SupportSQLiteDatabase file(String name) {
        return files.get(name).getWritableDatabase();
    }

    @Override
    protected DeviceKeys deviceKeys() {
        return new FileDeviceKeys(directory().toPath());
    }

    /** Nobody waits in tests. */
    @Override
    protected Sleeper sleeper() {
        return waitMs -> {};
    }

    @Override
    protected TabletClock clock() {
        return clock;
    }

    @Override
    public File directory() {
        File directory = new File(super.directory(), tabletName);
        directory.mkdirs();
        return directory;
    }

    /** The first tablet's are those that its activities ask for, too. */
    @Override
    public SharedPreferences getSharedPreferences(String name, int mode) {
        return super.getSharedPreferences(FIRST.equals(tabletName) ? name : tabletName + "-" + name, mode);
    }

    /** Another tablet lies in one's hands, with files and settings of its own; the one before it is as if switched off. */
    public void take(String tablet) {
        killProcess();
        tabletName = tablet;
        begin();
    }

    /** The process ends without a word, as Android ends it, and begins anew: what was on disk is there, nothing else. */
    public void killProcess() {
        TsunagiApp.parts(this).work().close();
        begin();
    }

    /** A test ends: its screens, threads and files do not outlive it. */
    @Override
    public void onTerminate() {
        screens.takeDown();
        TsunagiApp.parts(this).close();
        super.onTerminate();
    }

    /** The clock, to be set. */
    public TestClock time() {
        return clock;
    }
}
