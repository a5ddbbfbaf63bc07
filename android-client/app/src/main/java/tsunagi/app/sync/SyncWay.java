package tsunagi.app.sync;

import java.util.Optional;
import tsunagi.engine.sync.SyncResult;

/** How this tablet and its server are brought to the same state. */
public interface SyncWay {
    /** Why it makes no sense to try now; empty when it does. */
    Optional<SyncOutcome> hindrance();

    /** Synchronizes. Blocks, until its thread is interrupted at the latest. */
    SyncResult synchronize();
}
