package tsunagi.app.sync;

import java.util.OptionalLong;
import tsunagi.app.Parts;
import tsunagi.engine.replica.SyncNotes.LastSync;
import tsunagi.engine.tablet.SyncStatus;

/**
 * How safe everything is that was written on this tablet, counted on disk.
 *
 * @param lastSyncMs when tablet and server last agreed; empty when they never did
 * @param outcome what came of the last attempt
 */
public record SyncLine(
        long recorded,
        long safe,
        long waiting,
        long parked,
        long unseen,
        int photosWaiting,
        int photosRefused,
        OptionalLong lastSyncMs,
        SyncOutcome outcome) {

    /** How it all stands, in one word. */
    public enum Standing {
        /** The server has everything. */
        SAFE,
        /** Something is only on this tablet; it goes by itself. */
        WAITING,
        /** Something waits for a person. */
        WANTED
    }

    public static SyncLine of(Parts parts) {
        SyncStatus status = parts.tablet().status();
        var tally = status.tally();
        return new SyncLine(
                tally.recorded(),
                tally.safe(),
                tally.waiting(),
                tally.parked(),
                tally.unseen(),
                status.filesWaiting(),
                status.filesRefused(),
                status.lastSync().map(LastSync::upToDateAtMs).orElse(OptionalLong.empty()),
                parts.settings().lastSync());
    }

    public Standing standing() {
        if (parked > 0 || photosRefused > 0 || unseen > 0 || outcome.needsPerson()) {
            return Standing.WANTED;
        }
        return waiting > 0 || photosWaiting > 0 ? Standing.WAITING : Standing.SAFE;
    }
}
