package tsunagi.engine.sync;

import java.util.Optional;

/** Admits one synchronizer at a time, whatever programs run on this tablet. */
public interface SyncLock {
    /** Holds the lock until closed; empty when somebody else holds it. */
    Optional<Hold> tryHold();

    /** The lock, held. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
