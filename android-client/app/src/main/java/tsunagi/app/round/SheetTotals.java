package tsunagi.app.round;

import java.util.Map;
import tsunagi.records.v1.SheetCount;

/** What the counts of a round by parts of a workplace come to. */
final class SheetTotals {
    /** The key of the count that is not split. */
    static final String ALL = "all";

    private SheetTotals() {}

    /** Where there are parts, they are added and the count that is not split is not read. */
    static int of(Map<String, SheetCount> counts) {
        boolean hasParts = hasParts(counts);
        return counts.entrySet().stream()
                .filter(count -> !hasParts || !count.getKey().equals(ALL))
                .mapToInt(count -> count.getValue().getCount())
                .sum();
    }

    static boolean hasParts(Map<String, SheetCount> counts) {
        return counts.keySet().stream().anyMatch(key -> !key.equals(ALL));
    }
}
