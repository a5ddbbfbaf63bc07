package tsunagi.app;

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
    private final TestClock clock = new TestClock();
    private final Map<String, SupportSQLiteOpenHelper> files = new ConcurrentHashMap<>();

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

    /** The clock, to be set. */
    public TestClock time() {
        return clock;
    }
}
