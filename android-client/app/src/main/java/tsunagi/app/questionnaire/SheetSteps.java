package tsunagi.app.questionnaire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagi.app.work.Work;
import tsunagi.records.v1.Answer;

/**
 * Takes steps through a sheet beside the main thread, in the order they were asked for, each after what was typed before it.
 * What could not be kept is tried again when somebody says so. For the main thread.
 */
final class SheetSteps {
    /** Where the steps are seen. */
    interface Sight {
        /** The sheet as it stands now. */
        void show(FillState state);

        /** All that came so far is on disk. */
        void kept();

        /** Some of it is not. */
        void notKept(RuntimeException failure, Runnable again);

        /** A step was taken, and what came of it was seen. */
        void taken();
    }

    private final SheetWalk walk;
    private final Work work;
    private final Sight sight;
    private final Map<String, Answer> typed = new LinkedHashMap<>();
    private int underway;
    private boolean isTypedWriting;
    private boolean isOver;

    SheetSteps(SheetWalk walk, Work work, Sight sight) {
        this.walk = walk;
        this.work = work;
        this.sight = sight;
    }

    boolean isUnderway() {
        return underway > 0;
    }

    /** What comes of steps that are still underway is no longer looked at. */
    void end() {
        isOver = true;
    }

    /** Takes a step and shows what comes of it. */
    void take(Function<SheetWalk, FillState> step) {
        take(step, sight::show);
    }

    /** Takes a step and goes on with what comes of it. */
    <T> void take(Function<SheetWalk, T> step, Consumer<T> then) {
        Map<String, Answer> last = takeTyped();
        underway++;
        work.run(
                () -> {
                    walk.type(last);
                    return step.apply(walk);
                },
                result -> {
                    underway--;
                    sight.kept();
                    if (!isOver) {
                        then.accept(result);
                        sight.taken();
                    }
                },
                failure -> {
                    underway--;
                    putBack(last);
                    sight.notKept(failure, () -> take(step, then));
                });
    }

    /** Keeps what is being typed. */
    void type(String path, Answer answer) {
        typed.put(path, answer);
        writeTyped();
    }

    /** What was typed last is not wanted any more. */
    void untype(String path) {
        typed.remove(path);
    }

    /** Nothing of what was typed last is wanted any more. */
    void untype() {
        typed.clear();
    }

    /** Writes what was typed and is not on disk yet; what comes meanwhile goes with the next write. */
    void writeTyped() {
        if (!isTypedWriting && !typed.isEmpty()) {
            isTypedWriting = true;
            Map<String, Answer> now = takeTyped();
            work.run(
                    () -> walk.type(now),
                    after -> {
                        isTypedWriting = false;
                        if (!isOver) {
                            sight.kept();
                            sight.show(after);
                            writeTyped();
                        }
                    },
                    failure -> {
                        isTypedWriting = false;
                        putBack(now);
                        sight.notKept(failure, this::writeTyped);
                    });
        }
    }

    private Map<String, Answer> takeTyped() {
        Map<String, Answer> taken = new LinkedHashMap<>(typed);
        typed.clear();
        return taken;
    }

    /** What was typed since stays the later word. */
    private void putBack(Map<String, Answer> answers) {
        answers.forEach(typed::putIfAbsent);
    }
}
