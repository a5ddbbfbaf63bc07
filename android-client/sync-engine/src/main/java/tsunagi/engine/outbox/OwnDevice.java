package tsunagi.engine.outbox;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.storage.LocalDatabase;

/** Who this device is, and which server knows it. */
public final class OwnDevice {
    private final LocalDatabase database;

    public OwnDevice(OutboxFile file) {
        this.database = file.database();
    }

    /** The id this device goes by; it changes when the tablet was copied. */
    public UUID id() {
        return database.queryOne(row -> row.id(0), "SELECT device_id FROM device");
    }

    /** The epoch of the last Welcome; empty before the first. */
    public ByteString epochId() {
        return database.queryOne(row -> row.bytes(0), "SELECT epoch_id FROM device");
    }

    public void enterEpoch(ByteString epochId) {
        database.execute("UPDATE device SET epoch_id = ?", epochId);
    }

    public Optional<ServerRecord> server() {
        return database
                .query(
                        row -> new ServerRecord(row.id(0), row.text(1), row.text(2), Optional.ofNullable(row.text(3))),
                        """
                        SELECT server_id, server_name, server_address, person_id FROM device WHERE server_id IS NOT NULL
                        """)
                .stream()
                .findFirst();
    }

    /** The device is enrolled from now on. */
    public void belongTo(ServerRecord server) {
        database.execute(
                "UPDATE device SET server_id = ?, server_name = ?, server_address = ?, person_id = ?",
                server.serverId(),
                server.name(),
                server.address(),
                server.personId().orElse(null));
    }

    /** The id chosen for a renewal that has begun and not ended. */
    public Optional<UUID> nextId() {
        return database.queryOne(row -> row.optionalId(0), "SELECT next_device_id FROM device");
    }

    public void chooseNextId(UUID id) {
        database.execute("UPDATE device SET next_device_id = ?", id);
    }

    void become(UUID id) {
        database.execute("UPDATE device SET device_id = ?, next_device_id = NULL", id);
    }
}
