package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of repeated parts in the order they stand in. A key stays with its part when others come and go, so that what two people
 * write of two parts never ends up in one.
 */
final class RepeatKeys {
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, Double> orders = new HashMap<>();

    /** The keys of a repeat, by its path with the keys of what it stands in; {@code present} are there already. */
    List<String> of(String path, int present) {
        return keys.computeIfAbsent(path, unknown -> {
            List<String> initial = new ArrayList<>();
            for (int position = 1; position <= present; position++) {
                initial.add(String.valueOf(position));
            }
            return initial;
        });
    }

    /** Says which keys there are, in any order. */
    void put(String path, List<String> found) {
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble((String key) -> order(path, key)).thenComparing(key -> key));
        keys.put(path, sorted);
    }

    void setOrder(String path, String key, double order) {
        orders.put(occurrence(path, key), order);
    }

    /** Where a part stands among its like; numbers that need not follow each other. */
    double order(String path, String key) {
        Double said = orders.get(occurrence(path, key));
        if (said != null) {
            return said;
        }
        return key.matches("\\d{1,9}") ? Double.parseDouble(key) : Double.MAX_VALUE;
    }

    void append(String path, String key) {
        List<String> present = keys.get(path);
        double last = present.isEmpty() ? 0 : order(path, present.get(present.size() - 1));
        if (!key.matches("\\d{1,9}") && last < Double.MAX_VALUE) {
            setOrder(path, key, Math.floor(last) + 1);
        }
        present.add(key);
    }

    static String occurrence(String path, String key) {
        return path + "[" + key + "]";
    }
}
