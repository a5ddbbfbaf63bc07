package tsunagi.engine.sync;

import java.util.Random;

/** How long to wait before the next try: twice as long after each failure, anywhere within, so that tablets spread. */
final class Backoff {
    static final long DELAY_FIRST_MS = 1_000;
    static final long DELAY_MAX_MS = 60_000;

    private final Random random;

    Backoff(Random random) {
        this.random = random;
    }

    /**
     * The delay before another try.
     *
     * @param failures how many tries have failed in a row; at least 1
     */
    long delayMs(int failures) {
        long longest = Math.min(DELAY_MAX_MS, DELAY_FIRST_MS << Math.min(failures - 1, 16));
        // Never less than half, or a crowd that failed together would not thin out.
        long least = longest / 2;
        return least + random.nextInt((int) least + 1);
    }
}
