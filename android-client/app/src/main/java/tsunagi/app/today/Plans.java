package tsunagi.app.today;

import android.content.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.calendar.JapaneseDays;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;

/**
 * Visits and workshops that are planned.
 *
 * @param unfinished those of days before today of which nobody said what came
 * @param today those of today, also what was done already
 * @param next those of the days to come
 */
record Plans(List<Line> unfinished, List<Line> today, List<Line> next) {
    static final Plans NONE = new Plans(Collections.emptyList(), Collections.emptyList(), Collections.emptyList());

    private static final int DAYS_BACK = 14;
    private static final int DAYS_AHEAD = 14;

    /**
     * One of them.
     *
     * @param at day and time, in words
     * @param isOpen false when somebody said what came of it
     */
    record Line(RecordKey key, String sortedBy, String title, String at, String detail, int icon, boolean isOpen) {}

    boolean isEmpty() {
        return unfinished.isEmpty() && today.isEmpty() && next.isEmpty();
    }

    static Plans of(Context context, Names names, UUID team) {
        Reader reader = new Reader(context, names, team);
        LocalDate today = TsunagiApp.parts(context).today();
        List<Line> unfinished = reader.open(today.minusDays(DAYS_BACK), today.minusDays(1));
        return new Plans(unfinished, reader.all(today), reader.open(today.plusDays(1), today.plusDays(DAYS_AHEAD)));
    }

    private static final class Reader {
        private final Context context;
        private final Names names;
        private final UUID team;
        private final Lookup lookup;
        private final FieldWords words;
        private final DayWords days;

        Reader(Context context, Names names, UUID team) {
            this.context = context;
            this.names = names;
            this.team = team;
            this.lookup = TsunagiApp.parts(context).tablet().lookup();
            this.words = new FieldWords(context);
            this.days = new DayWords(context, TsunagiApp.parts(context).today());
        }

        List<Line> open(LocalDate from, LocalDate to) {
            List<Line> lines = new ArrayList<>();
            lookup.openOnDays(team, RecordType.RECORD_TYPE_VISIT_VALUE, from, to)
                    .forEach(view -> lines.add(visit(view)));
            lookup.openOnDays(team, RecordType.RECORD_TYPE_WORKSHOP_VALUE, from, to)
                    .forEach(view -> lines.add(workshop(view)));
            return sorted(lines);
        }

        List<Line> all(LocalDate day) {
            List<Line> lines = new ArrayList<>();
            lookup.onDays(team, RecordType.RECORD_TYPE_VISIT_VALUE, day, day).forEach(view -> lines.add(visit(view)));
            lookup.onDays(team, RecordType.RECORD_TYPE_WORKSHOP_VALUE, day, day)
                    .forEach(view -> lines.add(workshop(view)));
            return sorted(lines);
        }

        private static List<Line> sorted(List<Line> lines) {
            lines.sort(Comparator.comparing(Line::sortedBy));
            return lines;
        }

        private Line visit(RecordView view) {
            Visit visit = view.as(Visit.getDefaultInstance());
            boolean isOpen = visit.getOutcome().getStateValue() == 0;
            Stream<String> kinds = visit.getKindsList().stream().map(kind -> words.value(kind.getValueDescriptor()));
            Stream<String> people = visit.getMembersMap().keySet().stream().map(names::personOrWord);
            String came =
                    isOpen ? "" : words.value(visit.getOutcome().getState().getValueDescriptor());
            return new Line(
                    view.key(),
                    visit.getVisitOn() + visit.getStartsAt(),
                    place(visit.getWorkplaceId()),
                    at(
                            visit.getVisitOn(),
                            visit.getStartsAt(),
                            words.type(view.key().type())),
                    joined(Stream.of(Stream.of(came), kinds, people).flatMap(part -> part)),
                    R.drawable.ic_visit,
                    isOpen);
        }

        private Line workshop(RecordView view) {
            Workshop workshop = view.as(Workshop.getDefaultInstance());
            boolean isOpen = workshop.getOutcome().getStateValue() == 0;
            String came =
                    isOpen ? "" : words.value(workshop.getOutcome().getState().getValueDescriptor());
            String title = Stream.of(
                            workshop.getTitle(),
                            names.record(team, RecordType.RECORD_TYPE_COURSE_VALUE, workshop.getCourseId())
                                    .orElse(""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElseGet(() -> place(workshop.getWorkplaceId()));
            String place = workshop.getWorkplaceId().isEmpty() ? "" : place(workshop.getWorkplaceId());
            return new Line(
                    view.key(),
                    workshop.getHeldOn() + workshop.getStartsAt(),
                    title,
                    at(
                            workshop.getHeldOn(),
                            workshop.getStartsAt(),
                            words.type(view.key().type())),
                    joined(Stream.of(came, place, workshop.getPlace())),
                    R.drawable.ic_workshop,
                    isOpen);
        }

        private String place(String workplaceId) {
            return names.record(team, RecordType.RECORD_TYPE_WORKPLACE_VALUE, workplaceId)
                    .orElseGet(() -> context.getString(R.string.word_untitled));
        }

        private String at(String day, String time, String type) {
            String near = JapaneseDays.parse(day).map(days::near).orElse(day);
            return joined(Stream.of(type, near, time), "  ");
        }

        private String joined(Stream<String> texts) {
            return joined(texts, context.getString(R.string.word_between));
        }

        private static String joined(Stream<String> texts, String between) {
            return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
        }
    }
}
