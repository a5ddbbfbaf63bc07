package tsunagi.app.visit;

import android.view.View;
import android.widget.TextView;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;

/** What the visit came to; for an attempt, when to try again and why it failed. */
final class OutcomePart implements VisitPart {
    private static final Set<VisitState> WITHOUT_MORE =
            EnumSet.of(VisitState.VISIT_STATE_UNSPECIFIED, VisitState.VISIT_STATE_DONE);

    private final VisitActivity screen;
    private final Choices<VisitState> states;
    private final Choices<DeclineReason> reasons;
    private final DayField retry;
    private final TextField words;

    OutcomePart(VisitActivity screen) {
        this.screen = screen;
        this.states = Choices.each(screen.findViewById(R.id.visit_states), this::state);
        this.reasons = Choices.several(
                screen.findViewById(R.id.visit_reasons),
                () -> outcome().getReasonsList(),
                chosen -> enter(outcome().toBuilder().clearReasons().addAllReasons(chosen)));
        this.retry = new DayField(screen, screen.findViewById(R.id.visit_retry), this::day, this::retryOn);
        this.words = TextField.of(
                screen.findViewById(R.id.visit_reason_words),
                typed -> enter(
                        typed.isEmpty()
                                ? outcome().toBuilder().clearReasonWords()
                                : outcome().toBuilder().setReasonWords(typed)));
        states.offerWords(VisitWords.STATES);
        reasons.offerWords(VisitWords.REASONS);
    }

    @Override
    public void show(VisitPage page) {
        show(page.visit().message().getOutcome());
    }

    private void show(VisitOutcome outcome) {
        VisitState state = outcome.getState();
        states.show(state);
        boolean isAttempt = !WITHOUT_MORE.contains(state);
        screen.findViewById(R.id.visit_attempt).setVisibility(isAttempt ? View.VISIBLE : View.GONE);
        boolean hasReasons = isAttempt && state != VisitState.VISIT_STATE_ABSENT;
        screen.findViewById(R.id.visit_reasons_part).setVisibility(hasReasons ? View.VISIBLE : View.GONE);
        retry.show(JapaneseDays.parse(outcome.getRetryOn()));
        reasons.show(outcome.getReasonsList());
        words.show(outcome.getReasonWords());
        TextView finish = screen.findViewById(R.id.visit_finish);
        finish.setText(isAttempt ? R.string.save : R.string.visit_finish);
    }

    private VisitOutcome outcome() {
        return screen.form().now().getOutcome();
    }

    private LocalDate day() {
        return JapaneseDays.parse(screen.form().now().getVisitOn()).orElseGet(() -> screen.today());
    }

    private void state(VisitState state, boolean isChosen) {
        VisitState now = isChosen ? state : VisitState.VISIT_STATE_UNSPECIFIED;
        enter(
                WITHOUT_MORE.contains(now)
                        ? VisitOutcome.newBuilder().setState(now)
                        : outcome().toBuilder().setState(now));
        show(outcome());
        screen.refresh();
    }

    private void retryOn(Optional<LocalDate> day) {
        VisitOutcome.Builder outcome = outcome().toBuilder().clearRetryOn();
        day.ifPresent(again -> outcome.setRetryOn(again.toString()));
        enter(outcome);
    }

    private void enter(VisitOutcome.Builder outcome) {
        boolean isPlanned = outcome.getState() == VisitState.VISIT_STATE_UNSPECIFIED;
        screen.form()
                .replace(
                        Visit.OUTCOME_FIELD_NUMBER,
                        isPlanned
                                ? Visit.getDefaultInstance()
                                : Visit.newBuilder().setOutcome(outcome).build());
    }
}
