package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsunagi.server.intake.IntakeScenario.TEAM;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Visit;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.StorageException;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.OrdinalRange;

/** Many callers, real threads, one database. */
@StorageContract
class GroupCommitTest {
    private static final int CALLERS = 64;
    private static final int SUBMISSIONS = 8;
    private static final int CHANGES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private IntakeScenario scenario;

    @BeforeEach
    void start(TestStorage storage) {
        scenario = new IntakeScenario(storage);
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    @Test
    void submit_whenManyCallersComeAtOnce_takesEveryChangeInOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<List<Long>>> revisions = new ArrayList<>();
        try (GroupCommit intake = new GroupCommit(scenario.intake(), GroupCommit.Limits.STANDARD)) {
            for (int i = 0; i < CALLERS; i++) {
                Tablet tablet = scenario.tablet("tablet " + i);
                revisions.add(callers.submit(() -> handIn(intake, tablet)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> ofCaller : revisions) {
                all.addAll(ofCaller.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }

            assertThat(all).hasSize(CALLERS * SUBMISSIONS * CHANGES).doesNotHaveDuplicates();
            assertThat(scenario.team().head()).isEqualTo(all.size());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void close_whenWorkWasAccepted_finishesIt() throws Exception {
        List<CompletionStage<IntakeResult>> results = new ArrayList<>();
        try (GroupCommit intake = new GroupCommit(scenario.intake(), new GroupCommit.Limits(1, 1, 1, Long.MAX_VALUE))) {
            for (int i = 0; i < CALLERS; i++) {
                results.add(intake.submit(scenario.tablet("tablet " + i).submission(1, visit("visit " + i))));
            }
        }

        assertThat(results).allSatisfy(result -> assertThat(result.toCompletableFuture())
                .isCompletedWithValueMatching(Judged.class::isInstance));
        assertThat(scenario.team().head()).isEqualTo(CALLERS);
    }

    @Test
    void submit_whenClosed_isRefused() {
        GroupCommit intake = new GroupCommit(scenario.intake(), GroupCommit.Limits.STANDARD);
        intake.close();

        CompletionStage<IntakeResult> result =
                intake.submit(scenario.tablet("A").submission(1, visit("visit")));

        assertThatThrownBy(() -> get(result)).hasCauseInstanceOf(BusyException.class);
    }

    @Test
    void submit_whenTheDatabaseFails_givesNoVerdictAndGoesOn() throws Exception {
        Tablet tablet = scenario.tablet("A");
        TeamIntake broken = scenario.intake();
        scenario.open("other");
        try (GroupCommit intake = new GroupCommit(broken, GroupCommit.Limits.STANDARD)) {
            CompletionStage<IntakeResult> first = intake.submit(tablet.submission(1, visit("visit")));
            CompletionStage<IntakeResult> second = intake.submit(tablet.submission(1, visit("visit")));

            assertThatThrownBy(() -> get(first)).hasCauseInstanceOf(StorageException.class);
            assertThatThrownBy(() -> get(second)).hasCauseInstanceOf(StorageException.class);
        }
    }

    @Test
    void declareGone_whenSubmittedBehindIt_isDoneFirst() throws Exception {
        Tablet tablet = scenario.tablet("A");
        try (GroupCommit intake = new GroupCommit(scenario.intake(), GroupCommit.Limits.STANDARD)) {
            CompletionStage<Void> gone = intake.declareGone(
                    TEAM,
                    tablet.id,
                    List.of(OrdinalRange.newBuilder().setFirst(1).setLast(2).build()));
            CompletionStage<IntakeResult> result = intake.submit(tablet.submission(3, visit("visit")));

            assertThat(get(result)).isInstanceOf(Judged.class);
            assertThat(gone.toCompletableFuture()).isCompleted();
        }
    }

    private static List<Long> handIn(Intake intake, Tablet tablet) throws Exception {
        List<Long> revisions = new ArrayList<>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            Change[] changes = new Change[CHANGES];
            for (int j = 0; j < CHANGES; j++) {
                changes[j] = visit(tablet.id + "/" + i + "/" + j);
            }
            Judged judged = (Judged) get(intake.submit(tablet.submission((long) i * CHANGES + 1, changes)));
            judged.changes()
                    .forEach(one -> revisions.add(one.verdict().getAccepted().getRevision()));
        }
        return revisions;
    }

    private static Change visit(String name) {
        Visit visit = Visit.newBuilder()
                .setVisitOn("2026-07-26")
                .setWorkplaceId(named("brewery").toString())
                .build();
        return edit("change of " + name, key(name, visit), visit);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
