package tsunagi.engine.draft;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.draft.DraftStore.Begun;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.rules.Problem;
import tsunagi.rules.Rules;

/**
 * What somebody types about one record and has not saved: on disk field by field, each with the stamp of the value that
 * stood there when editing of that field began.
 */
public final class Draft {
    private final DraftNote note;
    private final DraftStore store;
    private final Records records;
    private final Input input;
    private final TabletClock clock;
    private boolean isNew;

    /**
     * A draft.
     *
     * @param isNew true while nothing of it need be on disk, since nothing was entered yet
     */
    Draft(DraftNote note, boolean isNew, DraftStore store, Records records, Input input, TabletClock clock) {
        this.note = note;
        this.isNew = isNew;
        this.store = store;
        this.records = records;
        this.input = input;
        this.clock = clock;
    }

    public UUID id() {
        return note.draftId();
    }

    public RecordKey key() {
        return note.key();
    }

    /** The parked change this one is to take the place of. */
    public Optional<UUID> corrects() {
        return note.corrects();
    }

    /** Somebody begins to edit a field: what they see there now is what their edit is based on. */
    public void begin(FieldPath path) {
        begin(path, stampInView(path));
    }

    /** Somebody begins to edit a value with this stamp, such as one of the candidates of a conflict. */
    public void begin(FieldPath path, Stamp seen) {
        if (!store.fields(id()).containsKey(path)) {
            put(path, new Begun(seen, Optional.empty()));
        }
    }

    /** Enters every field that is set in the message; others stay as they are. */
    public Draft set(Message values) {
        return set(input.valuesOf(values));
    }

    public Draft set(FieldValues values) {
        return store.together(() -> {
            values.asMap().forEach(this::set);
            return this;
        });
    }

    /**
     * Enters one field or map entry.
     *
     * @param value its bytes on the wire, tag included
     * @throws UnfitInputException when it could not be stored
     */
    public Draft set(FieldPath path, ByteString value) {
        input.require(key(), path, value);
        return enter(path, value);
    }

    /** Empties one field, or takes one entry out of a map. */
    public Draft clear(FieldPath path) {
        return enter(path, ByteString.EMPTY);
    }

    private Draft enter(FieldPath path, ByteString value) {
        Begun begun = store.fields(id()).get(path);
        Stamp seen = begun == null ? stampInView(path) : begun.seen();
        put(path, new Begun(seen, Optional.of(value)));
        return this;
    }

    void put(FieldPath path, Begun begun) {
        store.together(() -> {
            if (isNew && !store.find(id()).isPresent()) {
                store.add(note);
            }
            store.put(id(), path, begun, clock.wallMs());
        });
    }

    /** Lets go of what was entered in a field. */
    public Draft undo(FieldPath path) {
        if (store.find(id()).isPresent()) {
            store.remove(id(), path, clock.wallMs());
        }
        return this;
    }

    /** What was entered; a cleared field has no bytes. */
    public SortedMap<FieldPath, ByteString> entered() {
        SortedMap<FieldPath, ByteString> entered = new TreeMap<>();
        store.fields(id()).forEach((path, begun) -> begun.value().ifPresent(value -> entered.put(path, value)));
        return entered;
    }

    /** The fields that somebody else moved since editing of them began, as they stand now; shown beside. */
    public SortedMap<FieldPath, StampedValue> movedMeanwhile() {
        RecordState state = view().state();
        SortedMap<FieldPath, StampedValue> moved = new TreeMap<>();
        store.fields(id()).forEach((path, begun) -> {
            if (!state.stampOf(path).equals(begun.seen())) {
                moved.put(path, state.field(path).orElse(new StampedValue(ByteString.EMPTY, state.stampOf(path))));
            }
        });
        return moved;
    }

    /** What the rules of the domain say of the record as it would be saved. Saving is never refused for any of it. */
    public List<Problem> problems() {
        RecordState state = view().state();
        SortedMap<FieldPath, ByteString> after = new TreeMap<>();
        state.fields().forEach((path, field) -> after.put(path, field.value()));
        after.putAll(entered());
        ByteString before = state.life().isAlive() ? state.body() : ByteString.EMPTY;
        ByteString edited = FieldValues.of(after).join();
        return Rules.ofEdit(key().type(), before, edited, records.others(key().teamId()));
    }

    /** Throws the draft away, with everything entered. */
    public void discard() {
        store.remove(id());
        isNew = false;
    }

    /** True when there is something to save or to go on with. */
    boolean isOpen() {
        return isNew || store.find(id()).isPresent();
    }

    /** What was entered and says something that the record does not say already. */
    List<FieldEdit> edits() {
        RecordState state = view().state();
        List<FieldEdit> edits = new ArrayList<>();
        store.fields(id()).forEach((path, begun) -> begun.value().ifPresent(value -> {
            if (!isAsItStands(state, path, begun.seen(), value)) {
                edits.add(new FieldEdit(path, begun.seen(), value));
            }
        }));
        return edits;
    }

    private static boolean isAsItStands(RecordState state, FieldPath path, Stamp seen, ByteString value) {
        ByteString standing = state.field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
        return state.life().isAlive()
                && standing.equals(value)
                && state.stampOf(path).equals(seen);
    }

    private Stamp stampInView(FieldPath path) {
        return view().state().stampOf(path);
    }

    private RecordView view() {
        return corrects().map(parked -> records.showWithout(key(), parked)).orElseGet(() -> records.show(key()));
    }
}
