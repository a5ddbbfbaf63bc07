package tsunagi.app.workshop;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.app.draft.OpenDraft;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.records.v1.Workshop;

/**
 * A workshop that is being written: what is entered goes to disk at once, and stands here as it would be saved. What a new
 * one begins with goes along with the first thing somebody enters. On the main thread.
 */
final class WorkshopDraft {
    private final OpenDraft open;
    private Workshop now;
    private Workshop beginsWith;

    WorkshopDraft(OpenDraft open, Workshop now, Workshop beginsWith) {
        this.open = open;
        this.now = now.toBuilder().mergeFrom(beginsWith).build();
        this.beginsWith = beginsWith;
    }

    OpenDraft open() {
        return open;
    }

    /** It as it would be saved. */
    Workshop now() {
        return now;
    }

    /** Enters what a new one begins with, if nobody entered anything. */
    void begin() {
        if (!beginsWith.equals(Workshop.getDefaultInstance())) {
            Message first = beginsWith;
            beginsWith = Workshop.getDefaultInstance();
            open.set(first);
        }
    }

    /** Enters fields and entries, and what the workshop is with them. */
    void set(Workshop fields, Workshop with) {
        begin();
        now = with;
        open.set(fields);
    }

    /** Enters one field or entry that stands alone. */
    void set(Workshop field) {
        set(field, now.toBuilder().mergeFrom(field).build());
    }

    /** Empties a field, or takes an entry out. */
    void clear(FieldPath path, Workshop with) {
        begin();
        now = with;
        open.clear(path);
    }

    /** Takes an entry of a map out. */
    void remove(int field, String key) {
        FieldPath path = FieldPath.entry(field, key);
        clear(path, without(path));
    }

    private Workshop without(FieldPath path) {
        SortedMap<FieldPath, ByteString> fields =
                new TreeMap<>(FieldValues.of(now).asMap());
        fields.remove(path);
        try {
            return Workshop.parseFrom(FieldValues.of(fields).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a workshop that does not parse", e);
        }
    }

    void text(int field, String typed) {
        var descriptor = Workshop.getDescriptor().findFieldByNumber(field);
        if (!now.getField(descriptor).equals(typed)) {
            if (typed.isEmpty()) {
                clear(
                        FieldPath.field(field),
                        now.toBuilder().clearField(descriptor).build());
            } else {
                set(Workshop.newBuilder().setField(descriptor, typed).build());
            }
        }
    }
}
