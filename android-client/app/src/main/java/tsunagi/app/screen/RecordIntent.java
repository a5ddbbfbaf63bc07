package tsunagi.app.screen;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** How one screen leads to another with a record. */
public final class RecordIntent {
    private static final String TEAM = "tsunagi.team";
    private static final String TYPE = "tsunagi.type";
    private static final String ID = "tsunagi.id";

    private RecordIntent() {}

    /** Opens a screen with a record. */
    public static Intent to(Context context, Class<? extends Activity> screen, RecordKey key) {
        return put(new Intent(context, screen), key);
    }

    /** Names a record in an intent; there is one in each. */
    public static Intent put(Intent intent, RecordKey key) {
        return intent.putExtra(TEAM, key.teamId().toString())
                .putExtra(TYPE, key.type())
                .putExtra(ID, key.id().toString());
    }

    public static boolean hasKey(Intent intent) {
        return intent.hasExtra(ID);
    }

    /** The record that an intent names. */
    public static RecordKey key(Intent intent) {
        return new RecordKey(
                UUID.fromString(intent.getStringExtra(TEAM)),
                intent.getIntExtra(TYPE, 0),
                UUID.fromString(intent.getStringExtra(ID)));
    }
}
