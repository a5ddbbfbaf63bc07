package tsunagi.engine.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.ChangeWriter;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.outbox.NewChange;
import tsunagi.merge.Candidate;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ClockReading;

/** Makes changes of what people decide: edits, resolutions, ends. */
final class ChangeComposer {
    /** A save larger than this is split by field, so that a thin line carries some of it. */
    private static final int CHANGE_BYTES_AIM = 8 * 1024;

    private final Supplier<UUID> ids;
    private final TabletClock clock;
    private final Input input;

    ChangeComposer(Supplier<UUID> ids, TabletClock clock, Input input) {
        this.ids = ids;
        this.clock = clock;
        this.input = input;
    }

    List<NewChange> edit(RecordKey key, List<FieldEdit> edits, Optional<UUID> corrects, String authorPersonId) {
        List<List<FieldEdit>> groups = split(edits);
        Optional<UUID> saveId = groups.size() > 1 ? Optional.of(ids.get()) : Optional.empty();
        ClockReading now = clock.read();
        List<NewChange> changes = new ArrayList<>();
        for (List<FieldEdit> group : groups) {
            // One change takes the parked one's place; the others of the save are new beside it.
            Optional<UUID> replaces = changes.isEmpty() ? corrects : Optional.empty();
            ChangeWriter writer =
                    begin(key, Action.ACTION_EDIT, authorPersonId, now).partOfSave(saveId);
            replaces.ifPresent(writer::replaces);
            changes.add(finish(key, setAll(writer, group), replaces));
        }
        return changes;
    }

    /** A decision about the conflict in a field, by somebody who had all its candidates before them. */
    NewChange resolve(RecordState seen, FieldEdit decision, String authorPersonId) {
        ChangeWriter writer = begin(seen.key(), Action.ACTION_EDIT, authorPersonId, clock.read());
        settle(writer, seen, decision.path());
        return finish(seen.key(), setAll(writer, Collections.singletonList(decision)), Optional.empty());
    }

    /** An end of the record, by somebody who had all of it before them. */
    NewChange end(RecordState seen, Action action, Optional<UUID> successorId, String authorPersonId) {
        ChangeWriter writer = begin(seen.key(), action, authorPersonId, clock.read());
        seen.fields().keySet().forEach(path -> writer.saw(path, seen.stampOf(path)));
        seen.conflicts().keySet().forEach(path -> settle(writer, seen, path));
        successorId.ifPresent(writer::into);
        return finish(seen.key(), writer, Optional.empty());
    }

    private ChangeWriter begin(RecordKey key, Action action, String authorPersonId, ClockReading now) {
        return ChangeWriter.change(ids.get(), key, action).by(authorPersonId, now);
    }

    private NewChange finish(RecordKey key, ChangeWriter writer, Optional<UUID> replaces) {
        return new NewChange(input.read(key, writer.write()), replaces);
    }

    private static ChangeWriter setAll(ChangeWriter writer, List<FieldEdit> edits) {
        Map<FieldPath, com.google.protobuf.ByteString> values = new TreeMap<>();
        for (FieldEdit edit : edits) {
            writer.saw(edit.path(), edit.seen());
            if (!edit.value().isEmpty()) {
                values.put(edit.path(), edit.value());
            }
        }
        return writer.sets(FieldValues.of(values));
    }

    private static void settle(ChangeWriter writer, RecordState seen, FieldPath path) {
        seen.conflict(path).ifPresent(conflict -> {
            List<Stamp> candidates = new ArrayList<>();
            for (Candidate candidate : conflict.candidates()) {
                candidates.add(candidate.stamp());
            }
            writer.settles(path, candidates);
        });
    }

    private static List<List<FieldEdit>> split(List<FieldEdit> edits) {
        List<List<FieldEdit>> groups = new ArrayList<>();
        List<FieldEdit> group = new ArrayList<>();
        int bytes = 0;
        for (FieldEdit edit : edits) {
            if (!group.isEmpty() && bytes + edit.bytes() > CHANGE_BYTES_AIM) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(edit);
            bytes += edit.bytes();
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }
}
