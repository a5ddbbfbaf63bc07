package tsunagi.trials.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.sync.v1.Role;

/** A headless tablet and a server that speaks TLS, as on anything but one machine. */
final class TabletOverTlsTest {
    @TempDir
    private Path directory;

    @Test
    void enrol_trustsTheOneCertificateWhoseFingerprintWasHandedOver() {
        Shell shell = new Shell(directory.resolve("tablet"));
        try (ServerAtHand server = ServerAtHand.withTls(directory.resolve("server"))) {
            UUID team = server.team("灯浜チーム");
            String code = server.code(team, server.member(team, "佐伯 典子", Role.ROLE_MEMBER));
            String other = "00".repeat(32);

            JsonObject error = shell.fail(
                    ExitCode.NOT_UP_TO_DATE,
                    "enrol",
                    "--server",
                    server.address(),
                    "--code",
                    code,
                    "--fingerprint",
                    other);
            assertThat(error.get("message").getAsString()).contains("fingerprint");

            shell.run("enrol", "--server", server.address(), "--code", code, "--fingerprint", server.fingerprint());
            shell.run("record", "workplace", "{\"name\":\"x\"}");
            assertThat(shell.run("sync").number("accepted")).isEqualTo(1);
        }
    }
}
