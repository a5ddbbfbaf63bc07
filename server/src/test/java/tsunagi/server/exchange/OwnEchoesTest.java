package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Moved;

class OwnEchoesTest {
    private static final RecordKey KEY = new RecordKey(UUID.randomUUID(), 1, UUID.randomUUID());

    private final OwnEchoes echoes = new OwnEchoes();

    @Test
    void passes_whatTheTabletMadeFromWhatItHeld_isNotSent() {
        echoes.note(new Moved(KEY, 3, 8, true), 5, 5);

        assertThat(echoes.passes(KEY, 8)).isTrue();
    }

    @Test
    void passes_whatSomebodyElseMovedAfterwards_isSent() {
        echoes.note(new Moved(KEY, 3, 8, true), 5, 5);

        assertThat(echoes.passes(KEY, 9)).isFalse();
    }

    @Test
    void passes_aSecondOwnChangeOnTheFirst_isNotSent() {
        echoes.note(new Moved(KEY, 3, 8, true), 5, 5);
        echoes.note(new Moved(KEY, 8, 9, true), 5, 5);

        assertThat(echoes.passes(KEY, 9)).isTrue();
    }

    @Test
    void passes_whatWasMadeFromAStateTheTabletLacks_isSent() {
        echoes.note(new Moved(KEY, 7, 8, true), 5, 5);

        assertThat(echoes.passes(KEY, 8)).isFalse();
    }

    @Test
    void passes_whatWasMerged_isSent() {
        echoes.note(new Moved(KEY, 3, 8, false), 5, 5);

        assertThat(echoes.passes(KEY, 8)).isFalse();
    }

    @Test
    void note_beyondTheLimit_forgetsTheEldestAndSendsIt() {
        echoes.note(new Moved(KEY, 0, 1, true), 0, 0);
        for (int i = 0; i < OwnEchoes.MAX_ECHOES; i++) {
            echoes.note(new Moved(KEY.withId(new UUID(1, i)), 0, i + 2, true), 0, 0);
        }

        assertThat(echoes.passes(KEY, 1)).isFalse();
        assertThat(echoes.passes(KEY.withId(new UUID(1, 0)), 2)).isTrue();
    }

    @Test
    void passes_whenTheRecordHadMovedBeforeTheTabletsPageWasRead_isFalse() {
        echoes.note(new Moved(KEY, 3, 8, true), 5, 8);

        assertThat(echoes.passes(KEY, 8)).isFalse();
    }
}
