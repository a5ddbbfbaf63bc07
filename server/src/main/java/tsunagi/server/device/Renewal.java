package tsunagi.server.device;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.RenewReply;
import tsunagi.sync.v1.RenewRequest;

/**
 * Gives a copied tablet an identity of its own: a new device with the rights of the one it was copied from, which stays,
 * since nobody can tell which of the two is the copy. Thread-safe.
 */
public final class Renewal {
    private final Database database;
    private final Clock clock;
    private final Devices devices = new Devices();

    public Renewal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The answer to this device; empty when it may not ask, since it was revoked. */
    public Optional<RenewReply> renew(UUID deviceId, RenewRequest request) {
        boolean isFit = Ids.isId(request.getNewDeviceId())
                && DeviceKey.parse(request.getNewPublicKey()).isPresent();
        return database.write(connection -> devices.find(connection, deviceId).filter(device -> !device.isRevoked()))
                .map(old -> RenewReply.newBuilder()
                        .setRenewed(isFit && database.write(connection -> renew(connection, old, request)))
                        .build());
    }

    private boolean renew(Connection connection, Device old, RenewRequest request) throws SQLException {
        UUID newId = Ids.fromBytes(request.getNewDeviceId());
        Optional<Device> existing = devices.find(connection, newId);
        if (existing.isPresent()) {
            // A lost reply is asked for again.
            return existing.get().publicKey().equals(request.getNewPublicKey()) && !newId.equals(old.id());
        }
        devices.add(connection, newId, old.name(), request.getNewPublicKey(), old.personId(), clock.millis());
        devices.copyTeams(connection, old.id(), newId);
        devices.noteReplaced(connection, old.id(), newId);
        return true;
    }
}
