package tsunagi.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.named;
import static tsunagi.engine.tablet.TabletFixture.visit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.sync.Enroller.Answer;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.FarewellReason;

class SynchronizerTest {
    @TempDir
    Path directory;

    private final List<Long> slept = new ArrayList<>();
    private final Deque<UUID> newIds = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<UUID> renewalsAsked = new ArrayList<>();
    private TabletFixture fixture;
    private Tablet tablet;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Synchronizer synchronizer(ServerLink link) {
        Enroller enroller = id -> {
            renewalsAsked.add(id);
            return answers.remove();
        };
        return new Synchronizer(
                tablet,
                "test",
                link,
                new FakeFileServer(),
                FileAllowance.ALWAYS,
                new Renewal(tablet, enroller, newIds::remove),
                new FileSyncLock(directory.resolve("lock")),
                slept::add,
                new Random(7));
    }

    @Test
    void synchronize_whenAnotherServerAnswers_saysSoAndDoesNotTryAgain() {
        SyncResult result = run(ends(new ExchangeEnd.OtherServer("another fingerprint")));

        assertThat(result).isEqualTo(new SyncResult.OtherCertificate("another fingerprint"));
        assertThat(slept).isEmpty();
    }

    private SyncResult run(ServerLink link) {
        return synchronizer(link).synchronize();
    }

    /** Exchanges that end like this, one after the other. */
    private static ServerLink ends(ExchangeEnd... ends) {
        Deque<ExchangeEnd> left = new ArrayDeque<>(Arrays.asList(ends));
        return exchange -> left.remove();
    }

    private static ExchangeEnd dismissed(FarewellReason reason) {
        return new ExchangeEnd.Dismissed(Heard.farewell(reason));
    }

    private void save(String name) {
        tablet.save(
                tablet.edit(visit(name)).set(Visit.newBuilder().setNeeds("a").build()), NURSE);
    }

    @Test
    void synchronize_whenTheServerAnswers_getsUpToDateAndNotesIt() {
        save("v");
        MiniServer server = new MiniServer();

        SyncResult result = run(exchange -> Exchanging.over(exchange, server, Integer.MAX_VALUE));

        assertThat(result).isEqualTo(new SyncResult.UpToDate());
        assertThat(tablet.status().tally().safe()).isEqualTo(1);
        assertThat(tablet.status().lastSync().get().upToDateAtMs()).isPresent();
        assertThat(slept).isEmpty();
    }

    @Test
    void synchronize_whenNobodyAnswers_waitsLongerEachTimeAndGivesUp() {
        ServerLink link = exchange -> new ExchangeEnd.Broken("no signal");

        assertThat(run(link)).isEqualTo(new SyncResult.Unreachable("no signal"));

        assertThat(slept).hasSize(4);
        for (int i = 0; i < slept.size(); i++) {
            long longest = Backoff.DELAY_FIRST_MS << i;
            assertThat(slept.get(i)).isBetween(longest / 2, longest);
        }
        assertThat(tablet.status().lastSync().get().upToDateAtMs()).isEmpty();
        assertThat(tablet.status().lastSync().get().result()).contains("no signal");
    }

    @Test
    void synchronize_whenEachLineGainsSomething_neverWaits() {
        for (int i = 0; i < 20; i++) {
            save("v" + i);
        }
        MiniServer server = new MiniServer();

        // Welcome and one message more, then the line breaks: again and again.
        SyncResult result = run(exchange -> Exchanging.over(exchange, server, 5));

        assertThat(result).isEqualTo(new SyncResult.UpToDate());
        assertThat(slept).allSatisfy(delay -> assertThat(delay).isZero());
    }

    @Test
    void synchronize_afterALineBroke_sendsLessAheadOnTheNext() {
        for (int i = 0; i < 200; i++) {
            save("v" + i);
        }
        List<TestLine> lines = new ArrayList<>();
        MiniServer server = new MiniServer();

        run(exchange -> Exchanging.over(
                line -> {
                    lines.add((TestLine) line);
                    return exchange.apply(line);
                },
                server,
                lines.isEmpty() ? 1 : Integer.MAX_VALUE));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).batches().get(0).getSerializedSize()).isGreaterThan(BatchSize.BYTES_AFTER_A_BREAK);
        assertThat(lines.get(1).batches().get(0).getSerializedSize())
                .isLessThanOrEqualTo(BatchSize.BYTES_AFTER_A_BREAK);
    }

    @Test
    void synchronize_whenTheServerIsBusy_waitsAsLongAsItAsks() {
        ExchangeEnd busy = new ExchangeEnd.Dismissed(Heard.farewell(FarewellReason.FAREWELL_REASON_BUSY).toBuilder()
                .setRetryAfterMs(5_000)
                .build());

        assertThat(run(ends(busy, new ExchangeEnd.UpToDate()))).isEqualTo(new SyncResult.UpToDate());
        assertThat(slept).containsExactly(5_000L);
    }

    @Test
    void synchronize_whenTryingAgainWillNotHelp_stopsAtOnce() {
        assertThat(run(ends(dismissed(FarewellReason.FAREWELL_REASON_VERSION))))
                .isEqualTo(new SyncResult.Refused(FarewellReason.FAREWELL_REASON_VERSION, "bye"));
        assertThat(run(ends(new ExchangeEnd.NotLetIn(false, "who?")))).isEqualTo(new SyncResult.NotEnrolled("who?"));
        assertThat(slept).isEmpty();
    }

    @Test
    void synchronize_whenTheServerForgotTheDevice_keepsEverything() {
        save("v");
        Exchanging.untilUpToDate(tablet, new MiniServer());

        assertThat(run(ends(dismissed(FarewellReason.FAREWELL_REASON_UNKNOWN_DEVICE))))
                .isEqualTo(new SyncResult.NotEnrolled("bye"));

        assertThat(tablet.replica().all(TEAM)).hasSize(1);
        assertThat(tablet.saved()).hasSize(1);
    }

    @Test
    void synchronize_whenTheDeviceIsRevoked_dropsTheReplicaAndKeepsTheOutbox() {
        save("v");
        Exchanging.untilUpToDate(tablet, new MiniServer());
        save("unsent");

        assertThat(run(ends(dismissed(FarewellReason.FAREWELL_REASON_REVOKED))))
                .isEqualTo(new SyncResult.Revoked("bye"));

        assertThat(tablet.replica().all(TEAM)).isEmpty();
        assertThat(tablet.saved()).hasSize(2);
        assertThat(tablet.status().tally().waiting()).isEqualTo(1);
    }

    @Test
    void synchronize_whenTheTabletWasCopied_renewsItAndGoesOn() {
        save("v");
        UUID old = tablet.device().id();
        newIds.addAll(Arrays.asList(named("unsuitable"), named("renewed")));
        answers.addAll(Arrays.asList(Answer.UNSUITABLE, Answer.RENEWED));

        assertThat(run(ends(new ExchangeEnd.Cloned(), new ExchangeEnd.UpToDate())))
                .isEqualTo(new SyncResult.UpToDate());

        assertThat(tablet.device().id()).isEqualTo(named("renewed")).isNotEqualTo(old);
        assertThat(tablet.saved()).extracting(SavedChange::originDeviceId).containsExactly(named("renewed"));
        assertThat(tablet.device().nextId()).isEmpty();
    }

    @Test
    void renew_whenTheAnswerIsLost_asksAgainWithTheSameId() throws InterruptedException {
        newIds.add(named("renewed"));
        answers.addAll(Arrays.asList(Answer.NO_ANSWER, Answer.RENEWED));
        Enroller enroller = id -> {
            renewalsAsked.add(id);
            return answers.remove();
        };

        assertThat(new Renewal(tablet, enroller, newIds::remove).renew()).isFalse();
        tablet = fixture.open("a");
        assertThat(new Renewal(tablet, enroller, newIds::remove).renew()).isTrue();

        assertThat(renewalsAsked).containsExactly(named("renewed"), named("renewed"));
    }

    @Test
    void synchronize_whenExchangesOnlyStartAgain_givesUpForNow() {
        ServerLink link = exchange -> new ExchangeEnd.StartAgain("odd");

        assertThat(run(link)).isEqualTo(new SyncResult.Unreachable("odd"));
    }

    @Test
    void synchronize_whenAnotherIsAtIt_letsItBe() {
        List<SyncResult> inner = new ArrayList<>();
        ServerLink link = new ServerLink() {
            @Override
            public ExchangeEnd run(Function<Line, TabletExchange> exchange) {
                inner.add(synchronizer(ends()).synchronize());
                return new ExchangeEnd.UpToDate();
            }
        };

        assertThat(run(link)).isEqualTo(new SyncResult.UpToDate());
        assertThat(inner).containsExactly(new SyncResult.AlreadyRunning());
        Optional<SyncLock.Hold> free = new FileSyncLock(directory.resolve("lock")).tryHold();
        assertThat(free).isPresent();
        free.get().close();
    }

    @Test
    void synchronize_whenTheProgramIsAskedToStop_stops() {
        ServerLink link = exchange -> {
            throw new InterruptedException();
        };

        assertThat(run(link)).isEqualTo(new SyncResult.Interrupted());
        assertThat(Thread.interrupted()).isTrue();
    }
}
