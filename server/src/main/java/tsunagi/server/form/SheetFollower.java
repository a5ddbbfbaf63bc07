package tsunagi.server.form;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks sheets behind the plain tables, on a thread of its own: while others want to write it does nothing, and it rests
 * as long as it worked.
 */
public final class SheetFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SheetFollower.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final SheetChecks checks;
    private final BooleanSupplier isIntakeBusy;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "sheet-checks");

    public SheetFollower(SheetChecks checks, BooleanSupplier isIntakeBusy) {
        this.checks = checks;
        this.isIntakeBusy = isIntakeBusy;
    }

    /** Begins; the plain tables have to be there. */
    public void start() {
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration rest = INTERVAL;
        while (!isClosingAfter(rest)) {
            long startNs = System.nanoTime();
            boolean isMoreLeft = !isIntakeBusy.getAsBoolean() && checkSome();
            rest = isMoreLeft ? Duration.ofNanos(System.nanoTime() - startNs) : INTERVAL;
        }
    }

    private boolean checkSome() {
        try {
            return checks.checkSome();
        } catch (RuntimeException e) {
            LOG.warn("sheets could not be checked against their forms; it is tried again", e);
            return false;
        }
    }

    private boolean isClosingAfter(Duration rest) {
        try {
            return closing.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
