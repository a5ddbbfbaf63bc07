package tsunagi.merge;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;

/** Who knew of whom: whether the author of one change had, directly or through others, seen another change. */
final class Ancestry {
    /** Beyond this many steps two changes count as strangers, which costs a question and never a value. */
    private static final int STEPS_MAX = 256;

    private final History history;

    Ancestry(History history) {
        this.history = history;
    }

    /** True when whoever saw {@code from} in the field thereby knew of {@code target}. */
    boolean reaches(Stamp from, FieldPath path, UUID target) {
        Deque<UUID> open = new ArrayDeque<>(from.changeIds());
        Set<UUID> visited = new HashSet<>(from.changeIds());
        while (!open.isEmpty() && visited.size() <= STEPS_MAX) {
            UUID id = open.remove();
            if (id.equals(target)) {
                return true;
            }
            for (UUID parent : parents(id, path)) {
                if (visited.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return visited.contains(target);
    }

    private Set<UUID> parents(UUID id, FieldPath path) {
        Optional<PastChange> past = history.find(id);
        return past.map(found -> parents(found.change(), path)).orElse(Collections.emptySet());
    }

    private static Set<UUID> parents(Change change, FieldPath path) {
        Set<UUID> parents = new HashSet<>(change.seenIn(path).changeIds());
        for (Stamp settled : change.settles().getOrDefault(path, Collections.<Stamp>emptyList())) {
            parents.addAll(settled.changeIds());
        }
        return parents;
    }
}
