package tsunagi.app.visit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.app.draft.OpenDraft;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;

/**
 * The fields of a draft as they stand on the screen: what is entered counts here at once, and is on its way to disk. An
 * edit is based on what stood on the screen. To be used on the main thread.
 */
final class Form<M extends Message> {
    private final M prototype;
    private final Set<FieldPath> begun = new HashSet<>();
    private final SortedMap<FieldPath, ByteString> values = new TreeMap<>();
    private OpenDraft open;
    private RecordState seen;
    private M now;

    Form(M prototype) {
        this.prototype = prototype;
        this.now = prototype;
    }

    /** What was loaded stands on the screen from now on. */
    void show(OpenDraft draft, Edited<M> edited) {
        open = draft;
        seen = edited.view().state();
        begun.clear();
        begun.addAll(edited.entered().keySet());
        values.clear();
        values.putAll(edited.values());
        now = edited.message();
    }

    boolean isShown() {
        return open != null;
    }

    /** A record with nothing in it. */
    M prototype() {
        return prototype;
    }

    /** The record as it stands on the screen. */
    M now() {
        return now;
    }

    OpenDraft open() {
        return open;
    }

    /** Enters a text. */
    void text(int number, String typed) {
        if (typed.isEmpty()) {
            replace(number, prototype);
        } else {
            FieldDescriptor field = prototype.getDescriptorForType().findFieldByNumber(number);
            replace(number, prototype.newBuilderForType().setField(field, typed).build());
        }
    }

    /** Enters a field as it is in the message; empties it where the message has nothing there. */
    void replace(int number, Message with) {
        FieldPath path = FieldPath.field(number);
        ByteString value = FieldValues.of(with).get(path);
        begin(path);
        if (value.isEmpty()) {
            values.remove(path);
            open.clear(path);
        } else {
            values.put(path, value);
            open.set(path, value);
        }
        now = Edited.parse(values, prototype);
    }

    /** Enters the entries of maps that the message has. */
    void put(Message entries) {
        FieldValues.of(entries).asMap().forEach((path, value) -> {
            begin(path);
            values.put(path, value);
            open.set(path, value);
        });
        now = Edited.parse(values, prototype);
    }

    /** Takes an entry out of a map. */
    void remove(int number, String key) {
        FieldPath path = FieldPath.entry(number, key);
        begin(path);
        values.remove(path);
        open.clear(path);
        now = Edited.parse(values, prototype);
    }

    private void begin(FieldPath path) {
        if (begun.add(path)) {
            open.begin(path, seen.stampOf(path));
        }
    }
}
