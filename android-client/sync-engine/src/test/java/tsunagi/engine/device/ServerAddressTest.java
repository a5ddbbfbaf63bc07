package tsunagi.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    private static final String HEX = String.join("", Collections.nCopies(32, "aB"));
    private static final String FINGERPRINT = String.join(":", Collections.nCopies(32, "AB"));

    @Test
    void parse_whenThereIsAFingerprint_readsItHoweverItWasTyped() {
        ServerAddress address = ServerAddress.parse("tsunagi.example:8443#" + HEX);

        assertThat(address.host()).isEqualTo("tsunagi.example");
        assertThat(address.port()).isEqualTo(8443);
        assertThat(address.fingerprint()).contains(FINGERPRINT);
        assertThat(ServerAddress.parse(address.toText())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8443", "127.0.0.1:8443", "[::1]:8443"})
    void parse_whenTheServerIsOnThisMachine_needsNoFingerprint(String text) {
        assertThat(ServerAddress.parse(text).fingerprint()).isEmpty();
        assertThat(ServerAddress.parse(text).toText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tsunagi.example:8443",
                "localhost.example:8443",
                "127.0.0.1.example:8443",
                "10.0.0.1:80",
                "localhost",
                "localhost:x",
                ":1",
                "localhost:0",
                "tsunagi.example:1#abc"
            })
    void parse_whenItWouldBePlaintextOverANetworkOrNoAddress_refuses(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
