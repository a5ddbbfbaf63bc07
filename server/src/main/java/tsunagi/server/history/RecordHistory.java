package tsunagi.server.history;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.sync.v1.Action;

/**
 * What became of one record, change by change, as the log tells it: what was said under its own id. What another record that was
 * absorbed brought along is not told.
 */
public final class RecordHistory {
    private final List<Step> steps;

    /**
     * One change and what it moved.
     *
     * @param before the values of the fields it moved as they stood before; a field that was not set is not there
     * @param after the same behind it
     * @param paths the fields it touched
     * @param contested what it said in fields where another value stayed in place until a person chooses
     */
    public record Step(
            LoggedChange change,
            List<FieldPath> paths,
            SortedMap<FieldPath, ByteString> before,
            SortedMap<FieldPath, ByteString> after,
            SortedMap<FieldPath, ByteString> contested) {
        public long revision() {
            return change.revision();
        }

        public Action action() {
            return change.action();
        }

        /** The value of a field behind the change; no bytes when it was not set. */
        public ByteString after(FieldPath path) {
            return after.getOrDefault(path, ByteString.EMPTY);
        }

        public ByteString before(FieldPath path) {
            return before.getOrDefault(path, ByteString.EMPTY);
        }
    }

    private RecordHistory(List<Step> steps) {
        this.steps = Collections.unmodifiableList(steps);
    }

    /** The history of a record; empty when nobody said anything about it, or all of that was erased. */
    public static RecordHistory of(Connection connection, RecordKey key) throws SQLException {
        ChangeReader reader = new ChangeReader(RecordSchemas.standard(), ChangeLimits.STANDARD);
        List<Step> steps = new ArrayList<>();
        TreeMap<FieldPath, ByteString> values = new TreeMap<>();
        for (LoggedChange logged : new ChangeLog().of(connection, key)) {
            if (reader.read(key.teamId(), logged.wire()) instanceof Reading.Readable readable) {
                steps.add(step(logged, readable.change(), values));
            }
        }
        return new RecordHistory(steps);
    }

    private static Step step(LoggedChange logged, Change change, Map<FieldPath, ByteString> values) {
        List<FieldPath> paths = List.copyOf(change.touched());
        SortedMap<FieldPath, ByteString> before = only(values, paths);
        TreeMap<FieldPath, ByteString> contested = new TreeMap<>();
        logged.verdict().getConflicted().getPathsList().stream()
                .map(FieldPath::fromProto)
                .forEach(path -> contested.put(path, change.values().get(path)));
        boolean isTaken = !logged.verdict().hasErased() && logged.body().isPresent();
        for (FieldPath path : isTaken ? paths : List.<FieldPath>of()) {
            StampedValue result = logged.results().get(path);
            if (result != null || !contested.containsKey(path)) {
                values.put(path, result == null ? change.values().get(path) : result.value());
            }
        }
        return new Step(logged, paths, before, only(values, paths), contested);
    }

    private static SortedMap<FieldPath, ByteString> only(Map<FieldPath, ByteString> values, List<FieldPath> paths) {
        TreeMap<FieldPath, ByteString> some = new TreeMap<>(values);
        some.keySet().retainAll(paths);
        return some;
    }

    /** Oldest first. */
    public List<Step> steps() {
        return steps;
    }

    public Optional<Step> at(long revision) {
        return steps.stream().filter(step -> step.revision() == revision).findFirst();
    }

    /** The fields that were set once a revision was taken in. */
    public SortedMap<FieldPath, ByteString> standing(long revision) {
        TreeMap<FieldPath, ByteString> values = new TreeMap<>();
        for (Step step : steps) {
            if (step.revision() <= revision) {
                values.putAll(step.after());
            }
        }
        values.values().removeIf(ByteString::isEmpty);
        return values;
    }
}
