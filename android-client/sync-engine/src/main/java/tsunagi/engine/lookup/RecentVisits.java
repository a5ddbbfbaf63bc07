package tsunagi.engine.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.engine.index.IndexedRecords;
import tsunagi.engine.index.IndexedRecords.PastDay;
import tsunagi.engine.index.Reference;
import tsunagi.engine.lookup.Overlay.Known;
import tsunagi.records.v1.RecordType;

/** Which workplaces somebody went to, the last one first; a visit that is only planned says nothing of that. */
final class RecentVisits {
    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;

    private final IndexedRecords indexed;

    RecentVisits(IndexedRecords indexed) {
        this.indexed = indexed;
    }

    List<UUID> workplaces(UUID teamId, Overlay visits, Speakers speakers) {
        Map<UUID, String> lastDays = new HashMap<>();
        for (PastDay past : indexed.pastDays(teamId, VISIT, WORKPLACE)) {
            if (!visits.has(past.recordId())) {
                lastDays.merge(speakers.of(past.targetId()), past.day(), RecentVisits::later);
            }
        }
        for (Known visit : visits.alive()) {
            visit.entry()
                    .day()
                    .filter(day -> !visit.entry().isOpen())
                    .ifPresent(day -> visit.entry().references().stream()
                            .filter(reference -> reference.type() == WORKPLACE)
                            .map(Reference::id)
                            .forEach(id -> lastDays.merge(speakers.of(id), day, RecentVisits::later)));
        }
        List<UUID> workplaces = new ArrayList<>(lastDays.keySet());
        workplaces.sort((a, b) -> {
            int latestFirst = lastDays.get(b).compareTo(lastDays.get(a));
            return latestFirst != 0 ? latestFirst : Order.OF_IDS.compare(a, b);
        });
        return workplaces;
    }

    private static String later(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
