package tsunagi.server.duplicate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

/**
 * What of visits is compared.
 *
 * @param place the workplace that speaks for theirs
 * @param outcome what it came to; not said while it is planned
 * @param words needs, findings and advice together
 */
record VisitTraits(
        String place,
        Optional<LocalDate> day,
        Optional<LocalTime> start,
        VisitState outcome,
        Set<String> staff,
        Set<VisitKind> kinds,
        Set<String> met,
        String words)
        implements Traits {
    private static final int SAME_TIME_MINUTES_MAX = 45;
    private static final int OTHER_TIME_MINUTES_MIN = 120;

    static VisitTraits of(Visit visit, String place) {
        return new VisitTraits(
                place,
                day(visit.getVisitOn()),
                time(visit.getStartsAt()),
                visit.getOutcome().getState(),
                visit.getMembersMap().keySet(),
                Set.copyOf(visit.getKindsList()),
                Set.copyOf(visit.getMetContactIdsList()),
                visit.getNeeds() + visit.getFindings() + visit.getAdvice());
    }

    /** Its own day and the next: so it meets those of the same day, and of the days before and after. */
    @Override
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        if (day.isPresent() && !place.isEmpty()) {
            blocks.add(place + " " + day.get());
            blocks.add(place + " " + day.get().plusDays(1));
        }
        return blocks;
    }

    @Override
    public Likeness likeness(Traits traits) {
        if (!(traits instanceof VisitTraits other)
                || day.isEmpty()
                || other.day.isEmpty()
                || place.isEmpty()
                || !place.equals(other.place)) {
            return Likeness.NONE;
        }
        long days = Math.abs(ChronoUnit.DAYS.between(day.get(), other.day.get()));
        if (days > 1) {
            return Likeness.NONE;
        }
        return new Weighing()
                .when(true, Reason.SAME_WORKPLACE, 0)
                .when(days == 0, Reason.SAME_DAY, 60)
                .when(days == 1, Reason.NEXT_DAY, 10)
                .when(minutesBetween(other) <= SAME_TIME_MINUTES_MAX, Reason.SAME_TIME, 20)
                .when(isOtherTime(other), Reason.OTHER_TIME, -40)
                .when(isPlanned() != other.isPlanned(), Reason.PLAN_AND_OUTCOME, 10)
                .when(isOtherOutcome(other), Reason.OTHER_OUTCOME, -40)
                .when(!Collections.disjoint(staff, other.staff), Reason.SAME_STAFF, 10)
                .when(!Collections.disjoint(kinds, other.kinds), Reason.SAME_KIND, 5)
                .when(isOtherKind(other), Reason.OTHER_KIND, -15)
                .when(!Collections.disjoint(met, other.met), Reason.SAME_PEOPLE_MET, 5)
                .when(SharedText.isSame(words, other.words), Reason.SAME_TEXT, 30)
                .when(SharedText.isOther(words, other.words), Reason.OTHER_TEXT, -10)
                .likeness();
    }

    private long minutesBetween(VisitTraits other) {
        return start.isPresent() && other.start.isPresent()
                ? Math.abs(ChronoUnit.MINUTES.between(start.get(), other.start.get()))
                : Long.MAX_VALUE;
    }

    private boolean isOtherTime(VisitTraits other) {
        long minutes = minutesBetween(other);
        return minutes != Long.MAX_VALUE && minutes >= OTHER_TIME_MINUTES_MIN;
    }

    private boolean isPlanned() {
        return outcome == VisitState.VISIT_STATE_UNSPECIFIED;
    }

    private boolean isOtherOutcome(VisitTraits other) {
        return !isPlanned()
                && !other.isPlanned()
                && (outcome == VisitState.VISIT_STATE_DONE) != (other.outcome == VisitState.VISIT_STATE_DONE);
    }

    private boolean isOtherKind(VisitTraits other) {
        return !kinds.isEmpty() && !other.kinds.isEmpty() && Collections.disjoint(kinds, other.kinds);
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
