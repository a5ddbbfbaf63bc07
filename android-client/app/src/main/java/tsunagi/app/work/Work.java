package tsunagi.app.work;

import android.os.Handler;
import android.os.Looper;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What screens have done beside the main thread, one thing after the other: what is typed is on disk in the order in
 * which it was typed, and what is read afterwards holds it.
 */
public final class Work {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "work"));
    private final Handler main = new Handler(Looper.getMainLooper());
    private final AtomicInteger underway = new AtomicInteger();

    /** Does work, then hands its result, or what went wrong, to the main thread. */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        underway.incrementAndGet();
        try {
            worker.execute(() -> {
                Runnable ending = runToEnd(work, done, failed);
                main.post(() -> {
                    underway.decrementAndGet();
                    ending.run();
                });
            });
        } catch (RejectedExecutionException closed) {
            underway.decrementAndGet();
        }
    }

    private static <T> Runnable runToEnd(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        try {
            T result = work.get();
            return () -> done.accept(result);
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
        }
    }

    /** True when nothing is being done and nothing waits. */
    public boolean isIdle() {
        return underway.get() == 0;
    }

    /** Takes no more work; what was handed over is still done. */
    public void close() {
        worker.shutdown();
    }
}
