package tsunagi.app.visit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.change.FieldPath;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.StampedValue;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Authorship;

/**
 * Something that others wrote in a field, shown beside what stands there until a person decides.
 *
 * @param isConflict true when it is a conflict of the record; else the field moved while somebody edits it here
 * @param values what may stand there
 */
record Beside(FieldPath path, boolean isConflict, List<Value> values) {
    /**
     * A value that may stand in the field.
     *
     * @param person who wrote it; empty when that is not known on this tablet
     * @param atMs when it was written; 0 when that is not known
     * @param isMine it is what was entered here
     */
    record Value(ByteString bytes, Optional<String> person, long atMs, boolean isMine) {}

    static List<Beside> of(Tablet tablet, Edited<Visit> edited) {
        List<Beside> all = new ArrayList<>();
        edited.view().state().conflicts().forEach((path, conflict) -> all.add(conflict(edited, path, conflict)));
        edited.draft().movedMeanwhile().forEach((path, moved) -> {
            ByteString mine = edited.entered().get(path);
            if (mine != null && !mine.equals(moved.value())) {
                all.add(moved(tablet, path, moved, mine));
            }
        });
        return all;
    }

    private static Beside conflict(Edited<Visit> edited, FieldPath path, Conflict conflict) {
        List<Value> values = new ArrayList<>();
        ByteString standing =
                edited.view().state().field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
        values.add(value(standing, conflict.standingBy()));
        for (Candidate candidate : conflict.candidates()) {
            values.add(value(candidate.value(), candidate.by()));
        }
        return new Beside(path, true, values);
    }

    private static Value value(ByteString bytes, Authorship by) {
        return new Value(
                bytes, Optional.of(by.getPersonId()).filter(id -> !id.isEmpty()), by.getCorrectedAtMs(), false);
    }

    /** A field's stamp names changes; of whom they are, the tablet knows of its own. */
    private static Beside moved(Tablet tablet, FieldPath path, StampedValue moved, ByteString mine) {
        Optional<SavedChange> own = moved.stamp().changeIds().stream()
                .map(id -> tablet.outbox().find(id))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .findFirst();
        List<Value> values = new ArrayList<>();
        values.add(new Value(
                moved.value(),
                own.flatMap(change -> author(tablet, change)),
                own.map(SavedChange::savedAtMs).orElse(0L),
                false));
        values.add(new Value(mine, Optional.empty(), 0, true));
        return new Beside(path, false, values);
    }

    private static Optional<String> author(Tablet tablet, SavedChange change) {
        return tablet.reader().read(change.key().teamId(), change.wire())
                        instanceof tsunagi.change.Reading.Readable read
                ? Optional.of(read.change().authorPersonId())
                : Optional.empty();
    }
}
