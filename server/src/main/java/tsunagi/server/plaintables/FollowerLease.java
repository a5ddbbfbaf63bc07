package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageException;

/**
 * The right to follow the log, which one of several servers on one database has for a while. It spares the others the
 * work; that no step is done twice does not hang on it, nor on anybody's clock. Not thread-safe.
 */
public final class FollowerLease {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerLease.class);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Database database;
    private final UUID holder;
    private final Clock clock;
    private long untilMs;

    /** The lease as one server sees it, which goes by this name. */
    public FollowerLease(Database database, UUID holder, Clock clock) {
        this.database = database;
        this.holder = holder;
        this.clock = clock;
    }

    /** Takes the lease, or keeps it; false while another server has it. */
    boolean hold() {
        long nowMs = clock.millis();
        if (nowMs < untilMs - LENGTH.toMillis() / 2) {
            return true;
        }
        long wantedMs = nowMs + LENGTH.toMillis();
        boolean isHeld = database.write(connection ->
                Sql.of(connection, """
                        UPDATE lease SET holder = ?, until_ms = ?
                        WHERE name = 'plain tables' AND (holder IS NULL OR holder = ? OR until_ms < ?)
                        """, holder, wantedMs, holder, nowMs).update() == 1);
        untilMs = isHeld ? wantedMs : 0;
        return isHeld;
    }

    /** Lets another server go on at once. */
    void letGo() {
        if (untilMs == 0) {
            return;
        }
        untilMs = 0;
        try {
            database.write(connection -> Sql.of(
                            connection,
                            "UPDATE lease SET holder = NULL WHERE name = 'plain tables' AND holder = ?",
                            holder)
                    .update());
        } catch (StorageException e) {
            LOG.warn("another server follows in {} s", LENGTH.toSeconds(), e);
        }
    }

    /** Until this transaction ends, nobody else writes or remakes plain tables. */
    public static void awaitTurn(Connection connection) throws SQLException {
        Sql.of(connection, "UPDATE lease SET until_ms = until_ms WHERE name = 'plain tables'")
                .update();
    }
}
