package tsunagi.server.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;

/** The lives of the server's history; a restore opens a new one. Thread-safe. */
final class Epochs {
    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Epochs(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** The epoch that goes on now; the first one is opened when somebody asks for it. */
    UUID current() {
        return database.read(Epochs::newest)
                .orElseGet(() -> database.write(connection -> {
                    Optional<UUID> opened = newest(connection);
                    return opened.isPresent() ? opened.get() : open(connection, "first start");
                }));
    }

    /** Opens a new epoch, unless somebody else did so since {@code known} was the current one. */
    UUID openAfter(UUID known, String why) {
        return database.write(connection -> {
            UUID current = newest(connection).orElse(known);
            return current.equals(known) ? openOverRestored(connection, why) : current;
        });
    }

    private UUID openOverRestored(Connection connection, String why) throws SQLException {
        // What stands now is what the restored copy held: bases the server lost are trusted where nothing moved since.
        Sql.of(connection, "UPDATE team SET restored_head = head").update();
        return open(connection, why);
    }

    private UUID open(Connection connection, String why) throws SQLException {
        UUID epochId = ids.get();
        Sql.of(connection, """
                        INSERT INTO epoch (number, epoch_id, opened_at_ms, why)
                        SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ? FROM epoch
                        """, epochId, clock.millis(), why).update();
        return epochId;
    }

    private static Optional<UUID> newest(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT epoch_id FROM epoch ORDER BY number DESC LIMIT 1")
                .first(row -> row.id("epoch_id"));
    }
}
