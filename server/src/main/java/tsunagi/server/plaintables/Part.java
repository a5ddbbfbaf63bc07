package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What occurs several times in a message: a repeated field or a map.
 *
 * @param path the fields that lead to the message that holds it, from the owner's on
 * @param mapping how each of its elements becomes rows
 */
record Part(List<FieldDescriptor> path, FieldDescriptor field, Mapping mapping) {
    void project(Object owner, List<Object> ownerKey, List<PlainRow> rows) {
        Message message = (Message) owner;
        for (FieldDescriptor step : path) {
            // An absent message is an empty one here: neither holds an element.
            message = (Message) message.getField(step);
        }
        List<?> elements = (List<?>) message.getField(field);
        if (field.isMapField()) {
            entries(elements).forEach((key, value) -> mapping.project(value, with(ownerKey, key), rows));
            return;
        }
        long position = 0;
        for (Object element : elements) {
            position++;
            mapping.project(element, with(ownerKey, position), rows);
        }
    }

    /** By key, the last one of each: bytes that were written by hand may hold a key twice. */
    private Map<String, Object> entries(List<?> elements) {
        FieldDescriptor keyField = field.getMessageType().findFieldByNumber(1);
        FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
        Map<String, Object> entries = new TreeMap<>();
        for (Object element : elements) {
            Message entry = (Message) element;
            String key = FitText.key(
                    "a key in " + field.getName(), entry.getField(keyField).toString());
            entries.put(key, entry.getField(valueField));
        }
        return entries;
    }

    private static List<Object> with(List<Object> ownerKey, Object last) {
        List<Object> key = new ArrayList<>(ownerKey.size() + 1);
        key.addAll(ownerKey);
        key.add(last);
        return key;
    }
}
