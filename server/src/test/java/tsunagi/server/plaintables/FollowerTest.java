package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;

@StorageContract
final class FollowerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void start_whenTheTablesAreBehind_catchesUpAndKeepsFollowing() throws InterruptedException {
        server.saysInOneTransaction(600, Visit.getDefaultInstance());
        try (Follower follower = server.follower(Duration.ofMillis(1))) {
            follower.start();
            awaitRevision(600);
            server.says("visit", Visit.getDefaultInstance());
            awaitRevision(601);
        }
    }

    @Test
    void close_whenItRests_endsAtOnce() {
        Follower follower = server.follower(Duration.ofDays(1));
        follower.start();
        follower.close();

        server.says("visit", Visit.getDefaultInstance());

        assertThat(server.tables().behind()).hasSize(1);
    }

    private void awaitRevision(long revision) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (server.tables().asOf(PlainScenario.TEAM).revision() < revision) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(1);
        }
    }
}
