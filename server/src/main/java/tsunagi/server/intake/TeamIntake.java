package tsunagi.server.intake;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.OrdinalRange;

/** Takes changes of one team in, in one transaction: judges them, merges them, keeps them. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class TeamIntake {
    public TeamIntake(
            Database database, RecordSchemas schemas, ChangeReader reader, ErasureList erasures, Clock clock) {}

    /**
     * Takes submissions of one team in.
     *
     * @return what became of each, in their order
     * @throws tsunagi.server.storage.StorageException when nobody knows what became of them
     */
    public List<IntakeResult> take(List<Submission> oneTeam) {
        throw new UnsupportedOperationException();
    }

    /** Notes ordinals of a lane that its tablet no longer has, where the server lacks them too. */
    public void declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
        throw new UnsupportedOperationException();
    }

    /** Takes in again what was withdrawn or destroyed and what this copy of the database lacks; before the server opens. */
    public void applyErasures() {
        throw new UnsupportedOperationException();
    }
}
