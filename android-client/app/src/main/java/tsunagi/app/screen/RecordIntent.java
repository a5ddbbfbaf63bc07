package tsunagi.app.screen;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** How a record is named on the way from one screen to another. */
public final class RecordIntent {
    private static final String TEAM = "record_team";
    private static final String TYPE = "record_type";
    private static final String ID = "record_id";

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
