package tsunagi.app.visit;

import android.content.Context;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.Names;
import tsunagi.app.words.ValueWords;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.StampedValue;
import tsunagi.sync.v1.Authorship;

/**
 * Something that others wrote in a field, shown beside what stands there until a person decides.
 *
 * @param isConflict true when it is a conflict of the record; else the field moved while somebody edits it here
 * @param field what the field is called
 * @param values what may stand there
 */
record Beside(FieldPath path, boolean isConflict, String field, List<Value> values) {
    /**
     * A value that may stand in the field.
     *
     * @param words the value as a person reads it
     * @param who who wrote it and when, as far as that is known on this tablet
     * @param isMine it is what was entered here
     */
    record Value(ByteString bytes, String words, String who, boolean isMine) {}

    /** Better words for a value, where what it stands for is known only here. */
    interface Wording {
        String of(FieldPath path, String words);
    }

    /** All there is beside a record; beside the main thread. */
    static List<Beside> of(Context context, Parts parts, Edited<?> edited, Wording wording) {
        Names names = new Names(context);
        DayWords days = new DayWords(context, parts.today());
        ValueWords words = new ValueWords(context, names);
        return new Reader(context, parts.tablet(), edited, names, words, days, wording).read();
    }

    private record Reader(
            Context context,
            Tablet tablet,
            Edited<?> edited,
            Names names,
            ValueWords words,
            DayWords days,
            Wording wording) {
        List<Beside> read() {
            List<Beside> all = new ArrayList<>();
            edited.view().state().conflicts().forEach((path, conflict) -> all.add(conflict(path, conflict)));
            edited.draft().movedMeanwhile().forEach((path, moved) -> {
                ByteString mine = edited.entered().get(path);
                if (mine != null && !mine.equals(moved.value())) {
                    all.add(moved(path, moved, mine));
                }
            });
            return all;
        }

        private Beside conflict(FieldPath path, Conflict conflict) {
            List<Value> values = new ArrayList<>();
            ByteString standing =
                    edited.view().state().field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
            values.add(value(path, standing, conflict.standingBy()));
            for (Candidate candidate : conflict.candidates()) {
                values.add(value(path, candidate.value(), candidate.by()));
            }
            return new Beside(path, true, field(path), values);
        }

        private Value value(FieldPath path, ByteString bytes, Authorship by) {
            String who = by.getPersonId().isEmpty()
                    ? context.getString(R.string.visit_other_tablet)
                    : names.personOrWord(by.getPersonId());
            return new Value(bytes, words(path, bytes), when(who, by.getCorrectedAtMs()), false);
        }

        /** A field's stamp names changes; of whom they are, the tablet knows of its own. */
        private Beside moved(FieldPath path, StampedValue moved, ByteString mine) {
            Optional<SavedChange> own = moved.stamp().changeIds().stream()
                    .map(id -> tablet.outbox().find(id))
                    .filter(Optional::isPresent)
                    .map(Optional::get)
                    .findFirst();
            String name = own.flatMap(this::author)
                    .map(names::personOrWord)
                    .orElseGet(() -> context.getString(R.string.visit_other_tablet));
            String who = when(
                    context.getString(R.string.visit_who_changed, name),
                    own.map(SavedChange::savedAtMs).orElse(0L));
            List<Value> values = new ArrayList<>();
            values.add(new Value(moved.value(), words(path, moved.value()), who, false));
            values.add(new Value(mine, words(path, mine), context.getString(R.string.visit_mine), true));
            return new Beside(path, false, field(path), values);
        }

        private Optional<String> author(SavedChange change) {
            return tablet.reader().read(change.key().teamId(), change.wire()) instanceof Reading.Readable read
                    ? Optional.of(read.change().authorPersonId())
                    : Optional.empty();
        }

        private String when(String who, long atMs) {
            return atMs == 0 ? who : who + " " + days.moment(atMs);
        }

        private String field(FieldPath path) {
            return words.field(edited.key(), path);
        }

        private String words(FieldPath path, ByteString bytes) {
            return wording.of(path, words.value(edited.key(), path, bytes));
        }
    }
}
