package tsunagi.engine.form;

import java.util.UUID;
import tsunagi.records.v1.FormVersion;

/**
 * A form version that a team published, as this tablet has it.
 *
 * @param isComplete whether the form and all files it reads are here, so that it can be filled in without a signal
 */
public record FormHere(UUID teamId, UUID formVersionId, FormVersion version, boolean isComplete) {
    /** True when new rounds do not take it any more. */
    public boolean isRetired() {
        return version.hasRetiredOn();
    }
}
