package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people and bodies that a record names: members and attendees, who is assigned, who marked, hosts and addressees. In a column they stand with a
 * space before and behind each.
 */
final class NamedIds {
    /** Maps whose keys are ids of people. */
    private static final Set<String> KEYED_BY_PEOPLE = Set.of("members", "attendees");

    private final Set<String> people = new LinkedHashSet<>();
    private final Set<String> bodies = new LinkedHashSet<>();

    private NamedIds() {}

    static NamedIds in(Message record) {
        NamedIds named = new NamedIds();
        named.addAll(record);
        return named;
    }

    /** Names its author too. */
    NamedIds with(Receipt.Said said) {
        people.add(said.personId());
        said.bodyId().ifPresent(bodies::add);
        return this;
    }

    String people() {
        return column("people", people);
    }

    String bodies() {
        return column("bodies", bodies);
    }

    private void addAll(Message message) {
        for (Map.Entry<FieldDescriptor, Object> set : message.getAllFields().entrySet()) {
            FieldDescriptor field = set.getKey();
            Collection<?> values = field.isRepeated() ? (List<?>) set.getValue() : List.of(set.getValue());
            for (Object value : values) {
                add(field, value);
            }
        }
    }

    private void add(FieldDescriptor field, Object value) {
        String name = field.getName();
        if (value instanceof Message part) {
            if (field.isMapField() && KEYED_BY_PEOPLE.contains(name)) {
                people.add((String) part.getField(field.getMessageType().findFieldByNumber(1)));
            }
            addAll(part);
        } else if (name.endsWith("_person_id")) {
            people.add((String) value);
        } else if (name.equals("body_id") || name.endsWith("_body_id") || name.equals("body_ids")) {
            bodies.add((String) value);
        }
    }

    private static String column(String column, Set<String> ids) {
        ids.remove("");
        return ids.isEmpty() ? null : FitText.value(column, " " + String.join(" ", ids) + " ");
    }
}
