package tsunagi.app.settings;

import android.content.Context;
import android.os.Build;
import java.time.Instant;
import java.util.OptionalLong;
import tsunagi.app.Parts;
import tsunagi.app.TsunagiApp;
import tsunagi.app.sync.SyncLine;

/**
 * What an administrator asks when something is wrong with a tablet, as a text: versions, counts and times. No name or id
 * of a person, workplace, record or tablet, and nothing anybody wrote.
 */
final class Diagnostics {
    private final StringBuilder text = new StringBuilder();

    private Diagnostics() {}

    /** Not for the main thread. */
    static String of(Context context) {
        Parts parts = TsunagiApp.parts(context);
        SyncLine line = SyncLine.of(parts);
        Storage storage = new Storage(parts);
        Diagnostics said = new Diagnostics();
        said.line("app", BuildWords.version(context));
        said.line("android", Build.VERSION.RELEASE + " (" + Build.VERSION.SDK_INT + ")");
        said.line("model", Build.MANUFACTURER + " " + Build.MODEL);
        said.line("clock", Instant.ofEpochMilli(parts.nowMs()).toString());
        said.line("enrolled", parts.tablet().device().server().isPresent());
        said.line("teams", parts.tablet().teams().all().size());
        said.line("users", parts.users().all().size());
        said.line("records_here", parts.tablet().replica().count());
        said.line("changes_recorded", line.recorded());
        said.line("changes_safe", line.safe());
        said.line("changes_waiting", line.waiting());
        said.line("changes_parked", line.parked());
        said.line("changes_unseen", line.unseen());
        said.line("files_waiting", line.photosWaiting());
        said.line("files_refused", line.photosRefused());
        said.line("drafts", parts.tablet().status().drafts());
        said.line("last_sync_up_to_date", time(line.lastSyncMs()));
        said.line("last_sync_outcome", line.outcome());
        said.line("photos_over_mobile_data", parts.settings().sendsPhotosOverMobileData());
        said.line("bytes_own", storage.ownBytes());
        said.line("bytes_fetched", storage.fetchedBytes());
        said.line("bytes_free", storage.freeBytes());
        return said.text.toString();
    }

    private void line(String name, Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String time(OptionalLong epochMs) {
        return epochMs.isPresent() ? Instant.ofEpochMilli(epochMs.getAsLong()).toString() : "never";
    }
}
