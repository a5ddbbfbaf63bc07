package tsunagi.server.device;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.DeviceReport;
import tsunagi.sync.v1.Hello;

/** The devices this server knows. */
public final class Devices {
    public Optional<Device> find(Connection connection, UUID deviceId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM device WHERE device_id = ?", deviceId)
                .first(Devices::device);
    }

    public List<Device> all(Connection connection) throws SQLException {
        return Sql.of(connection, "SELECT * FROM device ORDER BY enrolled_at_ms, device_id")
                .list(Devices::device);
    }

    /** Makes a device known; false when its id is taken. */
    public boolean add(
            Connection connection, UUID id, String name, ByteString publicKey, Optional<String> personId, long nowMs)
            throws SQLException {
        return Sql.of(connection, """
                                INSERT INTO device (device_id, name, public_key, person_id, enrolled_at_ms)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """, id, name, publicKey, personId, nowMs).update() == 1;
    }

    /** Gives a device all teams that another one has. */
    void copyTeams(Connection connection, UUID from, UUID to) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO device_team (team_id, device_id)
                        SELECT team_id, ? FROM device_team WHERE device_id = ?
                        ON CONFLICT DO NOTHING
                        """, to, from).update();
    }

    void noteReplaced(Connection connection, UUID deviceId, UUID by) throws SQLException {
        Sql.of(connection, "UPDATE device SET replaced_by = ? WHERE device_id = ?", by, deviceId)
                .update();
    }

    /** Takes a device's right to sync away; its unsent work stays on it. False when there is no such device. */
    public boolean revoke(Connection connection, UUID deviceId, long atMs) throws SQLException {
        return Sql.of(
                                connection,
                                "UPDATE device SET revoked_at_ms = COALESCE(revoked_at_ms, ?) WHERE device_id = ?",
                                atMs,
                                deviceId)
                        .update()
                == 1;
    }

    /** Notes that a device said Hello, and how it is doing. */
    public void noteSeen(Connection connection, UUID deviceId, Hello hello, ClockOffset clock) throws SQLException {
        DeviceReport report = hello.getReport();
        Sql.of(
                        connection,
                        """
                        UPDATE device SET last_seen_at_ms = ?, app_version = ?, unsent_count = ?,
                            free_storage_bytes = ?, battery_percent = ?, clock_offset_ms = ?
                        WHERE device_id = ?
                        """,
                        clock.serverMs(),
                        // PostgreSQL takes no U+0000 in a text, and nobody reads the others.
                        hello.getAppVersion().replaceAll("\\p{Cntrl}", ""),
                        report.getUnsentCount(),
                        report.hasFreeStorageBytes() ? Optional.of(report.getFreeStorageBytes()) : Optional.empty(),
                        report.hasBatteryPercent() ? Optional.of(report.getBatteryPercent()) : Optional.empty(),
                        clock.device().getWallMs() - clock.serverMs(),
                        deviceId)
                .update();
    }

    private static Device device(Row row) throws SQLException {
        return new Device(
                row.id("device_id"),
                row.text("name"),
                row.bytes("public_key"),
                row.optionalText("person_id"),
                row.number("enrolled_at_ms"),
                row.optionalNumber("revoked_at_ms"),
                row.optionalId("replaced_by"),
                row.optionalNumber("last_seen_at_ms"),
                row.optionalText("app_version"),
                row.optionalNumber("unsent_count"),
                row.optionalNumber("clock_offset_ms"));
    }
}
