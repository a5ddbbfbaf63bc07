package tsunagi.change;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.record.Ids;

/**
 * Which changes made a value: the id of one, or those of several when an automatic merge united them. Ids ascend, so
 * that equal stamps are equal.
 */
public record Stamp(List<UUID> changeIds) {
    /** What the author saw in a field that nobody had set. */
    public static final Stamp NONE = new Stamp(Collections.emptyList());

    public Stamp {
        changeIds = changeIds.size() == 1
                ? Collections.singletonList(changeIds.get(0))
                : Collections.unmodifiableList(new ArrayList<>(new TreeSet<>(changeIds)));
    }

    public static Stamp of(UUID... changeIds) {
        return new Stamp(Arrays.asList(changeIds));
    }

    public static Stamp of(Collection<UUID> changeIds) {
        return new Stamp(new ArrayList<>(changeIds));
    }

    public boolean isNone() {
        return changeIds.isEmpty();
    }

    public boolean contains(UUID changeId) {
        return changeIds.contains(changeId);
    }

    public boolean containsAll(Stamp other) {
        return changeIds.containsAll(other.changeIds);
    }

    public Stamp and(Stamp other) {
        TreeSet<UUID> both = new TreeSet<>(changeIds);
        both.addAll(other.changeIds);
        return of(both);
    }

    public tsunagi.sync.v1.Stamp toProto() {
        var stamp = tsunagi.sync.v1.Stamp.newBuilder();
        changeIds.forEach(id -> stamp.addChangeIds(Ids.toBytes(id)));
        return stamp.build();
    }

    /**
     * Reads a stamp.
     *
     * @throws IllegalArgumentException when an id has not sixteen bytes
     */
    public static Stamp fromProto(tsunagi.sync.v1.Stamp stamp) {
        List<UUID> ids = new ArrayList<>(stamp.getChangeIdsCount());
        for (ByteString id : stamp.getChangeIdsList()) {
            ids.add(Ids.fromBytes(id));
        }
        return new Stamp(ids);
    }
}
