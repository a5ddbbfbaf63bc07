package tsunagi.app.draft;

import android.os.Handler;
import android.os.Looper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tsunagi.app.work.Work;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;

/**
 * A draft that stands open on a screen. What is typed goes to disk as it is typed, field by field, without holding the
 * typing up: what comes while the disk is busy goes with the next write, and what could not be kept is tried again until
 * it could. To be used on the main thread.
 */
public final class OpenDraft {
    private static final long RETRY_AFTER_MS = 2_000;

    private final Tablet tablet;
    private final Draft draft;
    private final Work work;
    private final Consumer<Keeping> onKeeping;
    private final Handler main = new Handler(Looper.getMainLooper());
    private final Map<FieldPath, ByteString> typed = new LinkedHashMap<>();
    private boolean isWriting;

    /** How firmly what stands on the screen is kept. */
    public sealed interface Keeping {
        /** All of it is on disk. */
        record Kept() implements Keeping {}

        /** Some of it is on its way there. */
        record Writing() implements Keeping {}

        /** Some of it could not be written; it is tried again, and at once when more is typed. */
        record NotKept(RuntimeException why) implements Keeping {}
    }

    /** A draft on a screen that is told how firmly it is kept. */
    public OpenDraft(Tablet tablet, Draft draft, Work work, Consumer<Keeping> onKeeping) {
        this.tablet = tablet;
        this.draft = draft;
        this.work = work;
        this.onKeeping = onKeeping;
    }

    public Draft draft() {
        return draft;
    }

    /** Somebody begins to edit a field: what stands there now is what the edit is based on. */
    public void begin(FieldPath path) {
        work.run(
                () -> {
                    draft.begin(path);
                    return null;
                },
                done -> {},
                failure -> onKeeping.accept(new Keeping.NotKept(failure)));
    }

    /** Somebody edits a field that stood on the screen with this stamp: that is what the edit is based on. */
    public void begin(FieldPath path, Stamp seen) {
        work.run(
                () -> {
                    draft.begin(path, seen);
                    return null;
                },
                done -> {},
                failure -> onKeeping.accept(new Keeping.NotKept(failure)));
    }

    /** True when all that was entered so far is on disk, and this has been told. */
    public boolean isKept() {
        return typed.isEmpty() && !isWriting;
    }

    /** Enters every field that is set in the message. */
    public void set(Message values) {
        FieldValues.of(values).asMap().forEach(this::put);
        write();
    }

    /** Empties a field. */
    public void clear(FieldPath path) {
        put(path, ByteString.EMPTY);
        write();
    }

    /** Enters a field as its bytes on the wire, tag included. */
    public void set(FieldPath path, ByteString value) {
        put(path, value);
        write();
    }

    /** Does work with the draft once all that was typed is in it, beside the main thread. */
    public <T> void afterwards(Supplier<T> next, Consumer<T> done, Consumer<RuntimeException> failed) {
        Map<FieldPath, ByteString> last = takeTyped();
        work.run(
                () -> {
                    keep(last);
                    return next.get();
                },
                result -> {
                    kept();
                    done.accept(result);
                },
                failure -> {
                    putBack(last);
                    failed.accept(failure);
                });
    }

    private void put(FieldPath path, ByteString value) {
        typed.remove(path);
        typed.put(path, value);
    }

    private void write() {
        onKeeping.accept(new Keeping.Writing());
        if (!isWriting && !typed.isEmpty()) {
            isWriting = true;
            Map<FieldPath, ByteString> now = takeTyped();
            work.run(
                    () -> {
                        keep(now);
                        return null;
                    },
                    done -> {
                        isWriting = false;
                        kept();
                    },
                    failure -> {
                        isWriting = false;
                        putBack(now);
                        onKeeping.accept(new Keeping.NotKept(failure));
                        main.postDelayed(this::write, RETRY_AFTER_MS);
                    });
        }
    }

    private void kept() {
        if (typed.isEmpty()) {
            onKeeping.accept(new Keeping.Kept());
        } else {
            write();
        }
    }

    private void keep(Map<FieldPath, ByteString> fields) {
        tablet.together(() -> fields.forEach((path, value) -> {
            if (value.isEmpty()) {
                draft.clear(path);
            } else {
                draft.set(path, value);
            }
        }));
    }

    private Map<FieldPath, ByteString> takeTyped() {
        Map<FieldPath, ByteString> taken = new LinkedHashMap<>(typed);
        typed.clear();
        return taken;
    }

    /** What was typed since stays the later word. */
    private void putBack(Map<FieldPath, ByteString> fields) {
        fields.forEach(typed::putIfAbsent);
    }
}
