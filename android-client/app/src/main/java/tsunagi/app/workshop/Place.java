package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/**
 * A workplace from which people come to a workshop.
 *
 * @param departments the names of its departments by their keys, in the order in which it shows them
 */
record Place(RecordKey key, String name, Map<String, String> departments) {
    String id() {
        return key.id().toString();
    }

    /** Those of a workshop: the one where it is held first. */
    static List<Place> of(Tablet tablet, UUID teamId, Workshop workshop) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(workshop.getWorkplaceId());
        ids.addAll(workshop.getParticipatingWorkplaceIdsList());
        List<Place> places = new ArrayList<>();
        for (String id : ids) {
            WorkshopLine.find(tablet, teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE, id)
                    .map(Place::of)
                    .ifPresent(places::add);
        }
        return Collections.unmodifiableList(places);
    }

    static Place of(RecordView view) {
        Workplace workplace = view.as(Workplace.getDefaultInstance());
        Map<String, String> departments = new LinkedHashMap<>();
        workplace.getDepartmentsMap().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> order(entry.getValue())))
                .forEach(entry ->
                        departments.put(entry.getKey(), entry.getValue().getName()));
        return new Place(view.key(), workplace.getName(), departments);
    }

    private static int order(Department department) {
        return department.hasDisplayOrder() ? department.getDisplayOrder() : Integer.MAX_VALUE;
    }
}
