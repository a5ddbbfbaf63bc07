package tsunagi.engine.sync;

/** Waits, really or in a test's time. */
@FunctionalInterface
public interface Sleeper {
    void sleep(long durationMs) throws InterruptedException;
}
