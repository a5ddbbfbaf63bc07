package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.RecordSchema;
import tsunagi.sync.v1.EndReason;

/** One change on its way into one record: the record so far, and what has to be told about it. */
final class MergeInProgress {
    private final Optional<RecordSchema> schema;
    private final RecordState before;
    private final Arrival arrival;
    private final Change change;
    private final Knowledge knowledge;

    private final TreeMap<FieldPath, StampedValue> fields;
    private final TreeMap<FieldPath, Conflict> conflicts;
    private final Set<FieldPath> merged = new TreeSet<>();
    private final Set<FieldPath> conflicted = new TreeSet<>();
    private final SortedMap<FieldPath, StampedValue> results = new TreeMap<>();

    MergeInProgress(Optional<RecordSchema> schema, RecordState before, Arrival arrival, History history) {
        this.schema = schema;
        this.before = before;
        this.arrival = arrival;
        this.change = arrival.change();
        this.knowledge = new Knowledge(arrival, history);
        this.fields = new TreeMap<>(before.fields());
        this.conflicts = new TreeMap<>(before.conflicts());
    }

    Outcome edit() {
        if (isPlain()) {
            RecordState set = before.with(change).withRevision(arrival.revision());
            return new Outcome(set, true, merged, conflicted, results, false, false);
        }
        change.settles().forEach(this::settle);
        change.touched().forEach(this::editField);
        boolean revives = before.life() instanceof Life.Ended ended && !knowledge.isBeneath(ended.by(), FieldPath.LIFE);
        Life life = revives ? new Life.Alive() : before.life();
        return outcome(life, revives, false);
    }

    Outcome delete() {
        boolean isSeen = before.fields().entrySet().stream()
                        .allMatch(field -> knowledge.covers(
                                field.getKey(), field.getValue().stamp()))
                && before.conflicts().values().stream().allMatch(this::isSettledOrOwn);
        if (!isSeen) {
            return outcome(before.life(), false, true);
        }
        Stamp by = before.life() instanceof Life.Ended ended ? ended.by().and(change.stamp()) : change.stamp();
        return outcome(new Life.Ended(EndReason.END_REASON_DELETED, by, Optional.empty()), false, false);
    }

    Outcome erase(EndReason reason) {
        RecordState erased = before.erased(reason, change.stamp()).withRevision(arrival.revision());
        return new Outcome(erased, true, merged, conflicted, results, false, false);
    }

    /** Nothing moved since what the author saw, as with nearly every change. */
    private boolean isPlain() {
        return before.life().isAlive()
                && before.conflicts().isEmpty()
                && change.touched().stream()
                        .allMatch(path -> before.stampOf(path).equals(change.seenIn(path)));
    }

    private void settle(FieldPath path, List<Stamp> seenCandidates) {
        conflicts.computeIfPresent(
                path, (p, conflict) -> conflict.settledBy(seenCandidates).orElse(null));
    }

    private void editField(FieldPath path) {
        ByteString value = change.values().get(path);
        StampedValue standing = fields.get(path);
        if (replacesCandidate(path, candidate -> candidate.stamp().equals(change.seenIn(path)))) {
            return;
        }
        if (standing == null || knowledge.covers(path, standing.stamp())) {
            set(path, value);
        } else if (knowledge.isBeneath(standing.stamp(), path) || isBeneathACandidate(path)) {
            keep(path, standing);
        } else if (standing.value().equals(value)) {
            unite(path, value, standing.stamp());
        } else if (knowledge.trustsRestored(path, standing.stamp()) || onlySaidAgain(path, standing)) {
            set(path, value);
        } else {
            meet(path, standing, value);
        }
    }

    private void set(FieldPath path, ByteString value) {
        fields.put(path, new StampedValue(value, change.stamp()));
        conflicts.computeIfPresent(path, (p, conflict) -> conflict.withStandingBy(arrival.by()));
    }

    private boolean isBeneathACandidate(FieldPath path) {
        return conflicts.containsKey(path)
                && conflicts.get(path).candidates().stream()
                        .anyMatch(candidate -> knowledge.isBeneath(candidate.stamp(), path));
    }

    /** The newcomer is older than what stands and was known to it: it goes beneath, into history. */
    private void keep(FieldPath path, StampedValue standing) {
        results.put(path, standing);
        if (!standing.value().equals(change.values().get(path))) {
            merged.add(path);
        }
    }

    private void unite(FieldPath path, ByteString value, Stamp standing) {
        StampedValue united = new StampedValue(value, standing.and(change.stamp()));
        fields.put(path, united);
        results.put(path, united);
    }

    /** What the author saw has only been said again by others since: everybody in the stamp said this very value. */
    private boolean onlySaidAgain(FieldPath path, StampedValue standing) {
        Stamp seen = change.seenIn(path);
        return !seen.isNone()
                && standing.stamp().containsAll(seen)
                && standing.stamp().changeIds().stream().allMatch(id -> knowledge
                        .valueAt(path, Stamp.of(id))
                        .filter(standing.value()::equals)
                        .isPresent());
    }

    private void meet(FieldPath path, StampedValue standing, ByteString value) {
        Stamp seen = change.seenIn(path);
        Optional<ByteString> base = seen.isNone() ? Optional.of(ByteString.EMPTY) : knowledge.valueAt(path, seen);
        FieldMerge.Meeting meeting =
                new FieldMerge.Meeting(base, standing.value(), value, knowledge.isLaterThan(standing.stamp()));
        Optional<ByteString> united =
                schema.flatMap(s -> s.field(path.number())).flatMap(field -> FieldMerge.merge(field, meeting));
        if (united.isPresent()) {
            unite(path, united.get(), standing.stamp());
            if (!united.get().equals(value)) {
                merged.add(path);
            }
        } else if (!replacesCandidate(path, candidate -> knowledge.isOwnEarlier(candidate.stamp()))) {
            ask(path, standing, value, base.filter(known -> !known.isEmpty()));
        }
    }

    private boolean replacesCandidate(FieldPath path, Predicate<Candidate> isReplaced) {
        Conflict conflict = conflicts.get(path);
        if (conflict == null || conflict.candidates().stream().noneMatch(isReplaced)) {
            return false;
        }
        List<Candidate> candidates = new ArrayList<>(conflict.candidates());
        candidates.replaceAll(candidate -> isReplaced.test(candidate)
                ? candidate.replacedBy(change.stamp(), change.values().get(path), arrival.by())
                : candidate);
        putCandidates(path, conflict, candidates);
        return true;
    }

    private void ask(FieldPath path, StampedValue standing, ByteString value, Optional<ByteString> base) {
        Conflict conflict = conflicts.getOrDefault(
                path,
                new Conflict(
                        path,
                        change.changeId(),
                        base,
                        knowledge.authorOf(knowledge.newsIn(path, standing.stamp())),
                        Collections.emptyList()));
        List<Candidate> candidates = new ArrayList<>(conflict.candidates());
        boolean isSaidAlready =
                candidates.stream().anyMatch(candidate -> candidate.value().equals(value));
        if (isSaidAlready) {
            candidates.replaceAll(
                    candidate -> candidate.value().equals(value) ? candidate.joinedBy(change.stamp()) : candidate);
        } else {
            candidates.add(new Candidate(change.stamp(), value, arrival.by(), Collections.<UUID>emptySet()));
        }
        putCandidates(path, conflict, candidates);
    }

    private void putCandidates(FieldPath path, Conflict conflict, List<Candidate> candidates) {
        conflicts.put(path, conflict.with(candidates));
        conflicted.add(path);
    }

    private boolean isSettledOrOwn(Conflict conflict) {
        List<Stamp> settled = change.settles().getOrDefault(conflict.path(), Collections.emptyList());
        return conflict.settledBy(settled).map(this::holdsOnlyOwn).orElse(true);
    }

    private boolean holdsOnlyOwn(Conflict conflict) {
        return conflict.candidates().stream().allMatch(candidate -> knowledge.isOwnEarlier(candidate.stamp()));
    }

    private Outcome outcome(Life life, boolean revived, boolean keptAlive) {
        RecordState after = new RecordState(before.key(), arrival.revision(), life, fields, conflicts);
        // A revived record has fields that its author's tablet let go of with the tombstone.
        boolean asSent = !revived && after.equals(before.with(change).withRevision(arrival.revision()));
        return new Outcome(after, asSent, merged, conflicted, results, revived, keptAlive);
    }
}
