package tsunagi.change;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.Resolution;
import tsunagi.sync.v1.SeenField;

/** Writes one change: say what it does, then {@link #write}. */
public final class ChangeWriter {
    private final ChangeHeader.Builder header = ChangeHeader.newBuilder();
    private final SortedMap<FieldPath, Stamp> seen = new TreeMap<>();
    private FieldValues values = FieldValues.NONE;

    private ChangeWriter(UUID changeId, RecordKey key, Action action) {
        header.setChangeId(Ids.toBytes(changeId))
                .setTeamId(Ids.toBytes(key.teamId()))
                .setRecordType(key.type())
                .setRecordId(Ids.toBytes(key.id()))
                .setAction(action);
    }

    public static ChangeWriter change(UUID changeId, RecordKey key, Action action) {
        return new ChangeWriter(changeId, key, action);
    }

    public ChangeWriter by(String authorPersonId, ClockReading madeAt) {
        header.setAuthorPersonId(authorPersonId).setMadeAt(madeAt);
        return this;
    }

    /** Sets these fields. */
    public ChangeWriter sets(FieldValues newValues) {
        values = newValues;
        return this;
    }

    /** The author saw this stamp in the field; a field that is seen and not set is cleared. */
    public ChangeWriter saw(FieldPath path, Stamp stamp) {
        seen.put(path, stamp);
        return this;
    }

    /** The author decides the open conflict in this field, having seen these candidates. */
    public ChangeWriter settles(FieldPath path, List<Stamp> candidates) {
        Resolution.Builder resolution = Resolution.newBuilder().setPath(path.toProto());
        candidates.forEach(candidate -> resolution.addCandidates(candidate.toProto()));
        header.addResolutions(resolution);
        return this;
    }

    public ChangeWriter replaces(UUID parkedChangeId) {
        header.setReplacesChangeId(Ids.toBytes(parkedChangeId));
        return this;
    }

    public ChangeWriter partOfSave(Optional<UUID> saveId) {
        saveId.ifPresent(id -> header.setSaveId(Ids.toBytes(id)));
        return this;
    }

    public ChangeWriter into(UUID successorId) {
        header.setSuccessorId(Ids.toBytes(successorId));
        return this;
    }

    public tsunagi.sync.v1.Change write() {
        TreeSet<Integer> maps = new TreeSet<>();
        values.paths().stream().filter(FieldPath::isMapEntry).forEach(path -> maps.add(path.number()));
        header.addAllMapFieldNumbers(maps);
        seen.forEach((path, stamp) -> {
            // That nobody had set a field goes without saying, unless the change clears it.
            if (!stamp.isNone() || !values.has(path)) {
                header.addSeen(seenField(path, stamp));
            }
        });
        return tsunagi.sync.v1.Change.newBuilder()
                .setHeader(header.build().toByteString())
                .setBody(values.join())
                .build();
    }

    private static SeenField seenField(FieldPath path, Stamp stamp) {
        SeenField.Builder field = SeenField.newBuilder().setPath(path.toProto());
        if (!stamp.isNone()) {
            field.setStamp(stamp.toProto());
        }
        return field.build();
    }
}
