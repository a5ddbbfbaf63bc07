package tsunagi.app.screen;

import android.database.sqlite.SQLiteDatabaseLockedException;
import android.database.sqlite.SQLiteFullException;
import tsunagi.app.R;

/** What to say to a person when the tablet could not do what it was asked. */
final class Failures {
    private Failures() {}

    static int words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteFullException) {
                return R.string.failure_disk_full;
            }
            if (cause instanceof SQLiteDatabaseLockedException) {
                return R.string.failure_locked;
            }
        }
        return R.string.failure_unknown;
    }
}
