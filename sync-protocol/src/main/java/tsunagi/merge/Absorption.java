package tsunagi.merge;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.EndReason;

/**
 * Makes one record of two that turned out to be the same. The successor's values stand, what only the absorbed record
 * has joins them, and what the schema can unite is united. Thread-safe.
 */
public final class Absorption {
    private final RecordSchemas schemas;

    public Absorption(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /** Whether anybody looked at the two records before they became one. */
    public enum Decision {
        /** A person did: where the two differ, the successor's value stands and the other stays in history. */
        BY_A_PERSON,
        /** Nobody did, it followed from another absorption: where the two differ, a person is asked. */
        BY_CONSEQUENCE
    }

    /**
     * What came of it.
     *
     * @param successor the record that stays, with what joined it
     * @param absorbed the record that ended
     * @param results the successor's values that are neither the one nor the other's alone
     */
    public record Joined(RecordState successor, RecordState absorbed, SortedMap<FieldPath, StampedValue> results) {}

    public Joined join(
            RecordState successor, RecordState absorbed, Arrival arrival, History history, Decision decision) {
        Stamp by = arrival.change().stamp();
        Joining joining = new Joining(schemas.find(successor.key().type()), successor, arrival, history, decision);
        absorbed.fields().forEach(joining::add);
        RecordState ended = absorbed.withLife(new Life.Ended(
                        EndReason.END_REASON_ABSORBED,
                        by,
                        Optional.of(successor.key().id())))
                .withRevision(arrival.revision());
        return new Joined(joining.state(), ended, joining.results);
    }

    /** One joining under way. */
    private static final class Joining {
        private final Optional<RecordSchema> schema;
        private final RecordState successor;
        private final Arrival arrival;
        private final Change change;
        private final Knowledge knowledge;
        private final Decision decision;
        private final TreeMap<FieldPath, StampedValue> fields;
        private final TreeMap<FieldPath, Conflict> conflicts;
        private final TreeMap<FieldPath, StampedValue> results = new TreeMap<>();

        Joining(
                Optional<RecordSchema> schema,
                RecordState successor,
                Arrival arrival,
                History history,
                Decision decision) {
            this.schema = schema;
            this.successor = successor;
            this.arrival = arrival;
            this.change = arrival.change();
            this.knowledge = new Knowledge(arrival, history);
            this.decision = decision;
            this.fields = new TreeMap<>(successor.fields());
            this.conflicts = new TreeMap<>(successor.conflicts());
        }

        void add(FieldPath path, StampedValue theirs) {
            StampedValue standing = fields.putIfAbsent(path, theirs);
            if (standing == null || standing.equals(theirs)) {
                return;
            }
            Optional<FieldDescriptor> field = schema.flatMap(s -> s.field(path.number()));
            Optional<ByteString> united = standing.value().equals(theirs.value())
                    ? Optional.of(standing.value())
                    : field.flatMap(known -> unite(known, standing, theirs));
            if (united.isPresent()) {
                Stamp stamp = standing.stamp().and(theirs.stamp()).and(change.stamp());
                StampedValue value = new StampedValue(united.get(), stamp);
                fields.put(path, value);
                results.put(path, value);
            } else if (decision == Decision.BY_CONSEQUENCE && !isNaturalKey(field)) {
                ask(path, standing, theirs);
            }
        }

        private static Optional<ByteString> unite(FieldDescriptor field, StampedValue standing, StampedValue theirs) {
            // Two records have no value that both began from, so nothing counts as removed.
            return FieldMerge.merge(
                    field, new FieldMerge.Meeting(Optional.empty(), standing.value(), theirs.value(), false));
        }

        private boolean isNaturalKey(Optional<FieldDescriptor> field) {
            return field.filter(known ->
                            schema.isPresent() && schema.get().naturalKey().contains(known))
                    .isPresent();
        }

        private void ask(FieldPath path, StampedValue standing, StampedValue theirs) {
            Authorship standingBy = knowledge.authorOf(standing.stamp());
            Conflict conflict = conflicts.getOrDefault(
                    path, new Conflict(path, change.changeId(), Optional.empty(), standingBy, Collections.emptyList()));
            List<Candidate> candidates = new ArrayList<>(conflict.candidates());
            candidates.add(new Candidate(
                    theirs.stamp(), theirs.value(), knowledge.authorOf(theirs.stamp()), Collections.<UUID>emptySet()));
            conflicts.put(path, conflict.with(candidates));
        }

        RecordState state() {
            return new RecordState(successor.key(), arrival.revision(), successor.life(), fields, conflicts);
        }
    }
}
