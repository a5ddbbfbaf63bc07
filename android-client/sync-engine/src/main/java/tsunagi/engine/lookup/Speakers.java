package tsunagi.engine.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;

/** Which records of one type speak for which others, since those were absorbed, be it only on this tablet so far. */
final class Speakers {
    private final Map<UUID, UUID> successors;

    private Speakers(Map<UUID, UUID> successors) {
        this.successors = successors;
    }

    static Speakers of(UUID teamId, int recordType, Replica replica, Records records) {
        Map<UUID, UUID> successors = replica.absorbed(teamId, recordType);
        for (RecordView view : records.endedHere(teamId, recordType)) {
            UUID id = view.key().id();
            successors.remove(id);
            view.state().life().successor().ifPresent(successor -> successors.put(id, successor));
        }
        return new Speakers(successors);
    }

    /**
     * The record itself, or the last of those that speak for it. Two people may absorb two records into each other; then,
     * until the server has judged, all of the circle have the first of their ids.
     */
    UUID of(UUID id) {
        Set<UUID> passed = new LinkedHashSet<>();
        UUID speaker = id;
        while (passed.add(speaker)) {
            UUID next = successors.get(speaker);
            if (next == null) {
                return speaker;
            }
            speaker = next;
        }
        List<UUID> way = new ArrayList<>(passed);
        return Collections.min(way.subList(way.indexOf(speaker), way.size()), Order.OF_IDS);
    }

    /** The record that speaks for this one, and all it speaks for. */
    Set<UUID> sameAs(UUID id) {
        UUID speaker = of(id);
        Set<UUID> same = new TreeSet<>(Order.OF_IDS);
        same.add(speaker);
        for (UUID absorbed : successors.keySet()) {
            if (of(absorbed).equals(speaker)) {
                same.add(absorbed);
            }
        }
        return same;
    }
}
