package tsunagi.engine.draft;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.Change;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.draft.DraftStore.Begun;
import tsunagi.engine.outbox.NewChange;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.OutboxFile;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;

/** Where people write: drafts, and the moment a draft or a decision becomes changes in the outbox. */
public final class Drafts {
    private final DraftStore store;
    private final Outbox outbox;
    private final Records records;
    private final Supplier<UUID> ids;
    private final TabletClock clock;
    private final Input input;
    private final ChangeComposer composer;

    public Drafts(
            OutboxFile file,
            Outbox outbox,
            Records records,
            ChangeReader reader,
            Supplier<UUID> ids,
            TabletClock clock) {
        this.store = new DraftStore(file);
        this.outbox = outbox;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
        this.input = new Input(reader);
        this.composer = new ChangeComposer(ids, clock, input);
    }

    /** All of what is entered in these steps, or nothing; one wait for the disk. */
    public void together(Runnable steps) {
        store.together(steps);
    }

    /** Begins a draft about a record, which may be one that nobody has written yet. */
    public Draft begin(RecordKey key) {
        return begin(key, Optional.empty());
    }

    /** Begins a draft with these contents entered. */
    public Draft begin(RecordKey key, Message contents) {
        return store.together(() -> begin(key).set(contents));
    }

    private Draft begin(RecordKey key, Optional<UUID> corrects) {
        return draft(new DraftNote(ids.get(), key, corrects, clock.wallMs()), true);
    }

    /**
     * Begins a draft that is to take the place of a parked change: as its author saw the record then, and with what it
     * said, or what was said in the same field on this tablet since.
     *
     * @throws IllegalArgumentException when it is not a parked edit
     */
    public Draft correct(SavedChange parked) {
        if (!parked.wire().hasHeader()) {
            throw new IllegalArgumentException("its record was withdrawn or destroyed, and its contents with it");
        }
        Change change = input.read(parked.key(), parked.wire());
        if (parked.standing() != Standing.PARKED || change.action() != Action.ACTION_EDIT) {
            throw new IllegalArgumentException("only a parked edit can be corrected");
        }
        return store.together(() -> {
            Draft draft = begin(parked.key(), Optional.of(parked.changeId()));
            RecordState shown = records.show(parked.key()).state();
            for (FieldPath path : change.touched()) {
                ByteString value = saidSince(parked, shown, path)
                        .orElseGet(() -> change.values().get(path));
                draft.put(path, new Begun(change.seenIn(path), Optional.of(value)));
            }
            return draft;
        });
    }

    /** The value this tablet's people entered after the parked change, which its correction must not take back. */
    private Optional<ByteString> saidSince(SavedChange parked, RecordState shown, FieldPath path) {
        return shown.field(path)
                .filter(field -> field.stamp().changeIds().stream().allMatch(id -> outbox.find(id)
                        .filter(later -> later.sequence() > parked.sequence())
                        .isPresent()))
                .map(StampedValue::value);
    }

    /** All drafts in which something was begun, the one touched last first. */
    public List<DraftNote> all() {
        return store.all();
    }

    /** Goes on with a draft; empty when it was saved or discarded. */
    public Optional<Draft> resume(UUID draftId) {
        return store.find(draftId).map(note -> draft(note, false));
    }

    private Draft draft(DraftNote note, boolean isNew) {
        return new Draft(note, isNew, store, records, input, clock);
    }

    /**
     * Saves a draft: on disk when this returns.
     *
     * @return what was saved; empty when the draft says nothing that is not said already
     */
    public List<SavedChange> save(Draft draft, String authorPersonId) {
        return store.together(() -> {
            if (!draft.isOpen()) {
                throw new IllegalStateException("the draft was saved or discarded");
            }
            List<NewChange> changes = composer.edit(draft.key(), draft.edits(), draft.corrects(), authorPersonId);
            List<SavedChange> saved = outbox.append(changes, clock.wallMs());
            draft.discard();
            return saved;
        });
    }

    /**
     * Decides the conflict in a field.
     *
     * @param seen the record as the person who decides had it before them; candidates it does not show stay open
     * @param value what is to stand; empty to clear the field
     */
    public SavedChange resolve(RecordView seen, FieldPath path, ByteString value, String authorPersonId) {
        if (!seen.state().conflict(path).isPresent()) {
            throw new IllegalArgumentException("there is no conflict in field " + path);
        }
        input.require(seen.key(), path, value);
        FieldEdit decision = new FieldEdit(path, seen.state().stampOf(path), value);
        return append(composer.resolve(seen.state(), decision, authorPersonId));
    }

    /** Ends a record: deletes, withdraws or destroys it, or takes an absorption back. */
    public SavedChange end(RecordView seen, Action action, String authorPersonId) {
        return append(composer.end(seen.state(), action, Optional.empty(), authorPersonId));
    }

    /** Declares a record a duplicate of another. */
    public SavedChange absorb(RecordView duplicate, UUID successorId, String authorPersonId) {
        return append(composer.end(duplicate.state(), Action.ACTION_ABSORB, Optional.of(successorId), authorPersonId));
    }

    private SavedChange append(NewChange change) {
        return outbox.append(Collections.singletonList(change), clock.wallMs()).get(0);
    }
}
