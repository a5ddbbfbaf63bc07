package tsunagi.change;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ClockReading;

/**
 * What somebody said about one record, read and found well-formed.
 *
 * @param seen the stamp the author saw in each field that is listed; {@link Stamp#NONE} when it had never been set
 * @param values what the change sets; a field that is listed in {@code seen} and not set here is cleared
 * @param settles for each field decided, the stamps of the candidates that the author saw
 * @param wire the bytes it came in, which are handed on as they are
 */
public record Change(
        UUID changeId,
        RecordKey key,
        Action action,
        SortedMap<FieldPath, Stamp> seen,
        FieldValues values,
        SortedMap<FieldPath, List<Stamp>> settles,
        String authorPersonId,
        ClockReading madeAt,
        Optional<UUID> replacesChangeId,
        Optional<UUID> saveId,
        Optional<UUID> successorId,
        ContentHash hash,
        tsunagi.sync.v1.Change wire) {

    /** The fields this edit sets or clears. */
    public Set<FieldPath> touched() {
        if (action != Action.ACTION_EDIT) {
            return Collections.emptySet();
        }
        if (seen.isEmpty()) {
            return values.paths();
        }
        TreeSet<FieldPath> touched = new TreeSet<>(values.paths());
        touched.addAll(seen.keySet());
        touched.remove(FieldPath.LIFE);
        return touched;
    }

    /** The stamp the author saw in a field. */
    public Stamp seenIn(FieldPath path) {
        return seen.getOrDefault(path, Stamp.NONE);
    }

    /** The stamp of every value this change makes. */
    public Stamp stamp() {
        return Stamp.of(changeId);
    }

    /** Every change that this one's author knew of when it was made: what they saw and what they settled. */
    public Set<UUID> knownChangeIds() {
        TreeSet<UUID> known = new TreeSet<>();
        seen.values().forEach(stamp -> known.addAll(stamp.changeIds()));
        settles.values().forEach(stamps -> stamps.forEach(stamp -> known.addAll(stamp.changeIds())));
        return known;
    }

    static <V> SortedMap<FieldPath, V> byPath(Map<FieldPath, V> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
