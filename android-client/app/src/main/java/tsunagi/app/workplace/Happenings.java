package tsunagi.app.workplace;

import android.content.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;

/** What happened at one workplace and is to happen: visits, workshops, rounds, referrals, in words. */
final class Happenings {
    private static final Comparator<HappeningLine> LATEST_FIRST =
            Comparator.comparing(HappeningLine::day).reversed();

    private final Context context;
    private final Names names;
    private final FieldWords words;
    private final DayWords days;
    private final FiscalYear thisYear;
    private final String between;
    private final RecordKey workplace;
    private final List<RecordView> visits;
    private final List<RecordView> workshops;
    private final List<RecordView> rounds;
    private final Lookup lookup;

    Happenings(Context context, Names names, RecordKey workplace) {
        var parts = TsunagiApp.parts(context);
        this.context = context;
        this.names = names;
        this.words = new FieldWords(context);
        this.days = new DayWords(context, parts.today());
        this.thisYear = FiscalYear.of(parts.today());
        this.between = context.getString(R.string.word_between);
        this.workplace = workplace;
        this.lookup = parts.tablet().lookup();
        this.visits = lookup.referring(workplace, RecordType.RECORD_TYPE_VISIT_VALUE);
        this.workshops = lookup.referring(workplace, RecordType.RECORD_TYPE_WORKSHOP_VALUE);
        this.rounds = lookup.referring(workplace, RecordType.RECORD_TYPE_ROUND_VALUE);
    }

    List<HappeningLine> history() {
        List<HappeningLine> lines = new ArrayList<>();
        visits.forEach(view -> lines.add(visit(view)));
        workshops.forEach(view -> lines.add(workshop(view)));
        rounds.forEach(view -> lines.add(round(view)));
        lines.sort(LATEST_FIRST);
        return lines;
    }

    private HappeningLine visit(RecordView view) {
        Visit visit = view.as(Visit.getDefaultInstance());
        VisitState state = visit.getOutcome().getState();
        boolean isPlanned = state == VisitState.VISIT_STATE_UNSPECIFIED;
        Stream<String> kinds = visit.getKindsList().stream().map(kind -> words.value(kind.getValueDescriptor()));
        String detail =
                Stream.concat(kinds, people(visit.getMembersMap().keySet())).collect(Collectors.joining(between));
        return new HappeningLine(
                visit.getVisitOn(),
                title(visit.getVisitOn(), isPlanned ? "" : words.value(state.getValueDescriptor()), view.key()),
                detail,
                R.drawable.ic_visit,
                isPlanned,
                Optional.of(view.key()));
    }

    private Stream<String> people(Collection<String> personIds) {
        return personIds.stream().map(names::personOrWord).distinct();
    }

    private HappeningLine workshop(RecordView view) {
        Workshop workshop = view.as(Workshop.getDefaultInstance());
        WorkshopState state = workshop.getOutcome().getState();
        boolean isPlanned = state == WorkshopState.WORKSHOP_STATE_UNSPECIFIED;
        String title = workshop.getTitle().isEmpty()
                ? names.record(workplace.teamId(), RecordType.RECORD_TYPE_COURSE_VALUE, workshop.getCourseId())
                        .orElse("")
                : workshop.getTitle();
        return new HappeningLine(
                workshop.getHeldOn(),
                title(workshop.getHeldOn(), isPlanned ? "" : words.value(state.getValueDescriptor()), view.key()),
                title,
                R.drawable.ic_workshop,
                isPlanned,
                Optional.of(view.key()));
    }

    private HappeningLine round(RecordView view) {
        Round round = view.as(Round.getDefaultInstance());
        return new HappeningLine(
                round.getOpensOn(),
                title(round.getOpensOn(), words.value(round.getPhase().getValueDescriptor()), view.key()),
                round.getName(),
                R.drawable.ic_questionnaire,
                false,
                Optional.of(view.key()));
    }

    private String title(String day, String state, RecordKey key) {
        String type = words.type(key.type());
        String what = state.isEmpty() ? type : context.getString(R.string.word_day_with_words, type, state);
        return day.isEmpty() ? what : days.day(day) + "  " + what;
    }

    /** Days and bodies, whoever it was; no contents. */
    List<HappeningLine> thisYear() {
        List<HappeningLine> lines = new ArrayList<>();
        for (RecordView view : visits) {
            Visit visit = view.as(Visit.getDefaultInstance());
            if (visit.getOutcome().getState() != VisitState.VISIT_STATE_CANCELLED) {
                add(
                        lines,
                        view,
                        visit.getVisitOn(),
                        bodies(visit.getMembersMap().values()));
            }
        }
        for (RecordView view : workshops) {
            Workshop workshop = view.as(Workshop.getDefaultInstance());
            if (workshop.getOutcome().getState() != WorkshopState.WORKSHOP_STATE_CANCELLED) {
                Stream<String> host = Stream.of(workshop.getHostingBodyId())
                        .filter(id -> !id.isEmpty())
                        .map(names::body);
                add(
                        lines,
                        view,
                        workshop.getHeldOn(),
                        Stream.concat(host, bodies(workshop.getMembersMap().values())));
            }
        }
        rounds.forEach(
                view -> add(lines, view, view.as(Round.getDefaultInstance()).getOpensOn(), Stream.empty()));
        lines.sort(LATEST_FIRST);
        return lines;
    }

    private Stream<String> bodies(Collection<StaffMember> members) {
        return members.stream()
                .map(StaffMember::getBodyId)
                .filter(id -> !id.isEmpty())
                .map(names::body);
    }

    private void add(List<HappeningLine> lines, RecordView view, String day, Stream<String> bodies) {
        if (JapaneseDays.parse(day).filter(thisYear::contains).isPresent()) {
            lines.add(new HappeningLine(
                    day,
                    title(day, "", view.key()),
                    bodies.distinct().collect(Collectors.joining(between)),
                    R.drawable.ic_day,
                    false,
                    Optional.empty()));
        }
    }

    List<HappeningLine> openReferrals() {
        List<HappeningLine> lines = new ArrayList<>();
        for (RecordView view : lookup.referring(workplace, RecordType.RECORD_TYPE_REFERRAL_VALUE)) {
            Referral referral = view.as(Referral.getDefaultInstance());
            ReferralState state = referral.getResult().getState();
            if (state == ReferralState.REFERRAL_STATE_UNSPECIFIED || state == ReferralState.REFERRAL_STATE_ACCEPTED) {
                lines.add(referral(view.key(), referral, state));
            }
        }
        return lines;
    }

    private HappeningLine referral(RecordKey key, Referral referral, ReferralState state) {
        String service = referral.getService().isEmpty() ? words.type(key.type()) : referral.getService();
        List<String> detail = new ArrayList<>();
        detail.add(days.day(referral.getReferredOn()));
        detail.add(referral.getToBodyId().isEmpty() ? "" : names.body(referral.getToBodyId()));
        detail.add(
                state == ReferralState.REFERRAL_STATE_UNSPECIFIED
                        ? context.getString(R.string.workplace_referral_waits)
                        : words.value(state.getValueDescriptor()));
        return new HappeningLine(
                referral.getReferredOn(),
                service,
                detail.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("  ")),
                R.drawable.ic_referral,
                true,
                Optional.of(key));
    }
}
