package tsunagi.app.draft;

import com.google.protobuf.Message;
import java.util.function.BiFunction;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;

/** One entry of a map of a record, whose parts are typed in several inputs but change as one. */
public final class MapEntryInput<E extends Message> {
    private final OpenDraft open;
    private final FieldPath path;
    private final BiFunction<String, E, Message> record;
    private E now;

    /**
     * An entry as it stands.
     *
     * @param record puts the entry of this key into a record of its own
     */
    public MapEntryInput(OpenDraft open, FieldPath path, E now, BiFunction<String, E, Message> record) {
        this.open = open;
        this.path = path;
        this.now = now;
        this.record = record;
    }

    public FieldPath path() {
        return path;
    }

    public boolean isEmpty() {
        return now.getSerializedSize() == 0;
    }

    /** Takes it out of the map. */
    @SuppressWarnings("unchecked")
    public void empty() {
        put((E) now.getDefaultInstanceForType());
    }

    public E now() {
        return now;
    }

    /** Enters it; one with nothing in it is taken out of the map. */
    public void put(E changed) {
        now = changed;
        if (changed.getSerializedSize() == 0) {
            open.clear(path);
        } else {
            open.set(path, FieldValues.of(record.apply(path.mapKey(), changed)).get(path));
        }
    }
}
