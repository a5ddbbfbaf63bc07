package tsunagi.app.visit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;

/**
 * A record with a draft over it, as it would be saved.
 *
 * @param values its fields with what was entered in their place
 * @param entered what was entered; a cleared field has no bytes
 */
record Edited<M extends Message>(
        Draft draft,
        RecordView view,
        SortedMap<FieldPath, ByteString> values,
        SortedMap<FieldPath, ByteString> entered,
        M message) {
    static <M extends Message> Edited<M> of(Tablet tablet, Draft draft, M prototype) {
        RecordView view = tablet.show(draft.key());
        SortedMap<FieldPath, ByteString> entered = draft.entered();
        SortedMap<FieldPath, ByteString> values = new TreeMap<>();
        view.state().fields().forEach((path, field) -> values.put(path, field.value()));
        values.putAll(entered);
        values.values().removeIf(ByteString::isEmpty);
        return new Edited<>(draft, view, Collections.unmodifiableSortedMap(values), entered, parse(values, prototype));
    }

    /** The draft about a record that was begun and not saved, or a new one. */
    static Draft draftOf(Tablet tablet, RecordKey key) {
        Optional<Draft> begun = begun(tablet, key);
        return begun.isPresent() ? begun.get() : tablet.edit(key);
    }

    static Optional<Draft> begun(Tablet tablet, RecordKey key) {
        for (DraftNote note : tablet.drafts()) {
            if (note.key().equals(key) && !note.corrects().isPresent()) {
                return tablet.resume(note.draftId());
            }
        }
        return Optional.empty();
    }

    static <M extends Message> M parse(SortedMap<FieldPath, ByteString> values, M prototype) {
        try {
            @SuppressWarnings("unchecked")
            M message = (M) prototype
                    .getParserForType()
                    .parseFrom(FieldValues.of(values).join());
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was entered does not parse as " + prototype.getClass(), e);
        }
    }

    RecordKey key() {
        return draft.key();
    }

    /** True while nobody saved it. */
    boolean isNew() {
        return !view.isAlive();
    }
}
