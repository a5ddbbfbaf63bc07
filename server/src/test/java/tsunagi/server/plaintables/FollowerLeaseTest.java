package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.server.device.MovableClock;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;

@StorageContract
final class FollowerLeaseTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-07-26T05:00:00Z"));
    private Database database;
    private FollowerLease one;
    private FollowerLease other;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        one = new FollowerLease(database, new UUID(1, 1), clock);
        other = new FollowerLease(database, new UUID(2, 2), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hold_whileAnotherHasIt_isRefused() {
        assertThat(one.hold()).isTrue();
        assertThat(other.hold()).isFalse();
        assertThat(one.hold()).isTrue();
    }

    @Test
    void hold_whenTheOtherFellSilent_takesItOver() {
        one.hold();
        clock.pass(Duration.ofSeconds(11));

        assertThat(other.hold()).isTrue();
        assertThat(one.hold()).isFalse();
    }

    @Test
    void hold_whileItIsKept_doesNotRunOut() {
        for (int i = 0; i < 10; i++) {
            assertThat(one.hold()).isTrue();
            clock.pass(Duration.ofSeconds(6));
            assertThat(other.hold()).isFalse();
        }
    }

    @Test
    void letGo_letsAnotherGoOnAtOnce() {
        one.hold();
        one.letGo();

        assertThat(other.hold()).isTrue();
    }
}
