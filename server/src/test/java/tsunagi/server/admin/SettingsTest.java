package tsunagi.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path directory;

    @Test
    void read_withNothingSaid_isReadyForUse() {
        Settings settings = Settings.read(Optional.empty(), Map.of());

        assertThat(settings.grpcPort()).isEqualTo(Settings.STANDARD_PORT);
        assertThat(settings.isPlaintext()).isFalse();
        assertThat(settings.dbUrl()).isEqualTo("jdbc:sqlite:" + settings.data().resolve("tsunagi.db"));
    }

    @Test
    void read_theEnvironment_winsOverTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("tsunagi.conf"), "grpc.port=6000\nname=市の保健所\n");

        Settings settings = Settings.read(Optional.of(file), Map.of("TSUNAGI_GRPC_PORT", "7000"));

        assertThat(settings.grpcPort()).isEqualTo(7000);
        assertThat(settings.name()).isEqualTo("市の保健所");
    }

    @Test
    void read_whatMakesNoSense_saysWhatWould() throws IOException {
        Path misspelt = Files.writeString(directory.resolve("tsunagi.conf"), "grpc.prot=6000\n");

        assertThatThrownBy(() -> Settings.read(Optional.of(misspelt), Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("grpc.prot")
                .hasMessageContaining("grpc.port");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of("TSUNAGI_GRPC_PORT", "65536")))
                .hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of("TSUNAGI_GRPC_PLAINTEXT", "yes")))
                .hasMessageContaining("true or false");
        assertThatThrownBy(() -> Settings.read(Optional.of(directory.resolve("none")), Map.of()))
                .hasMessageContaining("cannot be read");
    }
}
