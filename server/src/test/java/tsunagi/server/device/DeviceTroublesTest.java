package tsunagi.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.server.device.DeviceTroubles.Trouble;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;

@StorageContract
final class DeviceTroublesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-26T05:00:00Z"), ZoneOffset.UTC);
    private static final UUID TABLET = UUID.randomUUID();

    private Database database;
    private DeviceTroubles troubles;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        database.write(connection ->
                new Devices().add(connection, TABLET, "tablet", ByteString.copyFromUtf8("key"), Optional.empty(), 0));
        troubles = new DeviceTroubles(database, CLOCK, Runnable::run);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Trouble> of(UUID device) {
        return database.read(connection -> DeviceTroubles.of(connection, device));
    }

    @Test
    void note_ofTheSameAgain_isCounted_andOfSomethingElseStandsFirst() {
        troubles.note(TABLET, TroubleKind.REVOKED, "revoked");
        troubles.note(TABLET, TroubleKind.REVOKED, "revoked");
        troubles.note(TABLET, TroubleKind.PROTOCOL, "nonsense\u0000");

        assertThat(of(TABLET)).extracting(Trouble::kind).containsExactly(TroubleKind.PROTOCOL, TroubleKind.REVOKED);
        assertThat(of(TABLET)).extracting(Trouble::times).containsExactly(1L, 2L);
    }

    @Test
    void note_ofVeryMany_keepsTheLatestHundred() {
        for (int i = 1; i <= DeviceTroubles.KEPT_MAX + 7; i++) {
            troubles.note(TABLET, TroubleKind.PROTOCOL, "nonsense " + i);
        }

        assertThat(of(TABLET)).hasSize(DeviceTroubles.KEPT_MAX);
        assertThat(of(TABLET).get(0).detail()).isEqualTo("nonsense 107");
    }

    @Test
    void note_ofADeviceThatNobodyEnrolled_isNotKept() {
        UUID madeUp = UUID.randomUUID();
        troubles.note(madeUp, TroubleKind.SIGNATURE, "no key");

        assertThat(of(madeUp)).isEmpty();
    }
}
