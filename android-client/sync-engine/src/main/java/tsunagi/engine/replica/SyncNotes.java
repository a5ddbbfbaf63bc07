package tsunagi.engine.replica;

import java.util.Optional;
import java.util.OptionalLong;
import tsunagi.engine.storage.LocalDatabase;

/** How the last synchronization went, for the sync line. */
public final class SyncNotes {
    private final LocalDatabase database;

    public SyncNotes(ReplicaFile file) {
        this.database = file.database();
    }

    /**
     * The last attempt.
     *
     * @param upToDateAtMs when tablet and server last agreed; empty when they never did
     * @param result what came of the attempt, in words
     */
    public record LastSync(long triedAtMs, OptionalLong upToDateAtMs, String result) {}

    public Optional<LastSync> last() {
        return database
                .query(
                        row -> new LastSync(
                                row.integer(0),
                                row.isNull(1) ? OptionalLong.empty() : OptionalLong.of(row.integer(1)),
                                row.text(2)),
                        "SELECT tried_at_ms, up_to_date_at_ms, result FROM last_sync")
                .stream()
                .findFirst();
    }

    public void note(long nowMs, boolean isUpToDate, String result) {
        database.inTransaction(() -> {
            Optional<LastSync> before = last();
            Long upToDateAtMs = isUpToDate
                    ? Long.valueOf(nowMs)
                    : before.map(SyncNotes::upToDateAt).orElse(null);
            database.execute("""
                    INSERT OR REPLACE INTO last_sync (only_row, tried_at_ms, up_to_date_at_ms, result)
                    VALUES (1, ?, ?, ?)
                    """, nowMs, upToDateAtMs, result);
        });
    }

    private static Long upToDateAt(LastSync sync) {
        return sync.upToDateAtMs().isPresent() ? sync.upToDateAtMs().getAsLong() : null;
    }
}
