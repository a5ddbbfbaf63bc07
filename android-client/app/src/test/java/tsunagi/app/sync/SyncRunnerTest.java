package tsunagi.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.job.JobScheduler;
import android.database.sqlite.SQLiteFullException;
import android.os.Looper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Said;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.today.TodayActivity;
import tsunagi.engine.storage.StorageException;
import tsunagi.engine.sync.SyncResult;
import tsunagi.sync.v1.FarewellReason;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class SyncRunnerTest {
    private final List<SyncOutcome> told = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private Optional<SyncRunner> runner = Optional.empty();

    @After
    public void close() {
        runner.ifPresent(SyncRunner::close);
    }

    @Test
    public void start_whenTheServerWantsAnotherVersion_saysWhomToAsk() {
        start(() -> new SyncResult.Refused(FarewellReason.FAREWELL_REASON_VERSION, "too old"));
        awaitIdle();

        assertThat(told).containsExactly(SyncOutcome.OTHER_VERSION);
        assertThat(Stage.parts().settings().lastSync()).isEqualTo(SyncOutcome.OTHER_VERSION);
        TodayActivity today = Stage.open(TodayActivity.class).get();
        Stage.draw(today, "sync-line-other-version");
        assertThat(SyncLine.of(Stage.parts()).standing()).isEqualTo(SyncLine.Standing.WANTED);
    }

    @Test
    public void line_whileASyncRuns_saysWhatGoesAndWhatCame() {
        Brewery.onTablet().workplace();
        TodayActivity today = Stage.open(TodayActivity.class).get();
        SyncLineView line = today.findViewById(R.id.sync_line);
        line.show(
                SyncLine.of(Stage.parts()),
                new SyncState.Running(2, 34),
                Stage.parts().today());
        Stage.draw(today, "sync-line-running");

        assertThat(Said.within(line)).contains("送信中… 残り 2 件", "記録 2 件");
        assertThat(line.findViewById(R.id.sync_line_progress).isShown()).isTrue();
    }

    @Test
    public void start_whenTheDiskIsFull_saysHowToMakeRoom() {
        start(() -> {
            throw new StorageException("cannot store", new SQLiteFullException());
        });
        awaitIdle();

        assertThat(told).containsExactly(SyncOutcome.DISK_FULL);
    }

    @Test
    public void start_whenOneIsUnderWay_joinsIt() {
        CountDownLatch go = new CountDownLatch(1);
        start(() -> {
            await(go);
            return new SyncResult.UpToDate();
        });
        runner.get().start(told::add);
        go.countDown();
        awaitIdle();

        assertThat(runs).hasValue(1);
        assertThat(told).containsExactly(SyncOutcome.UP_TO_DATE, SyncOutcome.UP_TO_DATE);
    }

    @Test
    public void stop_whenOneIsUnderWay_endsItAndLeavesTheNextAlone() {
        CountDownLatch begun = new CountDownLatch(1);
        start(() -> {
            begun.countDown();
            if (runs.get() == 1) {
                await(new CountDownLatch(1));
            }
            return Thread.currentThread().isInterrupted() ? new SyncResult.Interrupted() : new SyncResult.UpToDate();
        });
        await(begun);
        runner.get().stop();
        awaitIdle();
        runner.get().start(told::add);
        awaitIdle();

        assertThat(told).containsExactly(SyncOutcome.INTERRUPTED, SyncOutcome.UP_TO_DATE);
    }

    @Test
    public void save_whenSomethingIsSaved_asksForASyncSoonAndRegularOnesGoOn() {
        Brewery.onTablet().workplace();

        JobScheduler jobs = Stage.app().getSystemService(JobScheduler.class);
        assertThat(jobs.getPendingJob(SyncJob.SOON).getRequiredNetwork()).isNotNull();
        assertThat(jobs.getPendingJob(SyncJob.REGULAR).isPeriodic()).isTrue();
        assertThat(jobs.getPendingJob(SyncJob.REGULAR).isPersisted()).isTrue();
    }

    @Test
    public void job_whenItDoesNotPassByItself_isNotTriedOverAndOver() {
        assertThat(SyncJob.isWorthAnotherTry(SyncOutcome.UNREACHABLE)).isTrue();
        assertThat(SyncJob.isWorthAnotherTry(SyncOutcome.REVOKED)).isFalse();
        assertThat(SyncJob.isWorthAnotherTry(SyncOutcome.OTHER_CERTIFICATE)).isFalse();
    }

    @Test
    public void outbox_whenNothingWasEverSynced_isQuickToOpenAndSaysSo() {
        Brewery brewery = Brewery.onTablet();
        brewery.workers(brewery.workplace(), 30);

        OutboxActivity outbox = Stage.open(OutboxActivity.class).get();

        Stage.draw(outbox, "outbox-waiting-many");
        assertThat(SyncLine.of(Stage.parts()).waiting()).isEqualTo(32);
    }

    private void start(Supplier<SyncResult> result) {
        SyncRunner made = new SyncRunner(Stage.parts(), new SyncWay() {
            @Override
            public Optional<SyncOutcome> hindrance() {
                return Optional.empty();
            }

            @Override
            public SyncResult synchronize() {
                runs.incrementAndGet();
                return result.get();
            }
        });
        runner = Optional.of(made);
        made.start(told::add);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitIdle() {
        while (!runner.get().isIdle()) {
            Shadows.shadowOf(Looper.getMainLooper()).idle();
            Thread.onSpinWait();
        }
    }
}
