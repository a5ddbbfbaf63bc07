package tsunagi.app.dispatch;

import android.content.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;

/** The visits and workshops that are planned at a workplace, and whether those who go may. Beside the main thread. */
public final class Dispatches {
    private final Context context;
    private final Names names;
    private final FieldWords words;
    private final DayWords days;
    private final LocalDate today;

    public Dispatches(Context context, Names names) {
        Parts parts = TsunagiApp.parts(context);
        this.context = context;
        this.names = names;
        this.words = new FieldWords(context);
        this.today = parts.today();
        this.days = new DayWords(context, today);
    }

    /**
     * One of them.
     *
     * @param people who goes, and where each permission stands
     * @param isOpen true while somebody's permission is not there
     * @param isRefused true when somebody may not go
     */
    public record Line(RecordKey key, String day, String title, String people, boolean isOpen, boolean isRefused) {}

    /** Those with people who go, the next one first. */
    public List<Line> planned(RecordKey workplace) {
        Lookup lookup = TsunagiApp.parts(context).tablet().lookup();
        List<Line> lines = new ArrayList<>();
        for (RecordView view : lookup.referring(workplace, RecordType.RECORD_TYPE_VISIT_VALUE)) {
            Visit visit = view.as(Visit.getDefaultInstance());
            if (visit.getOutcome().getStateValue() == 0) {
                add(lines, view, visit.getVisitOn());
            }
        }
        for (RecordView view : lookup.referring(workplace, RecordType.RECORD_TYPE_WORKSHOP_VALUE)) {
            Workshop workshop = view.as(Workshop.getDefaultInstance());
            if (workshop.getOutcome().getStateValue() == 0) {
                add(lines, view, workshop.getHeldOn());
            }
        }
        lines.sort(Comparator.comparing(Line::day));
        return lines;
    }

    private void add(Collection<Line> lines, RecordView view, String day) {
        List<DispatchPage.Person> people = DispatchPage.of(names, view.key(), view.as(Staffed.type(view.key())))
                .people();
        if (people.isEmpty() || day.compareTo(today.toString()) < 0) {
            return;
        }
        lines.add(new Line(
                view.key(),
                day,
                days.day(day) + "  " + words.type(view.key().type()),
                people.stream().map(this::words).collect(Collectors.joining("\n")),
                people.stream().anyMatch(Dispatches::isOpen),
                people.stream()
                        .anyMatch(
                                person -> person.permission().getState() == PermissionState.PERMISSION_STATE_REFUSED)));
    }

    private static boolean isOpen(DispatchPage.Person person) {
        PermissionState state = person.permission().getState();
        return state == PermissionState.PERMISSION_STATE_UNSPECIFIED
                || state == PermissionState.PERMISSION_STATE_REQUESTED;
    }

    private String words(DispatchPage.Person person) {
        return context.getString(
                R.string.dispatch_line,
                person.words(context),
                words.value(person.permission().getState().getValueDescriptor()));
    }
}
