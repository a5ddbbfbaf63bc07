package tsunagi.server.exchange;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tsunagi.server.intake.BusyException;

/** The steps of one exchange, one after the other. A step that throws is the last. Not thread-safe: called in turns. */
final class Steps {
    private final Executor turns;
    private final Runnable afterEach;
    private final Consumer<RuntimeException> broken;
    private boolean isOver;

    /**
     * Steps that follow each other.
     *
     * @param turns runs what comes from elsewhere in a turn of this exchange
     * @param afterEach whatever can be done after any step
     * @param broken is told why a step threw
     */
    Steps(Executor turns, Runnable afterEach, Consumer<RuntimeException> broken) {
        this.turns = turns;
        this.afterEach = afterEach;
        this.broken = broken;
    }

    /** Does this in the turn that goes on. */
    void now(Runnable work) {
        if (isOver) {
            return;
        }
        try {
            work.run();
            afterEach.run();
        } catch (RuntimeException e) {
            broken.accept(e);
        }
    }

    /** Does this in a turn of its own. Any thread may say so. */
    void later(Runnable work) {
        turns.execute(() -> now(work));
    }

    /** Goes on in a turn of its own once the work is done, or was not accepted. */
    <T> void whenDone(CompletionStage<T> work, Consumer<T> next, Runnable notAccepted) {
        work.whenCompleteAsync(
                (value, failure) -> now(() -> {
                    if (failure == null) {
                        next.accept(value);
                    } else if (cause(failure) instanceof BusyException) {
                        notAccepted.run();
                    } else {
                        throw new OutcomeUnknownException(cause(failure));
                    }
                }),
                turns);
    }

    /** No step follows. */
    void end() {
        isOver = true;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
