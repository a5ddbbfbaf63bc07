package tsunagi.app.today;

import android.content.Context;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.Names;
import tsunagi.calendar.JapaneseDays;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.RecordType;

/** 次の約束: the open ones in words, and how one is closed and opened again. Beside the main thread. */
public final class FollowUps {
    private final Parts parts;
    private final Names names;
    private final DayWords days;
    private final Context context;

    public FollowUps(Context context, Names names) {
        this.context = context;
        this.parts = TsunagiApp.parts(context);
        this.names = names;
        this.days = new DayWords(context, parts.today());
    }

    /**
     * One that is open.
     *
     * @param dueOn the day by which, as it is kept; empty when none was said
     * @param due the same in words
     * @param overdueDays how late it is; 0 when it is not
     */
    public record Line(
            RecordKey key,
            String task,
            String workplace,
            String dueOn,
            String due,
            String assigneeId,
            String assignee,
            long overdueDays) {}

    /** Those of these records that are open, what is due first before the others. */
    public List<Line> open(Collection<RecordView> followUps) {
        List<RecordView> sorted = new ArrayList<>(followUps);
        sorted.sort(Comparator.comparing(FollowUps::order));
        List<Line> lines = new ArrayList<>();
        for (RecordView view : sorted) {
            FollowUp followUp = view.as(FollowUp.getDefaultInstance());
            if (followUp.getClosing().getState() == FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED) {
                lines.add(line(view.key(), followUp));
            }
        }
        return lines;
    }

    /** Without a day it comes last. */
    private static String order(RecordView view) {
        String dueOn = view.as(FollowUp.getDefaultInstance()).getDueOn();
        return dueOn.isEmpty() ? "9" : dueOn;
    }

    private Line line(RecordKey key, FollowUp followUp) {
        Optional<LocalDate> dueOn = JapaneseDays.parse(followUp.getDueOn());
        String task = followUp.getTask().isEmpty() ? context.getString(R.string.word_untitled) : followUp.getTask();
        String person = followUp.getAssignment().getAssignedPersonId();
        return new Line(
                key,
                task,
                names.record(key.teamId(), RecordType.RECORD_TYPE_WORKPLACE_VALUE, followUp.getWorkplaceId())
                        .orElse(""),
                followUp.getDueOn(),
                dueOn.map(days::near)
                        .map(day -> context.getString(R.string.today_due, day))
                        .orElse(""),
                person,
                person.isEmpty() ? "" : names.personOrWord(person),
                dueOn.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, parts.today())))
                        .orElse(0L));
    }

    /** Says that it is done. */
    public void close(RecordKey key) {
        FollowUpClosing closing = FollowUpClosing.newBuilder()
                .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                .setClosedOn(parts.today().toString())
                .build();
        save(parts.tablet()
                .edit(key)
                .set(FollowUp.newBuilder().setClosing(closing).build()));
    }

    /** Takes that back. */
    public void reopen(RecordKey key) {
        save(parts.tablet().edit(key).clear(FieldPath.field(FollowUp.CLOSING_FIELD_NUMBER)));
    }

    private void save(Draft draft) {
        parts.tablet()
                .save(
                        draft,
                        parts.users()
                                .current()
                                .orElseThrow(IllegalStateException::new)
                                .personId());
    }
}
