package tsunagi.app.settings;

import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.sync.SyncLine;
import tsunagi.app.user.User;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.outbox.ServerRecord;

/**
 * How this tablet is set, and what it keeps.
 *
 * @param serverAddress host and port
 * @param ownBytes what was written here: records, drafts, photos; never let go of before the server has it
 * @param fetchedBytes what came from the server
 * @param spareBytes how much of that are photos and other files that can be fetched again
 * @param freeBytes what is left on the tablet
 */
record SettingsPage(
        int userCount,
        Optional<String> user,
        Optional<String> language,
        int typePercent,
        boolean sendsPhotosOverMobileData,
        Optional<String> serverName,
        Optional<String> serverAddress,
        SyncLine line,
        boolean hasPin,
        long ownBytes,
        long fetchedBytes,
        long spareBytes,
        long freeBytes) {
    static SettingsPage of(Parts parts) {
        AppSettings settings = parts.settings();
        Optional<ServerRecord> server = parts.tablet().device().server();
        Storage storage = new Storage(parts);
        return new SettingsPage(
                parts.users().all().size(),
                parts.users().current().map(User::name),
                settings.language(),
                settings.typePercent(),
                settings.sendsPhotosOverMobileData(),
                server.map(ServerRecord::name),
                server.map(ServerRecord::address).map(SettingsPage::hostAndPort),
                SyncLine.of(parts),
                new StaffPin(settings, parts::nowMs).isSet(),
                storage.ownBytes(),
                storage.fetchedBytes(),
                storage.spareBytes(),
                storage.freeBytes());
    }

    private static String hostAndPort(String address) {
        ServerAddress server = ServerAddress.parse(address);
        return server.host() + ":" + server.port();
    }
}
