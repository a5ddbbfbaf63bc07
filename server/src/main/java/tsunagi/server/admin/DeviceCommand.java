package tsunagi.server.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tsunagi.server.device.Device;
import tsunagi.server.device.Devices;

/** Lists and revokes tablets. */
@Command(name = "device", description = "Tablets.")
final class DeviceCommand {
    private final Clock clock = Clock.systemUTC();
    private final Devices devices = new Devices();

    @Command(name = "list", description = "Lists tablets and how they are doing.")
    void list(@Mixin Configured configured, @Mixin Answer answer) {
        List<Device> all = configured.withData(data -> data.database().read(devices::all));
        answer.list(
                configured.out(),
                "No tablet is known yet; make a code with ./tsunagi code --team TEAM.",
                all.stream().map(DeviceCommand::item).toList());
    }

    @Command(name = "revoke", description = "Takes a tablet's right to sync away; its unsent work stays on it.")
    void revoke(@Parameters(paramLabel = "ID") String typed, @Mixin Configured configured, @Mixin Answer answer) {
        UUID id = Directory.id(typed);
        boolean isKnown = configured.withData(
                data -> data.database().write(connection -> devices.revoke(connection, id, clock.millis())));
        if (!isKnown) {
            throw new CommandException("There is no tablet " + id + "; see ./tsunagi device list.");
        }
        answer.say(
                configured.out(),
                "Tablet " + id + " may no longer sync.",
                new Answer.Item().with("id", id).with("revoked", true));
    }

    private static Answer.Item item(Device device) {
        OptionalLong seen = device.lastSeenAtMs();
        return new Answer.Item()
                .with("id", device.id())
                .with("revoked", device.isRevoked())
                .with(
                        "lastSeen",
                        seen.isPresent() ? Optional.of(Instant.ofEpochMilli(seen.getAsLong())) : Optional.empty())
                .with("unsent", boxed(device.unsentCount()))
                .with("clockOffsetMs", boxed(device.clockOffsetMs()))
                .with("version", device.appVersion())
                .with("name", device.name());
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
