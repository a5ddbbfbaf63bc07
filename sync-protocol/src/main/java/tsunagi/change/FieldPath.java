package tsunagi.change;

import java.util.Comparator;
import java.util.Optional;

/**
 * Names what merges by itself: one field of a record, or one entry of one of its maps.
 *
 * @param number the field's number; {@link #LIFE} has 0
 * @param mapKey the entry's key, or null when the field is not a map
 */
public record FieldPath(int number, String mapKey) implements Comparable<FieldPath> {
    /** The record's life itself, which a delete and an undelete move. */
    public static final FieldPath LIFE = new FieldPath(0, null);

    private static final Comparator<FieldPath> ORDER = Comparator.comparingInt(FieldPath::number)
            .thenComparing(FieldPath::mapKey, Comparator.nullsFirst(Comparator.naturalOrder()));

    public static FieldPath field(int number) {
        return new FieldPath(number, null);
    }

    public static FieldPath entry(int number, String mapKey) {
        return new FieldPath(number, mapKey);
    }

    public boolean isMapEntry() {
        return mapKey != null;
    }

    public tsunagi.sync.v1.FieldPath toProto() {
        var path = tsunagi.sync.v1.FieldPath.newBuilder().setNumber(number);
        Optional.ofNullable(mapKey).ifPresent(path::setMapKey);
        return path.build();
    }

    public static FieldPath fromProto(tsunagi.sync.v1.FieldPath path) {
        return new FieldPath(path.getNumber(), path.hasMapKey() ? path.getMapKey() : null);
    }

    @Override
    public int compareTo(FieldPath other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isMapEntry() ? number + "[" + mapKey + "]" : Integer.toString(number);
    }
}
