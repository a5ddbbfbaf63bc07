package tsunagi.server.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Who this server is: an id that stays over its whole life, and the secret key that goes with it. Both outlive the
 * database: they lie beside it, so that a restored database is still this server's.
 */
public record ServerIdentity(UUID serverId, ServerSecret secret) {

    /** Reads the identity that lies in this directory, or makes one there at the first start. */
    public static ServerIdentity openOrMake(Path directory, SecureRandom random) throws IOException {
        OwnerOnlyFiles files = new OwnerOnlyFiles(directory);
        byte[] id = files.readOrMake("server-id", ServerIdentity::newId);
        byte[] key = files.readOrMake("secret-key", () -> newKey(random));
        return new ServerIdentity(
                UUID.fromString(new String(id, StandardCharsets.UTF_8).strip()), new ServerSecret(key));
    }

    private static byte[] newId() {
        return (UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] newKey(SecureRandom random) {
        byte[] key = new byte[ServerSecret.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
