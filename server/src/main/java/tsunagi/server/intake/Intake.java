package tsunagi.server.intake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import tsunagi.sync.v1.OrdinalRange;

/**
 * Takes changes in. A stage that fails means that nobody knows what became of the submission: no verdict may be given,
 * the device asks again.
 */
public interface Intake {
    CompletionStage<IntakeResult> submit(Submission submission);

    /** Notes ordinals of a lane that its tablet no longer has, where the server lacks them too. */
    CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone);
}
