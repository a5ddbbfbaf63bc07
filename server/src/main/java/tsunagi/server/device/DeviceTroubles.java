package tsunagi.server.device;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** What went wrong with devices lately, so many a device. It is written beside the work of the tablets. Thread-safe. */
public final class DeviceTroubles implements TroubleNotes {
    static final int KEPT_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(DeviceTroubles.class);
    private static final int DETAIL_MAX = 300;

    private final Database database;
    private final Clock clock;
    private final Executor executor;

    /** Writes on this executor. */
    public DeviceTroubles(Database database, Clock clock, Executor executor) {
        this.database = database;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Something that went wrong.
     *
     * @param times how often in a row
     */
    public record Trouble(long number, TroubleKind kind, String detail, long firstAtMs, long lastAtMs, long times) {}

    @Override
    public void note(UUID deviceId, TroubleKind kind, String detail) {
        long atMs = clock.millis();
        executor.execute(() -> write(deviceId, kind, fitting(detail), atMs));
    }

    /** The latest first. */
    public static List<Trouble> of(Connection connection, UUID deviceId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM device_trouble WHERE device_id = ? ORDER BY number DESC", deviceId)
                .list(DeviceTroubles::trouble);
    }

    private void write(UUID deviceId, TroubleKind kind, String detail, long atMs) {
        try {
            database.<Void>write(connection -> {
                write(connection, deviceId, new Trouble(0, kind, detail, atMs, atMs, 1));
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("could not note that {} went wrong with device {}: {}", kind, deviceId, detail, e);
        }
    }

    private static void write(Connection connection, UUID deviceId, Trouble trouble) throws SQLException {
        Optional<Trouble> last = of(connection, deviceId).stream().findFirst();
        boolean isAgain = last.filter(before ->
                        before.kind() == trouble.kind() && before.detail().equals(trouble.detail()))
                .isPresent();
        if (isAgain) {
            Sql.of(
                            connection,
                            "UPDATE device_trouble SET times = times + 1, last_at_ms = ? WHERE device_id = ? AND number = ?",
                            trouble.lastAtMs(),
                            deviceId,
                            last.get().number())
                    .update();
            return;
        }
        long number = last.map(Trouble::number).orElse(0L) + 1;
        // Of a device that nobody enrolled nothing is kept: anybody could make one up.
        Sql.of(
                        connection,
                        """
                        INSERT INTO device_trouble (device_id, number, kind, detail, first_at_ms, last_at_ms, times)
                        SELECT device_id, CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT),
                            CAST(? AS BIGINT), 1
                        FROM device WHERE device_id = ?
                        """,
                        number,
                        trouble.kind(),
                        trouble.detail(),
                        trouble.firstAtMs(),
                        trouble.lastAtMs(),
                        deviceId)
                .update();
        Sql.of(
                        connection,
                        "DELETE FROM device_trouble WHERE device_id = ? AND number <= ?",
                        deviceId,
                        number - KEPT_MAX)
                .update();
    }

    private static String fitting(String detail) {
        // PostgreSQL takes no U+0000 in a text.
        String clean = detail.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > DETAIL_MAX ? clean.substring(0, DETAIL_MAX) : clean;
    }

    private static Trouble trouble(Row row) throws SQLException {
        return new Trouble(
                row.number("number"),
                TroubleKind.valueOf(row.text("kind")),
                row.text("detail"),
                row.number("first_at_ms"),
                row.number("last_at_ms"),
                row.number("times"));
    }
}
