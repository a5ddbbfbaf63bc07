package tsunagi.server;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagi.server.storage.Rounds;

/**
 * Does what follows the records and nobody waits for, on a thread of its own: while others want to write it does nothing,
 * and it rests as long as it worked.
 */
final class QuietWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuietWork.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final List<BooleanSupplier> works;
    private final BooleanSupplier isIntakeBusy;
    private final Rounds rounds = new Rounds("quiet-work", INTERVAL, this::round);

    /** Each work does a part of itself when it is called, and says whether there was any. */
    QuietWork(List<BooleanSupplier> works, BooleanSupplier isIntakeBusy) {
        this.works = works;
        this.isIntakeBusy = isIntakeBusy;
    }

    /** Begins; the plain tables have to be there. */
    void start() {
        rounds.start();
    }

    @Override
    public void close() {
        rounds.close();
    }

    private Duration round() {
        long startNs = System.nanoTime();
        boolean isMoreLeft = false;
        for (BooleanSupplier work : works) {
            isMoreLeft |= !isIntakeBusy.getAsBoolean() && did(work);
        }
        return isMoreLeft ? Duration.ofNanos(System.nanoTime() - startNs) : INTERVAL;
    }

    private static boolean did(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("what follows the records failed; it is tried again", e);
            return false;
        }
    }
}
