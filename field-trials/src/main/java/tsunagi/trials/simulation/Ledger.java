package tsunagi.trials.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;

/** Everything people saved in a run, kept apart from the system that is being tried. */
final class Ledger {
    /** Which tablet another was copied from, and how much had been saved by then. */
    private record Copy(int original, int order) {}

    private final Map<Integer, Copy> copies = new HashMap<>();
    private final Map<UUID, Saved> byChange = new LinkedHashMap<>();
    private final Map<RecordKey, List<Saved>> byRecord = new LinkedHashMap<>();

    void note(Saved saved) {
        byChange.put(saved.changeId(), saved);
        byRecord.computeIfAbsent(saved.key(), key -> new ArrayList<>()).add(saved);
    }

    /** A tablet was copied: what was saved on the original until now is on the copy too. */
    void noteCopy(int copy, int original) {
        copies.put(copy, new Copy(original, size()));
    }

    /** True when the tablet on which {@code later} was saved held {@code earlier} as its own by then. */
    boolean wasOnTheSameTablet(Saved later, Saved earlier) {
        int tablet = later.tablet();
        int until = later.order();
        while (tablet != earlier.tablet() && copies.containsKey(tablet)) {
            until = copies.get(tablet).order();
            tablet = copies.get(tablet).original();
        }
        return tablet == earlier.tablet() && earlier.order() < until;
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
