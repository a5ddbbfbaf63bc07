package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.MalformedBodyException;
import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.Tombstone;

/**
 * A record as it stands: its fields with their stamps, its open conflicts, its life, and the revision that moved it
 * last. Immutable.
 *
 * <p>A deleted record keeps its fields, so that an edit can revive it; only what travels and what people see of it is a
 * tombstone.
 */
public record RecordState(
        RecordKey key,
        long revision,
        Life life,
        SortedMap<FieldPath, StampedValue> fields,
        SortedMap<FieldPath, Conflict> conflicts) {

    public RecordState {
        fields = Collections.unmodifiableSortedMap(fields);
        conflicts = Collections.unmodifiableSortedMap(conflicts);
    }

    /** A record nobody has said anything about. */
    public static RecordState absent(RecordKey key) {
        return new RecordState(key, 0, new Life.Alive(), new TreeMap<>(), new TreeMap<>());
    }

    public boolean exists() {
        return revision > 0;
    }

    public Optional<StampedValue> field(FieldPath path) {
        return Optional.ofNullable(fields.get(path));
    }

    public Optional<Conflict> conflict(FieldPath path) {
        return Optional.ofNullable(conflicts.get(path));
    }

    /** What a person who looks at the field now sees, as the stamp an edit begins from. */
    public Stamp stampOf(FieldPath path) {
        if (life instanceof Life.Ended ended) {
            return ended.by();
        }
        StampedValue field = fields.get(path);
        return field == null ? Stamp.NONE : field.stamp();
    }

    /** The serialized record, unknown fields included. */
    public ByteString body() {
        List<ByteString> pieces = new ArrayList<>(fields.size());
        fields.values().forEach(field -> pieces.add(field.value()));
        return ByteString.copyFrom(pieces);
    }

    public RecordState withRevision(long newRevision) {
        return new RecordState(key, newRevision, life, fields, conflicts);
    }

    public RecordState withLife(Life newLife) {
        return new RecordState(key, revision, newLife, fields, conflicts);
    }

    /** Its contents gone, and for good. */
    public RecordState erased(EndReason reason, Stamp by) {
        return new RecordState(
                key, revision, new Life.Ended(reason, by, Optional.empty()), new TreeMap<>(), new TreeMap<>());
    }

    /**
     * What this record becomes when the change is set just as it was sent: the server's "accepted", and what a tablet
     * shows of its own change until it hears of it.
     */
    public RecordState with(Change change) {
        if (change.action() == Action.ACTION_EDIT) {
            return edited(change);
        }
        if (change.action() == Action.ACTION_SPLIT) {
            boolean isAbsorbed =
                    life instanceof Life.Ended ended && ended.successorId().isPresent();
            return isAbsorbed ? withLife(new Life.Alive()) : this;
        }
        EndReason reason = endOf(change.action());
        Life ended = new Life.Ended(reason, change.stamp(), change.successorId());
        boolean erases = ended.isErased();
        return erases ? erased(reason, change.stamp()) : withLife(ended);
    }

    private RecordState edited(Change change) {
        if (life.isErased()) {
            return this;
        }
        TreeMap<FieldPath, StampedValue> newFields = new TreeMap<>(fields);
        for (FieldPath path : change.touched()) {
            newFields.put(path, new StampedValue(change.values().get(path), change.stamp()));
        }
        TreeMap<FieldPath, Conflict> newConflicts = new TreeMap<>(conflicts);
        change.settles()
                .forEach((path, seenCandidates) ->
                        newConflicts.computeIfPresent(path, (p, conflict) -> conflict.settledBy(seenCandidates)
                                .orElse(null)));
        return new RecordState(key, revision, new Life.Alive(), newFields, newConflicts);
    }

    private static EndReason endOf(Action action) {
        return switch (action) {
            case ACTION_DELETE -> EndReason.END_REASON_DELETED;
            case ACTION_WITHDRAW -> EndReason.END_REASON_WITHDRAWN;
            case ACTION_DESTROY -> EndReason.END_REASON_DESTROYED;
            case ACTION_ABSORB -> EndReason.END_REASON_ABSORBED;
            case ACTION_EDIT, ACTION_SPLIT, ACTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException(action + " ends no record");
        };
    }

    /** What travels to tablets and what they see of it. */
    public tsunagi.sync.v1.RecordState toProto() {
        var state = tsunagi.sync.v1.RecordState.newBuilder()
                .setRecordType(key.type())
                .setRecordId(Ids.toBytes(key.id()))
                .setRevision(revision);
        if (life instanceof Life.Ended ended) {
            return state.setTombstone(tombstone(ended)).build();
        }
        return state.setRecord(contents()).build();
    }

    /** Fields, stamps and conflicts, whether it lives or not. */
    public LiveRecord contents() {
        LiveRecord.Builder record = LiveRecord.newBuilder().setBody(body());
        Map<Stamp, StampedFields.Builder> byStamp = new LinkedHashMap<>();
        fields.forEach((path, field) -> byStamp.computeIfAbsent(
                        field.stamp(), stamp -> StampedFields.newBuilder().setStamp(stamp.toProto()))
                .addPaths(path.toProto()));
        byStamp.values().forEach(record::addStamps);
        conflicts.values().forEach(conflict -> record.addConflicts(conflict.toProto()));
        return record.build();
    }

    private static Tombstone tombstone(Life.Ended ended) {
        Tombstone.Builder tombstone = Tombstone.newBuilder()
                .setReason(ended.reason())
                .setStamp(ended.by().toProto());
        ended.successorId().ifPresent(id -> tombstone.setSuccessorId(Ids.toBytes(id)));
        return tombstone.build();
    }

    /** Reads what {@link #toProto} wrote; a forgotten record is one that nobody said anything about. */
    public static RecordState fromProto(UUID teamId, tsunagi.sync.v1.RecordState state) {
        RecordKey key = new RecordKey(teamId, state.getRecordType(), Ids.fromBytes(state.getRecordId()));
        return of(
                key,
                state.getRevision(),
                state.hasTombstone() ? life(state.getTombstone()) : new Life.Alive(),
                state.getRecord());
    }

    /** Puts a record together from its parts as they are kept. */
    public static RecordState of(RecordKey key, long revision, Life life, LiveRecord contents) {
        TreeMap<FieldPath, Conflict> conflicts = new TreeMap<>();
        contents.getConflictsList().forEach(conflict -> {
            Conflict read = Conflict.fromProto(conflict);
            conflicts.put(read.path(), read);
        });
        return new RecordState(key, revision, life, fields(contents), conflicts);
    }

    private static SortedMap<FieldPath, StampedValue> fields(LiveRecord contents) {
        Map<FieldPath, Stamp> stamps = new HashMap<>();
        Set<Integer> maps = new HashSet<>();
        for (StampedFields stamped : contents.getStampsList()) {
            Stamp stamp = Stamp.fromProto(stamped.getStamp());
            for (tsunagi.sync.v1.FieldPath proto : stamped.getPathsList()) {
                FieldPath path = FieldPath.fromProto(proto);
                stamps.put(path, stamp);
                if (path.isMapEntry()) {
                    maps.add(path.number());
                }
            }
        }
        FieldValues values = split(contents.getBody(), maps);
        TreeMap<FieldPath, StampedValue> fields = new TreeMap<>();
        stamps.forEach((path, stamp) -> fields.put(path, new StampedValue(values.get(path), stamp)));
        return fields;
    }

    private static FieldValues split(ByteString body, Set<Integer> maps) {
        try {
            return FieldValues.split(body, maps);
        } catch (MalformedBodyException e) {
            throw new IllegalStateException("a kept record does not parse", e);
        }
    }

    public static Life life(Tombstone tombstone) {
        return new Life.Ended(
                tombstone.getReason(),
                Stamp.fromProto(tombstone.getStamp()),
                tombstone.hasSuccessorId() ? Optional.of(Ids.fromBytes(tombstone.getSuccessorId())) : Optional.empty());
    }
}
