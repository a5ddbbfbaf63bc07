package tsunagi.server.console.conflict;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.server.console.page.Page;
import tsunagi.server.device.Device;
import tsunagi.server.device.Devices;
import tsunagi.server.storage.StorageException;
import tsunagi.server.words.NameSource;
import tsunagi.sync.v1.Authorship;

/** Says who wrote something, when and where, for one look at a page. */
public final class Writers {
    private final Connection connection;
    private final Page page;
    private final Devices devices = new Devices();
    private final Map<UUID, Optional<Device>> known = new HashMap<>();

    public Writers(Connection connection, Page page) {
        this.connection = connection;
        this.page = page;
    }

    public Written of(NameSource names, Authorship by) {
        return new Written(
                by.hasPersonId()
                        ? names.person(by.getPersonId()).orElse(page.say("conflict.unknown_person"))
                        : page.say("conflict.unknown_person"),
                by.hasBodyId() ? names.body(by.getBodyId()).orElse("") : "",
                Ids.isId(by.getOriginDeviceId()) ? tablet(Ids.fromBytes(by.getOriginDeviceId())) : "",
                by.hasCorrectedAtMs() ? page.days().moment(by.getCorrectedAtMs()) : "",
                by.getClockWasWrong());
    }

    /** What a device is called. */
    public String tablet(UUID deviceId) {
        return known.computeIfAbsent(deviceId, this::find)
                // Without a key it is no tablet: somebody sat at a desk.
                .map(device -> device.publicKey().isEmpty() ? page.say("conflict.at_the_desk") : device.name())
                .orElse(page.say("conflict.unknown_tablet"));
    }

    private Optional<Device> find(UUID deviceId) {
        try {
            return devices.find(connection, deviceId);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
