package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

@StorageContract
class EpochsTest {
    private static final UUID TEAM = new UUID(1, 1);

    private final AtomicLong lastId = new AtomicLong();
    private final Epochs epochs = new Epochs(
            Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC), () -> new UUID(9, lastId.incrementAndGet()));
    private final Teams teams = new Teams();
    private Database database;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ensureOpen_whenStartedAgain_isStillTheFirst() {
        Epoch first = epochs.ensureOpen(database);

        assertThat(epochs.ensureOpen(database)).isEqualTo(first);
        assertThat(first.number()).isEqualTo(1);
    }

    @Test
    void openNew_whenTheHistoryWasSetBack_notesWhatWasRestoredInEveryTeam() {
        Epoch first = epochs.ensureOpen(database);
        setHead(12);

        Epoch second =
                database.write(connection -> epochs.openNew(connection, first, Long.MAX_VALUE, "a tablet is ahead"));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(database.read(epochs::current)).isEqualTo(second);
        Team team = database.read(connection -> teams.find(connection, TEAM).orElseThrow());
        assertThat(team.restoredHead()).isEqualTo(12);
    }

    @Test
    void openNew_whenItWasSetBackOnceBefore_countsAsRestoredOnlyWhatOutlivedBoth() {
        Epoch first = epochs.ensureOpen(database);
        setHead(12);
        Epoch second =
                database.write(connection -> epochs.openNew(connection, first, Long.MAX_VALUE, "a tablet is ahead"));
        setHead(20);
        database.write(connection -> epochs.openNew(connection, second, Long.MAX_VALUE, "a tablet is ahead again"));

        assertThat(database.read(connection -> teams.find(connection, TEAM).orElseThrow())
                        .restoredHead())
                .isEqualTo(12);
    }

    private void setHead(long head) {
        database.write(connection -> {
            teams.open(connection, TEAM, "sake brewery");
            teams.moveHead(connection, TEAM, head, Teams.markOfEmptyLog(TEAM));
            return null;
        });
    }

    @Test
    void openNew_whenAnotherNoticedFirst_opensNoThird() {
        Epoch first = epochs.ensureOpen(database);
        Epoch second =
                database.write(connection -> epochs.openNew(connection, first, Long.MAX_VALUE, "a tablet is ahead"));

        Epoch again =
                database.write(connection -> epochs.openNew(connection, first, Long.MAX_VALUE, "another one is, too"));

        assertThat(again).isEqualTo(second);
    }
}
