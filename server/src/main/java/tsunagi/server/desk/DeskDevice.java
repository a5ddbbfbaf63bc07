package tsunagi.server.desk;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.device.Devices;
import tsunagi.server.intake.Lanes;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Epoch;
import tsunagi.server.team.Teams;

/**
 * The device that what a person writes at the server comes from: the same for all programs and servers on one database,
 * since one's own earlier changes count as seen; another one in each epoch, so that a lane that a restore set back is not
 * gone on with.
 */
final class DeskDevice {
    private final Database database;
    private final Devices devices = new Devices();
    private final Teams teams = new Teams();
    private final Lanes lanes = new Lanes();

    /** Where the next change of a team goes. */
    record Place(UUID deviceId, long nextOrdinal) {}

    DeskDevice(Database database) {
        this.database = database;
    }

    Place place(UUID teamId, String personId, Epoch epoch) {
        UUID deviceId = id(personId, epoch);
        if (!database.read(connection -> teams.isGranted(connection, teamId, deviceId))) {
            database.write(connection -> let(connection, deviceId, teamId, personId, epoch));
        }
        return new Place(
                deviceId,
                1
                        + database.read(connection -> lanes.find(connection, teamId, deviceId))
                                .lastOrdinal());
    }

    private boolean let(Connection connection, UUID deviceId, UUID teamId, String personId, Epoch epoch)
            throws SQLException {
        // Without a key nobody can speak for it over the network.
        boolean isNew = devices.add(
                connection, deviceId, name(epoch), ByteString.EMPTY, Optional.of(personId), epoch.openedAtMs());
        teams.grant(connection, teamId, deviceId);
        return isNew;
    }

    private static String name(Epoch epoch) {
        return "サーバー / server (" + epoch.number() + ")";
    }

    private static UUID id(String personId, Epoch epoch) {
        return UUID.nameUUIDFromBytes(("tsunagi desk " + epoch.id() + " " + personId).getBytes(StandardCharsets.UTF_8));
    }
}
