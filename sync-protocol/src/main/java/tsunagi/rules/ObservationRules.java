package tsunagi.rules;

import java.util.Optional;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.FrequencyPeriod;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;

/** Rules for what comes of a visit: observations and follow-ups. */
final class ObservationRules {
    private ObservationRules() {}

    static void check(Observation observation, Findings found, RuleContext others) {
        found.required(!observation.getVisitId().isEmpty(), "visit_id", "どの訪問での観察か", "The visit");
        found.required(!observation.getTask().isEmpty(), "task", "作業の名称", "The task");
        found.warnIf(
                observation.getFrequency().hasTimes()
                        && observation.getFrequency().getPeriod() == FrequencyPeriod.FREQUENCY_PERIOD_UNSPECIFIED,
                "frequency.period",
                "period_missing",
                "回数の単位(1日あたり・1週間あたりなど)が入っていません。",
                "The times are given without their period (a day, a week …).");
        Optional<Visit> visit = others.find(Visit.getDefaultInstance(), observation.getVisitId());
        if (visit.isPresent()) {
            Optional<Workplace> workplace =
                    others.find(Workplace.getDefaultInstance(), visit.get().getWorkplaceId());
            workplace.ifPresent(there ->
                    WorkplaceRules.checkDepartment(there, observation.getDepartmentKey(), "department_key", found));
            VisitRules.checkPhotos(
                    observation.getPhotosCount(),
                    visit.get().getPhotoPermission().getConsent(),
                    workplace.map(Workplace::getPhotoRule).orElse(PhotoRule.PHOTO_RULE_UNSPECIFIED),
                    found);
        }
    }

    static void check(FollowUp followUp, Findings found, RuleContext others) {
        found.required(!followUp.getTask().isEmpty(), "task", "次にすること", "What is to be done");
        boolean isOpen = followUp.getClosing().getState() == FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED;
        found.warnIf(
                isOpen
                        && followUp.getAssignment().getAssignedPersonId().isEmpty()
                        && followUp.getAssignment().getBodyId().isEmpty(),
                "assignment",
                "nobody_assigned",
                "誰がするのかが決まっていません。担当を入れてください。",
                "Nobody is to do it. Enter who is.");
        Optional<Visit> visit = others.find(Visit.getDefaultInstance(), followUp.getVisitId());
        visit.ifPresent(from -> {
            Days.expectOrder(
                    found,
                    from.getVisitOn(),
                    followUp.getDueOn(),
                    "due_on",
                    "期限が訪問日より前です",
                    "It is due before the visit");
            Days.expectOrder(
                    found,
                    from.getVisitOn(),
                    followUp.getClosing().getClosedOn(),
                    "closing.closed_on",
                    "済んだ日が訪問日より前です",
                    "It was closed before the visit");
        });
    }
}
