package tsunagi.engine.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import tsunagi.engine.index.Entry;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.record.RecordKey;

/**
 * The records of one type that this tablet's own changes made or moved and the index does not know so; they are few, and
 * looked through one by one.
 */
final class Overlay {
    private final RecordKey type;
    private final Records records;
    private final Map<UUID, RecordView> views = new TreeMap<>(Order.OF_IDS);
    private final List<Known> alive = new ArrayList<>();

    /** A living one of them, with what the index would hold of it. */
    record Known(RecordView view, Entry entry) {
        UUID id() {
            return view.key().id();
        }
    }

    private Overlay(RecordKey type, Records records) {
        this.type = type;
        this.records = records;
    }

    static Overlay of(UUID teamId, int recordType, Records records, Entries entries) {
        Overlay overlay = new Overlay(new RecordKey(teamId, recordType, new UUID(0, 0)), records);
        for (RecordView view : records.unsettled(teamId, recordType)) {
            overlay.views.put(view.key().id(), view);
            if (view.isAlive()) {
                overlay.alive.add(new Known(view, entries.of(view)));
            }
        }
        return overlay;
    }

    /** Whether this record, living or ended, is one of them. */
    boolean has(UUID id) {
        return views.containsKey(id);
    }

    List<Known> alive() {
        return alive;
    }

    /** These records of the index as far as they are not in here, and those in here of which this is true. */
    List<UUID> correct(Collection<UUID> indexed, Predicate<Entry> isMeant) {
        List<UUID> corrected = new ArrayList<>();
        for (UUID id : indexed) {
            if (!views.containsKey(id)) {
                corrected.add(id);
            }
        }
        for (Known known : alive) {
            if (isMeant.test(known.entry())) {
                corrected.add(known.id());
            }
        }
        return corrected;
    }

    /** The living ones of the records with these ids, as they show. */
    List<RecordView> show(Collection<UUID> ids) {
        List<RecordView> shown = new ArrayList<>();
        for (UUID id : ids) {
            Optional<RecordView> view =
                    views.containsKey(id) ? Optional.of(views.get(id)) : records.settled(type.withId(id));
            view.filter(RecordView::isAlive).ifPresent(shown::add);
        }
        return shown;
    }
}
