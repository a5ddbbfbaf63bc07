package tsunagi.app.screen;

import android.content.Intent;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** How a screen is told which record it is about. */
public final class RecordExtra {
    private static final String TEAM = "tsunagi.team";
    private static final String TYPE = "tsunagi.type";
    private static final String ID = "tsunagi.id";

    private RecordExtra() {}

    /** The intent with the record named in it. */
    public static Intent put(Intent intent, RecordKey key) {
        return intent.putExtra(TEAM, key.teamId().toString())
                .putExtra(TYPE, key.type())
                .putExtra(ID, key.id().toString());
    }

    public static boolean isIn(Intent intent) {
        return intent.hasExtra(ID);
    }

    /** The record that an intent names. */
    public static RecordKey of(Intent intent) {
        return new RecordKey(
                UUID.fromString(intent.getStringExtra(TEAM)),
                intent.getIntExtra(TYPE, 0),
                UUID.fromString(intent.getStringExtra(ID)));
    }
}
