package tsunagi.app.screen;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import tsunagi.record.RecordKey;

/** How one screen leads to another with a record. */
public final class RecordIntent {
    private RecordIntent() {}

    /** Opens a screen with a record. */
    public static Intent to(Context context, Class<? extends Activity> screen, RecordKey key) {
        return put(new Intent(context, screen), key);
    }

    /** Names a record in an intent; there is one in each. */
    public static Intent put(Intent intent, RecordKey key) {
        return RecordExtra.put(intent, key);
    }

    public static boolean hasKey(Intent intent) {
        return RecordExtra.isIn(intent);
    }

    /** The record that an intent names. */
    public static RecordKey key(Intent intent) {
        return RecordExtra.of(intent);
    }
}
