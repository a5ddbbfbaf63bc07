package tsunagi.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCertificateTest {
    @TempDir
    private Path directory;

    @Test
    void openOrMake_atTheSecondStart_hasTheSameFingerprint() throws IOException {
        TlsCertificate first = TlsCertificate.openOrMake(directory, new SecureRandom());

        assertThat(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(TlsCertificate.openOrMake(directory, new SecureRandom())).isEqualTo(first);
    }

    @Test
    void openOrMake_onAFileWithoutACertificate_saysWhatToDo() throws IOException {
        Files.writeString(directory.resolve("tls.pem"), "nothing");

        assertThatThrownBy(() -> TlsCertificate.openOrMake(directory, new SecureRandom()))
                .hasMessageContaining("tls.pem")
                .hasMessageContaining("move it away");
    }

    @Test
    void transportSecurity_plaintextOnAnythingButLoopback_isRefused() throws IOException {
        TlsCertificate certificate = TlsCertificate.openOrMake(directory, new SecureRandom());

        TransportSecurity.of("127.0.0.1", true, certificate);
        TransportSecurity.of("0.0.0.0", false, certificate);
        assertThatThrownBy(() -> TransportSecurity.of("0.0.0.0", true, certificate))
                .hasMessageContaining("refuses to start")
                .hasMessageContaining("grpc.address=127.0.0.1");
    }
}
