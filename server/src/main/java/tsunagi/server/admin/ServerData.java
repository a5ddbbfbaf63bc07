package tsunagi.server.admin;

import java.io.IOException;
import java.security.SecureRandom;
import tsunagi.server.device.ServerIdentity;
import tsunagi.server.grpc.TlsCertificate;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.storage.Database;

/** What lies in a data directory, opened: who this server is, its certificate, and its database. */
public record ServerData(Settings settings, ServerIdentity identity, TlsCertificate certificate, Database database)
        implements AutoCloseable {

    /** Opens what is there and makes what is not. Several programs may have it open at once. */
    public static ServerData open(Settings settings) {
        try {
            SecureRandom random = new SecureRandom();
            ServerIdentity identity = ServerIdentity.openOrMake(settings.data(), random);
            TlsCertificate certificate = TlsCertificate.openOrMake(settings.data(), random);
            Database database = Database.open(
                    settings.dbUrl(),
                    settings.dbUser().orElse(null),
                    settings.dbPassword().orElse(null));
            return new ServerData(settings, identity, certificate, database);
        } catch (IOException e) {
            throw new CommandException("The data directory " + settings.data() + " cannot be used: " + e
                    + "\nChoose another one with --data or TSUNAGI_DATA.");
        }
    }

    /** Opens the list of what was withdrawn or destroyed: it lies beside the database and its backups, not in them. */
    public FileErasureList openErasures() {
        return FileErasureList.open(settings.data().resolve("erasures"));
    }

    @Override
    public void close() {
        database.close();
    }
}
