package tsunagi.app.visit;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.user.User;
import tsunagi.app.visit.VisitParts.Part;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralStrength;

/** What belongs to a visit and is written on a screen of its own: observations, referrals, what is to be done next. */
final class RowsPart implements VisitPart {
    private final VisitActivity screen;

    RowsPart(VisitActivity screen) {
        this.screen = screen;
        add(R.id.visit_add_observation, ObservationActivity.class, this::observation);
        add(R.id.visit_add_referral, ReferralActivity.class, this::referral);
        add(R.id.visit_add_next, FollowUpActivity.class, this::followUp);
    }

    @Override
    public void show(VisitPage page) {
        People people = new People(screen.getResources(), page.users());
        rows(
                R.id.visit_observations,
                page.parts().observations(),
                ObservationActivity.class,
                observation -> title(observation, page.place()),
                this::below);
        rows(
                R.id.visit_referrals,
                page.parts().referrals(),
                ReferralActivity.class,
                referral -> orUntitled(referral.getService()),
                this::strength);
        rows(
                R.id.visit_next,
                page.parts().next(),
                FollowUpActivity.class,
                followUp -> orUntitled(followUp.getTask()),
                followUp -> below(followUp, people));
    }

    private <M> void rows(
            int id, List<Part<M>> parts, Class<?> activity, Function<M, String> title, Function<M, String> below) {
        ViewGroup rows = screen.findViewById(id);
        rows.removeAllViews();
        for (Part<M> part : parts) {
            View row = row(rows, part.key(), activity, title.apply(part.message()), below.apply(part.message()));
            row.findViewById(R.id.visit_row_conflict).setVisibility(part.hasConflict() ? View.VISIBLE : View.GONE);
            rows.addView(row);
        }
    }

    private String title(Observation observation, Place place) {
        String department = place.department(observation.getDepartmentKey());
        String task = orUntitled(observation.getTask());
        return department.isEmpty() ? task : screen.getString(R.string.visit_observation_title, department, task);
    }

    private String orUntitled(String text) {
        return text.isEmpty() ? screen.getString(R.string.visit_untitled) : text;
    }

    private String below(Observation observation) {
        Resources words = screen.getResources();
        List<String> said = new ArrayList<>();
        HazardLevel level = observation.getHazardLevel();
        if (level != HazardLevel.HAZARD_LEVEL_UNSPECIFIED) {
            said.add(words.getString(
                    R.string.visit_level_said,
                    words.getString(VisitLine.word(ObservationWords.LEVELS, level, R.string.visit_untitled))));
        }
        String hazards = observation.getHazardsList().stream()
                .map(hazard ->
                        words.getString(VisitLine.word(ObservationWords.HAZARDS, hazard, R.string.visit_hazard_other)))
                .collect(Collectors.joining(words.getString(R.string.visit_list_separator)));
        if (!hazards.isEmpty()) {
            said.add(hazards);
        }
        if (observation.getPhotosCount() > 0) {
            said.add(words.getQuantityString(
                    R.plurals.visit_photos_count, observation.getPhotosCount(), observation.getPhotosCount()));
        }
        return String.join(words.getString(R.string.visit_separator), said);
    }

    private String strength(Referral referral) {
        return referral.getStrength() == ReferralStrength.REFERRAL_STRENGTH_UNSPECIFIED
                ? ""
                : screen.getString(
                        VisitLine.word(VisitWords.STRENGTHS, referral.getStrength(), R.string.visit_untitled));
    }

    private String below(FollowUp followUp, People people) {
        List<String> said = new ArrayList<>();
        if (!followUp.getDueOn().isEmpty()) {
            said.add(screen.getString(R.string.visit_due, screen.days().day(followUp.getDueOn())));
        }
        String person = followUp.getAssignment().getAssignedPersonId();
        if (!person.isEmpty()) {
            said.add(people.name(person));
        }
        return String.join(screen.getString(R.string.visit_separator), said);
    }

    private View row(ViewGroup rows, RecordKey key, Class<?> activity, String title, String below) {
        View row = LayoutInflater.from(screen).inflate(R.layout.visit_row, rows, false);
        TextView first = row.findViewById(R.id.visit_row_title);
        first.setText(title);
        TextView second = row.findViewById(R.id.visit_row_below);
        second.setText(below);
        second.setVisibility(below.isEmpty() ? View.GONE : View.VISIBLE);
        row.setOnClickListener(view -> open(activity, key));
        return row;
    }

    private void open(Class<?> activity, RecordKey key) {
        screen.startActivity(PartActivity.to(screen, activity, screen.draft().key(), key));
    }

    /** A new one is on disk, as a draft, before its screen opens: whatever happens there, it is found again. */
    private void add(int button, Class<?> activity, Supplier<Message> given) {
        screen.findViewById(button).setOnClickListener(view -> {
            if (screen.form().isShown()) {
                Message contents = given.get();
                screen.form()
                        .open()
                        .afterwards(
                                () -> {
                                    RecordKey visit = screen.draft().key();
                                    return screen.tablet()
                                            .create(visit.teamId(), contents)
                                            .key();
                                },
                                key -> open(activity, key),
                                failure -> screen.say(R.string.visit_not_kept));
            }
        });
    }

    private String visitId() {
        return screen.draft().key().id().toString();
    }

    private Message observation() {
        return Observation.newBuilder().setVisitId(visitId()).build();
    }

    private Message referral() {
        Referral.Builder referral = Referral.newBuilder()
                .setVisitId(visitId())
                .setWorkplaceId(screen.form().now().getWorkplaceId())
                .setReferredOn(screen.form().now().getVisitOn());
        screen.page().me().map(User::bodyId).filter(id -> !id.isEmpty()).ifPresent(referral::setFromBodyId);
        return referral.build();
    }

    private Message followUp() {
        FollowUp.Builder followUp = FollowUp.newBuilder()
                .setVisitId(visitId())
                .setWorkplaceId(screen.form().now().getWorkplaceId());
        screen.page()
                .me()
                .ifPresent(user ->
                        followUp.setAssignment(assignment(user, screen.today().toString())));
        return followUp.build();
    }

    static Assignment assignment(User user, String day) {
        Assignment.Builder assignment =
                Assignment.newBuilder().setAssignedPersonId(user.personId()).setAssignedOn(day);
        if (!user.bodyId().isEmpty()) {
            assignment.setBodyId(user.bodyId());
        }
        return assignment.build();
    }
}
