package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The lives of the server's history; the newest one is the current. */
public final class Epochs {
    private static final String SURE_HEAD = """
            COALESCE((SELECT MIN(revision) - 1 FROM change_log
                WHERE change_log.team_id = team.team_id AND received_at_ms > ?), head)
            """;

    private final Clock clock;
    private final Supplier<UUID> newId;

    public Epochs(Clock clock, Supplier<UUID> newId) {
        this.clock = clock;
        this.newId = newId;
    }

    /** The current epoch; the first one opens when there is none. */
    public Epoch ensureOpen(Database database) {
        return database.write(connection -> {
            Optional<Epoch> open = find(connection);
            if (open.isEmpty()) {
                insert(connection, 1, "the server's first start");
            }
            // Of two servers that start at once, one opened it for both.
            return open.isPresent() ? open.get() : current(connection);
        });
    }

    public Epoch current(Connection connection) throws SQLException {
        return find(connection).orElseThrow(() -> new IllegalStateException("no epoch was opened yet"));
    }

    /**
     * Opens a new epoch after the history was set back: what was received up to a moment before that is as restored.
     *
     * @param lastSureMs such a moment; what came later may be from after the restore
     * @param seen the epoch that was current when it was noticed; another one that opened since will do
     */
    public Epoch openNew(Connection connection, Epoch seen, long lastSureMs, String why) throws SQLException {
        awaitOthers(connection, seen);
        Epoch current = current(connection);
        if (!current.equals(seen)) {
            return current;
        }
        // Nobody can tell which restore lost a change, so only what outlived all of them counts as restored.
        Sql.of(
                        connection,
                        "UPDATE team SET restored_head = " + SURE_HEAD + " WHERE restored_head < 0 OR restored_head > "
                                + SURE_HEAD,
                        lastSureMs,
                        lastSureMs)
                .update();
        insert(connection, current.number() + 1, why);
        return current(connection);
    }

    /** Whoever opens an epoch holds the row of the one before it, so another server that noticed too comes after. */
    private static void awaitOthers(Connection connection, Epoch seen) throws SQLException {
        Sql.of(connection, "UPDATE epoch SET why = why WHERE number = ?", seen.number())
                .update();
    }

    private static Optional<Epoch> find(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT * FROM epoch ORDER BY number DESC LIMIT 1")
                .first(row -> new Epoch(
                        row.number("number"), row.id("epoch_id"), row.number("opened_at_ms"), row.text("why")));
    }

    private void insert(Connection connection, long number, String why) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO epoch (number, epoch_id, opened_at_ms, why) VALUES (?, ?, ?, ?)
                        ON CONFLICT (number) DO NOTHING
                        """, number, newId.get(), clock.millis(), why).update();
    }
}
