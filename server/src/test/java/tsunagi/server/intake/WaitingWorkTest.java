package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsunagi.server.intake.IntakeScenario.named;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tsunagi.sync.v1.Change;

/** Whose turn it is. */
class WaitingWorkTest {
    private static final long BYTES_MAX = 100;
    private static final int GROUP_CHANGES_MAX = 10;

    private final WaitingWork waiting = new WaitingWork(BYTES_MAX, GROUP_CHANGES_MAX);

    @Test
    void next_whenSeveralDevicesOfATeamWait_takesFromThemInTurnAndInTheirOrder() throws Exception {
        waiting.add(job("sake", "greedy", 1));
        waiting.add(job("sake", "greedy", 2));
        waiting.add(job("sake", "greedy", 3));
        waiting.add(job("sake", "modest", 1));

        assertThat(next()).containsExactly("greedy 1", "modest 1", "greedy 2", "greedy 3");
    }

    @Test
    void next_whenSeveralTeamsWait_takesThemInTurn() throws Exception {
        waiting.add(job("sake", "A", 1, GROUP_CHANGES_MAX));
        waiting.add(job("sake", "A", 2, GROUP_CHANGES_MAX));
        waiting.add(job("city", "B", 1));

        WaitingWork.Group first = waiting.next().orElseThrow();
        waiting.done(first);

        assertThat(first.teamId()).isEqualTo(named("sake"));
        assertThat(waiting.next().orElseThrow().teamId()).isEqualTo(named("city"));
    }

    @Test
    void next_whenAGroupIsFull_leavesTheRest() throws Exception {
        waiting.add(job("sake", "A", 1, 6));
        waiting.add(job("sake", "B", 1, 6));

        assertThat(next()).containsExactly("A 1");
        assertThat(next()).containsExactly("B 1");
    }

    @Test
    void next_whenATeamIsBeingWritten_leavesItAlone() throws Exception {
        waiting.add(job("sake", "A", 1));
        WaitingWork.Group first = waiting.next().orElseThrow();
        waiting.add(job("sake", "A", 2));
        waiting.add(job("city", "B", 1));

        assertThat(next()).containsExactly("B 1");
        waiting.done(first);
        assertThat(next()).containsExactly("A 2");
    }

    @Test
    void next_whenOrdinalsAreDeclaredGone_keepsTheOrderOfItsDevice() throws Exception {
        waiting.add(job("sake", "A", 1));
        Job gone = new Job.DeclareGone(named("sake"), named("A"), List.of(), new CompletableFuture<>());
        waiting.add(gone);
        waiting.add(job("sake", "A", 3));

        assertThat(next()).containsExactly("A 1");
        WaitingWork.Group second = waiting.next().orElseThrow();
        assertThat(second.jobs()).containsExactly(gone);
        waiting.done(second);
        assertThat(next()).containsExactly("A 3");
    }

    @Test
    void next_whenClosedAndEmpty_isEmpty() throws Exception {
        waiting.add(job("sake", "A", 1));
        waiting.close();

        assertThat(next()).containsExactly("A 1");
        assertThat(waiting.next()).isEmpty();
    }

    @Test
    void add_whenTooMuchWaits_refusesUntilSomeOfItIsDone() throws Exception {
        waiting.add(sized("A", BYTES_MAX));

        assertThatThrownBy(() -> waiting.add(sized("B", 1))).isInstanceOf(BusyException.class);
        WaitingWork.Group group = waiting.next().orElseThrow();
        assertThatThrownBy(() -> waiting.add(sized("B", 1))).isInstanceOf(BusyException.class);
        waiting.done(group);
        waiting.add(sized("B", 1));
    }

    @Test
    void add_whenNothingElseWaits_letsInWhateverItsSize() {
        waiting.add(sized("A", BYTES_MAX + 1));
    }

    @Test
    void add_whenClosed_refuses() {
        waiting.close();

        assertThatThrownBy(() -> waiting.add(job("sake", "A", 1))).isInstanceOf(BusyException.class);
    }

    private List<String> next() throws InterruptedException {
        WaitingWork.Group group = waiting.next().orElseThrow();
        waiting.done(group);
        return group.jobs().stream()
                .map(job -> (Job.Take) job)
                .map(job -> nameOf(job.deviceId()) + " " + job.submission().firstOrdinal())
                .toList();
    }

    private static String nameOf(UUID deviceId) {
        return List.of("greedy", "modest", "A", "B").stream()
                .filter(name -> named(name).equals(deviceId))
                .findFirst()
                .orElseThrow();
    }

    private static Job job(String team, String device, int ordinal) {
        return job(team, device, ordinal, 1);
    }

    private static Job job(String team, String device, int ordinal, int changes) {
        return Job.Take.of(new Submission(
                named(team),
                named(device),
                named(device),
                IntakeScenario.rightClock(),
                ordinal,
                Collections.nCopies(changes, Change.getDefaultInstance())));
    }

    private static Job sized(String device, long sizeBytes) {
        Job.Take job = (Job.Take) job("sake", device, 1);
        return new Job.Take(job.submission(), sizeBytes, job.result());
    }
}
