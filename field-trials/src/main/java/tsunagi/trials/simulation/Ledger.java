package tsunagi.trials.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** Everything people saved in a run, kept apart from the system that is being tried. */
final class Ledger {
    private final Map<UUID, Saved> byChange = new LinkedHashMap<>();
    private final Map<RecordKey, List<Saved>> byRecord = new LinkedHashMap<>();

    void note(Saved saved) {
        byChange.put(saved.changeId(), saved);
        byRecord.computeIfAbsent(saved.key(), key -> new ArrayList<>()).add(saved);
    }

    int size() {
        return byChange.size();
    }

    Collection<Saved> all() {
        return Collections.unmodifiableCollection(byChange.values());
    }

    Optional<Saved> find(UUID changeId) {
        return Optional.ofNullable(byChange.get(changeId));
    }

    /** Everything said about a record, in the order in which it was saved. */
    List<Saved> about(RecordKey key) {
        return byRecord.getOrDefault(key, List.of());
    }
}
