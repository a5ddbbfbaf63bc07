package tsunagi.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIdentityTest {
    private static final ByteString CONTENT = ByteString.copyFromUtf8("content");

    @TempDir
    private Path directory;

    @Test
    void openOrMake_atTheSecondStart_isTheSameServer() throws IOException {
        ServerIdentity first = ServerIdentity.openOrMake(directory, new SecureRandom());
        ServerIdentity second = ServerIdentity.openOrMake(directory, new SecureRandom());

        assertThat(second.serverId()).isEqualTo(first.serverId());
        assertThat(second.secret().isSealOf(first.secret().seal("purpose", CONTENT), "purpose", CONTENT))
                .isTrue();
    }

    @Test
    void openOrMake_keepsTheSecretToItsOwner() throws IOException {
        ServerIdentity.openOrMake(directory, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void seal_madeForOnePurpose_doesNotPassForAnother() {
        ServerSecret secret = new ServerSecret(new byte[ServerSecret.KEY_BYTES]);

        assertThat(secret.isSealOf(secret.seal("one", CONTENT), "another", CONTENT))
                .isFalse();
    }
}
