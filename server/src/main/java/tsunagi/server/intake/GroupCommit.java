package tsunagi.server.intake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tsunagi.sync.v1.OrdinalRange;

/**
 * Brings the work of many callers into few transactions: whatever waits for one team goes in together. Bounded and
 * fair between teams and devices. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class GroupCommit implements Intake, AutoCloseable {
    /**
     * How much may wait.
     *
     * @param writers how many teams may be written at the same time; 1 on SQLite
     * @param groupChanges how many changes one transaction takes at most
     * @param waitingBytes how much may wait in all; what comes beyond is refused
     */
    public record Limits(int writers, int groupChanges, long waitingBytes) {
        public static final Limits STANDARD = new Limits(1, 1000, 64L * 1024 * 1024);
    }

    public GroupCommit(TeamIntake intake, Limits limits) {}

    /** Fails with {@link BusyException} when too much waits already, and after {@link #close}. */
    @Override
    public CompletionStage<IntakeResult> submit(Submission submission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
        throw new UnsupportedOperationException();
    }

    /** Takes nothing more, finishes what was accepted, and returns when it is done. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
