package tsunagi.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.named;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDeviceKeysTest {
    @TempDir
    Path directory;

    @Test
    void sign_whenTheProgramStartsAgain_usesTheSameKey() throws GeneralSecurityException {
        ByteString publicKey = new FileDeviceKeys(directory).publicKey(named("device"));
        ByteString content = ByteString.copyFromUtf8("content");

        ByteString signature = new FileDeviceKeys(directory).sign(named("device"), content);

        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey.toByteArray())));
        check.update(content.toByteArray());
        assertThat(check.verify(signature.toByteArray())).isTrue();
    }

    @Test
    void publicKey_whenTheDeviceIsAnother_isAnother() {
        FileDeviceKeys keys = new FileDeviceKeys(directory);

        assertThat(keys.publicKey(named("one"))).isNotEqualTo(keys.publicKey(named("two")));
    }

    @Test
    void publicKey_whenItIsMade_liesWhereOnlyItsOwnerReads() throws IOException {
        new FileDeviceKeys(directory).publicKey(named("device"));

        try (Stream<Path> files = Files.list(directory)) {
            List<Path> made = files.collect(Collectors.toList());
            assertThat(made).singleElement().satisfies(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }
}
