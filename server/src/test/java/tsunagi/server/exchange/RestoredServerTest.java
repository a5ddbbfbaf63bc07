package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.ServerMessage;

/** What tablets hold against a server that was set back, and against one that was not. */
@StorageContract
class RestoredServerTest {
    private static final Visit ON_26_JULY =
            Visit.newBuilder().setVisitOn("2026-07-26").build();

    private ExchangeScenario server;

    @BeforeEach
    void start(TestStorage storage) {
        server = new ExchangeScenario(storage);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void restoredCopy_isNoticedByACheckpointAndHealedByTheTablets() {
        TestTablet tablet = server.tablet("first");
        TestTablet other = server.tablet("second");
        RecordKey kept = tablet.saves("kept", ON_26_JULY);
        server.sync(tablet);
        server.copyTo("copy");
        RecordKey lost = tablet.saves("lost", ON_26_JULY);
        server.sync(tablet);
        server.sync(other);
        ByteString epochBefore = tablet.epochId.get();

        server.start("copy");
        List<ServerMessage> heard = server.sync(tablet);
        server.sync(other);

        assertThat(tablet.epochId.get()).isNotEqualTo(epochBefore);
        assertThat(server.epochs()).as("opened once").isEqualTo(2);
        assertThat(heard).anyMatch(ServerMessage::hasBaselineBegin);
        assertThat(tablet.replica).containsOnlyKeys(kept, lost);
        assertThat(other.replica).isEqualTo(tablet.replica);
        assertThat(server.head()).isEqualTo(2);
    }

    @Test
    void restoredCopy_isNoticedByALaneThatIsAhead() {
        TestTablet tablet = server.tablet("first");
        server.sync(tablet);
        server.copyTo("copy");
        tablet.saves("lost", ON_26_JULY);
        TestLine line = server.greet(tablet);
        ExchangeScenario.hear(line, tablet);
        line.says(tablet.batch(1, 1));
        line.news().stream().filter(ServerMessage::hasVerdicts).forEach(tablet::hears);
        line.exchange.onLineBroken();

        server.start("copy");
        server.sync(tablet);

        assertThat(server.epochs()).isEqualTo(2);
        assertThat(server.head()).isEqualTo(1);
    }

    @Test
    void checkpointOfAnEarlierEpoch_whoseHistoryStillHolds_goesOn() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("kept", ON_26_JULY);
        server.sync(tablet);
        server.copyTo("copy");
        TestTablet ahead = server.tablet("second");
        ahead.saves("lost", ON_26_JULY);
        server.sync(ahead);
        server.start("copy");
        server.enrol(ahead.deviceId);
        server.sync(ahead);

        List<ServerMessage> heard = server.sync(tablet);

        assertThat(server.epochs()).isEqualTo(2);
        assertThat(heard).noneMatch(ServerMessage::hasBaselineBegin);
        assertThat(tablet.replica).isEqualTo(ahead.replica);
    }

    @Test
    void restoredCopy_thatTookTheSameChangesAtOtherTimes_doesNotPassForTheOldHistory() {
        TestTablet author = server.tablet("first");
        TestTablet reader = server.tablet("second");
        server.sync(author);
        server.copyTo("copy");
        author.saves("lost", ON_26_JULY);
        server.sync(author);
        server.sync(reader);

        server.start("copy");
        author.clockMovesBy(Duration.ofDays(1));
        server.sync(author);

        assertThat(server.sync(reader)).anyMatch(ServerMessage::hasBaselineBegin);
    }

    @Test
    void checkpointThatThisServerNeverGave_isAnsweredWithABaselineAndNoNewEpoch() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("kept", ON_26_JULY);
        server.sync(tablet);

        for (ByteString forged : List.of(
                ByteString.copyFromUtf8("forged"),
                tablet.checkpoint.get().substring(1),
                tablet.checkpoint.get().substring(0, 105).concat(ByteString.copyFrom(new byte[1])))) {
            tablet.checkpoint = Optional.of(forged);
            assertThat(server.sync(tablet)).anyMatch(ServerMessage::hasBaselineBegin);
        }
        assertThat(server.epochs()).isEqualTo(1);
        assertThat(tablet.replica).hasSize(1);
    }
}
