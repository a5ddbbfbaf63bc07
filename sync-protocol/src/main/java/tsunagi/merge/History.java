package tsunagi.merge;

import java.util.Optional;
import java.util.UUID;

/** What merging may ask about a team's past. Only the slow path asks: values that met without knowing of each other. */
public interface History {
    /** The accepted change with this id; empty when the server never took it in, or lost it in a restore. */
    Optional<PastChange> find(UUID changeId);

    /** True when this change was never heard of, or no trace of it is left since a restore: it is not even parked. */
    boolean isUnheardOf(UUID changeId);

    /** True when whatever this revision made is as every restored backup had it: nothing has moved it since. */
    boolean standsAsRestored(long revision);
}
