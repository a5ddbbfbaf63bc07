package tsunagi.trials.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagi.engine.sync.SyncResult;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.Verdict;

final class SyncRunTest {
    @Test
    void document_countsWhatTheServerSaid() {
        Verdict accepted =
                Verdict.newBuilder().setAccepted(Accepted.getDefaultInstance()).build();
        Verdict parked =
                Verdict.newBuilder().setParked(Parked.getDefaultInstance()).build();
        SyncRun run = new SyncRun(new SyncResult.UpToDate(), List.of(accepted, accepted, parked), 7, 1.234);

        JsonObject document = run.document();

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(document.get("up_to_date").getAsBoolean()).isTrue();
        assertThat(document.get("pushed").getAsInt()).isEqualTo(3);
        assertThat(document.get("accepted").getAsInt()).isEqualTo(2);
        assertThat(document.get("parked").getAsInt()).isEqualTo(1);
        assertThat(document.get("pulled").getAsInt()).isEqualTo(7);
        assertThat(document.get("seconds").getAsDouble()).isEqualTo(1.23);
    }

    @Test
    void exitCode_ofWhateverIsNotUpToDate_isNotZero() {
        assertSaid(new SyncResult.Unreachable("no route"), ExitCode.NOT_UP_TO_DATE, "unreachable", "no route");
        assertSaid(
                new SyncResult.Refused(FarewellReason.FAREWELL_REASON_VERSION, "too old"),
                ExitCode.NOT_UP_TO_DATE,
                "refused",
                "too old");
        assertSaid(new SyncResult.Revoked("lost"), ExitCode.NOT_ENROLLED, "revoked", "lost");
        assertSaid(new SyncResult.NotEnrolled("unknown"), ExitCode.NOT_ENROLLED, "not_enrolled", "unknown");
        assertSaid(new SyncResult.AlreadyRunning(), ExitCode.IN_USE, "already_running", "Another program");
        assertSaid(new SyncResult.Interrupted(), ExitCode.NOT_UP_TO_DATE, "interrupted", "nothing is lost");
    }

    private static void assertSaid(SyncResult result, ExitCode exitCode, String word, String said) {
        SyncRun run = new SyncRun(result, List.of(), 0, 0);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.document().get("up_to_date").getAsBoolean()).isFalse();
        assertThat(run.document().get("result").getAsString()).isEqualTo(word);
        assertThat(run.document().get("message").getAsString()).contains(said);
    }
}
