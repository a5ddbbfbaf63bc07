package tsunagi.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.visit;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.DyingDatabase.Fate;
import tsunagi.engine.tablet.DyingDatabase.Killed;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;

/** The program dies, or the line breaks, at every place there is: nothing is lost and nothing is doubled. */
class CrashTest {
    @TempDir
    Path directory;

    private TabletFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new TabletFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void exchange_whereverTheProgramDies_losesAndDoublesNothing() {
        boolean survived = false;
        for (int statements = fixture.statementsToOpen(); !survived; statements++) {
            Story story = new Story("dies" + statements);
            survived = story.survives(Fate.of(statements));
            story.checkIn();
        }
    }

    @Test
    void exchange_whereverTheLineBreaks_losesAndDoublesNothing() {
        boolean isThrough = false;
        for (int messages = 0; !isThrough; messages++) {
            Story story = new Story("breaks" + messages);
            isThrough = Exchanging.once(story.a, story.server, messages) instanceof ExchangeEnd.UpToDate;
            story.checkIn();
        }
    }

    @Test
    void exchange_whenTheServerIsSetBackWhereverTheLineBroke_handsInAgainWhatItLost() {
        boolean isThrough = false;
        for (int messages = 0; !isThrough; messages++) {
            Story story = new Story("setback" + messages);
            MiniServer backup = story.server.backup();
            isThrough = Exchanging.once(story.a, story.server, messages) instanceof ExchangeEnd.UpToDate;
            Exchanging.untilUpToDate(story.b, story.server);
            story.server = backup;
            story.save(story.b, "both", "after the restore");
            story.checkIn();
        }
    }

    /** Two tablets that wrote the same visits without a signal, and their server. */
    private final class Story {
        private final String name;
        private final Tablet a;
        private final Tablet b;
        private MiniServer server = new MiniServer();

        Story(String name) {
            this.name = name;
            this.a = fixture.open(name + "-a");
            this.b = fixture.openInMemory();
            save(b, "both", "b1");
            save(b, "b only", "b2");
            Exchanging.untilUpToDate(b, server);
            Exchanging.untilUpToDate(a, server);
            save(a, "both", "a1");
            save(a, "a only", "a2");
            save(a, "a only", "a3");
            save(b, "both", "b3");
            Exchanging.untilUpToDate(b, server);
        }

        void save(Tablet tablet, String visit, String needs) {
            tablet.save(
                    tablet.edit(visit(visit))
                            .set(Visit.newBuilder().setNeeds(needs).build()),
                    NURSE);
        }

        /** True when the tablet gets to the end of an exchange alive. */
        boolean survives(Fate fate) {
            try {
                Tablet dying = fixture.open(name + "-a", fate);
                return Exchanging.once(dying, server, Integer.MAX_VALUE) instanceof ExchangeEnd.UpToDate;
            } catch (Killed killed) {
                return false;
            }
        }

        /** Everybody starts again and synchronizes; then all must be the same. */
        void checkIn() {
            Tablet again = fixture.open(name + "-a");
            Exchanging.untilUpToDate(again, server);
            Exchanging.untilUpToDate(b, server);
            Exchanging.untilUpToDate(again, server);
            Map<RecordKey, tsunagi.sync.v1.RecordState> truth = server.records();
            assertThat(replica(again)).as(name).isEqualTo(truth);
            assertThat(replica(b)).as(name).isEqualTo(truth);
            assertThat(again.saved()).extracting(SavedChange::standing).containsOnly(Standing.TAKEN);
            assertThat(server.changesTaken())
                    .containsAll(
                            again.saved().stream().map(SavedChange::changeId).collect(Collectors.toList()))
                    .containsAll(b.saved().stream().map(SavedChange::changeId).collect(Collectors.toList()))
                    .hasSize(again.saved().size() + b.saved().size());
            assertThat(server.hasNothingTwice()).isTrue();
            assertThat(again.listAll(TEAM))
                    .allSatisfy(view -> assertThat(view.onTop()).isEmpty());
        }

        private Map<RecordKey, tsunagi.sync.v1.RecordState> replica(Tablet tablet) {
            return tablet.replica().all(TEAM).stream()
                    .collect(Collectors.toMap(RecordState::key, RecordState::toProto));
        }
    }
}
