package tsunagi.app.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

/**
 * Where a visit goes.
 *
 * @param contacts the names of the people one meets there, by the ids of their records
 */
record Place(RecordKey key, Workplace workplace, Map<String, String> contacts) {
    static Place of(Tablet tablet, UUID teamId, String workplaceId) {
        UUID id = workplaceId.isEmpty() ? new UUID(0, 0) : UUID.fromString(workplaceId);
        RecordKey key = new RecordKey(teamId, RecordType.RECORD_TYPE_WORKPLACE_VALUE, id);
        RecordView view = tablet.show(key);
        RecordKey speaker = view.state().life().successor().map(key::withId).orElse(key);
        Map<String, String> contacts = new LinkedHashMap<>();
        for (RecordView contact : tablet.lookup().referring(speaker, RecordType.RECORD_TYPE_CONTACT_VALUE)) {
            Contact person = contact.as(Contact.getDefaultInstance());
            String title = person.getJobTitle().isEmpty() ? "" : " (" + person.getJobTitle() + ")";
            if (person.getLeftOn().isEmpty()) {
                contacts.put(contact.key().id().toString(), person.getName() + title);
            }
        }
        return new Place(speaker, tablet.show(speaker).as(Workplace.getDefaultInstance()), contacts);
    }

    String name() {
        return workplace.getName();
    }

    boolean isPhotographyForbidden() {
        return workplace.getPhotoRule() == PhotoRule.PHOTO_RULE_NEVER;
    }

    /** The departments that exist, in their order. */
    Map<String, String> departments() {
        List<Map.Entry<String, Department>> inOrder =
                new ArrayList<>(workplace.getDepartmentsMap().entrySet());
        inOrder.sort(Comparator.comparingInt(
                entry -> entry.getValue().hasDisplayOrder() ? entry.getValue().getDisplayOrder() : Integer.MAX_VALUE));
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, Department> entry : inOrder) {
            if (entry.getValue().getClosedOn().isEmpty()) {
                names.put(entry.getKey(), entry.getValue().getName());
            }
        }
        return names;
    }

    String department(String key) {
        return workplace.getDepartmentsMap().containsKey(key)
                ? workplace.getDepartmentsMap().get(key).getName()
                : "";
    }
}
