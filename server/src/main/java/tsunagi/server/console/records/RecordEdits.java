package tsunagi.server.console.records;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.history.RecordHistory;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Verdict;

/** What a person at the desk does to one record as it stands: delete it, bring it back, fetch back what it said before. */
final class RecordEdits {
    private final Database database;
    private final Desk desk;
    private final String personId;

    RecordEdits(Database database, Desk desk, String personId) {
        this.database = database;
        this.desk = desk;
        this.personId = personId;
    }

    DeskWord delete(RecordKey key) {
        return desk.delete(key.teamId(), personId, List.of(desk.show(key))).get(0);
    }

    /** Any edit revives a deleted record; this one says again what it said already. */
    Optional<DeskWord> revive(RecordKey key) {
        RecordState state = desk.show(key);
        return state.fields().entrySet().stream()
                .filter(field -> !field.getValue().value().isEmpty())
                .findFirst()
                .map(field -> write(
                        state, FieldValues.of(field.getKey(), field.getValue().value()), new TreeSet<>()));
    }

    /** The whole record as it stood once a revision was taken in. */
    DeskWord restore(RecordKey key, long revision) {
        return set(key, history(key).standing(revision), desk.show(key).fields().keySet());
    }

    /** One field as it stood then. */
    DeskWord restore(RecordKey key, long revision, FieldPath path) {
        TreeMap<FieldPath, ByteString> then = new TreeMap<>(history(key).standing(revision));
        then.keySet().retainAll(List.of(path));
        return set(key, then, List.of(path));
    }

    /** Takes one change back: what it moved is as it was before it. */
    Optional<DeskWord> undo(RecordKey key, long revision) {
        RecordHistory history = history(key);
        Optional<RecordHistory.Step> step = history.at(revision);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        if (step.get().action() == Action.ACTION_DELETE) {
            return revive(key);
        }
        boolean madeTheRecord = history.steps().get(0).revision() == revision;
        return Optional.of(
                madeTheRecord
                        ? delete(key)
                        : set(key, step.get().before(), step.get().paths()));
    }

    /** Sets these fields to what they were; those that were not set are cleared. */
    private DeskWord set(RecordKey key, SortedMap<FieldPath, ByteString> then, Iterable<FieldPath> paths) {
        TreeMap<FieldPath, ByteString> values = new TreeMap<>(then);
        values.values().removeIf(ByteString::isEmpty);
        RecordState now = desk.show(key);
        TreeSet<FieldPath> cleared = new TreeSet<>();
        for (FieldPath path : paths) {
            boolean isSet = now.field(path)
                    .map(StampedValue::value)
                    .filter(value -> !value.isEmpty())
                    .isPresent();
            if (isSet && !values.containsKey(path)) {
                cleared.add(path);
            }
        }
        return write(now, FieldValues.of(values), cleared);
    }

    private DeskWord write(RecordState seen, FieldValues values, Set<FieldPath> cleared) {
        return desk.write(seen.key().teamId(), personId, List.of(new DeskEdit(seen, values, cleared)))
                .get(0);
    }

    private RecordHistory history(RecordKey key) {
        return database.read(connection -> RecordHistory.of(connection, key));
    }

    /** The revision that what was written took; empty when nothing was taken in. */
    static Optional<Long> revision(DeskWord word) {
        if (!(word instanceof DeskWord.Taken taken)) {
            return Optional.empty();
        }
        Verdict verdict = taken.verdict();
        return switch (verdict.getOutcomeCase()) {
            case ACCEPTED -> Optional.of(verdict.getAccepted().getRevision());
            case MERGED -> Optional.of(verdict.getMerged().getRevision());
            case CONFLICTED -> Optional.of(verdict.getConflicted().getRevision());
            default -> Optional.empty();
        };
    }
}
