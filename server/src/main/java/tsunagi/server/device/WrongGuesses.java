package tsunagi.server.device;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts wrong one-time codes or passwords of the current minute, by who asks and in all, so that none can be found by trying.
 * Thread-safe.
 */
public final class WrongGuesses {
    static final int MAX_PER_CALLER = 10;
    static final int MAX_IN_ALL = 300;
    private static final long WINDOW_MS = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private long window;
    private int inAll;

    public WrongGuesses(Clock clock) {
        this.clock = clock;
    }

    /** True when this caller, or all callers together, guessed wrong too often to be heard in this minute. */
    public synchronized boolean areTooMany(String caller) {
        turnWindow();
        return inAll >= MAX_IN_ALL || byCaller.getOrDefault(caller, 0) >= MAX_PER_CALLER;
    }

    public synchronized void add(String caller) {
        turnWindow();
        inAll++;
        byCaller.merge(caller, 1, Integer::sum);
    }

    private void turnWindow() {
        long now = clock.millis() / WINDOW_MS;
        if (now != window) {
            window = now;
            inAll = 0;
            byCaller.clear();
        }
    }
}
