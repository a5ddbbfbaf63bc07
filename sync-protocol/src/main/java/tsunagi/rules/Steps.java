package tsunagi.rules;

import java.util.EnumSet;
import java.util.Set;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;

/**
 * The steps that a record takes through its states in life: a visit is planned, then attempted or done; a referral is open, accepted, then
 * done, declined or of unknown result. A step back may be a correction, so it is asked about and never refused.
 */
final class Steps {
    private static final Set<VisitState> VISIT_ENDS = EnumSet.complementOf(
            EnumSet.of(VisitState.VISIT_STATE_UNSPECIFIED, VisitState.UNRECOGNIZED, VisitState.VISIT_STATE_CANCELLED));

    private Steps() {}

    static void check(Visit before, Visit after, Findings found) {
        VisitState from = before.getOutcome().getState();
        VisitState to = after.getOutcome().getState();
        boolean isUndone = from == VisitState.VISIT_STATE_DONE && to != from;
        boolean isPlannedAgain = VISIT_ENDS.contains(from) && !VISIT_ENDS.contains(to);
        ask(isUndone || isPlannedAgain, "outcome.state", "訪問の結果", "the outcome of the visit", found);
    }

    static void check(Workshop before, Workshop after, Findings found) {
        WorkshopState from = before.getOutcome().getState();
        boolean isUndone =
                from == WorkshopState.WORKSHOP_STATE_HELD && after.getOutcome().getState() != from;
        ask(isUndone, "outcome.state", "開催の結果", "the outcome of the workshop", found);
    }

    static void check(Referral before, Referral after, Findings found) {
        ReferralState from = before.getResult().getState();
        ReferralState to = after.getResult().getState();
        boolean isOpenAgain = from != to && to == ReferralState.REFERRAL_STATE_UNSPECIFIED;
        boolean isUndone = from == ReferralState.REFERRAL_STATE_DONE && to != from;
        boolean isTakenUpAgain =
                from == ReferralState.REFERRAL_STATE_DECLINED && to == ReferralState.REFERRAL_STATE_ACCEPTED;
        ask(isOpenAgain || isUndone || isTakenUpAgain, "result.state", "紹介の結果", "the result of the referral", found);
    }

    static void check(FollowUp before, FollowUp after, Findings found) {
        FollowUpState from = before.getClosing().getState();
        boolean isOpenAgain = from != FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED
                && after.getClosing().getState() == FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED;
        ask(isOpenAgain, "closing.state", "済んだ約束", "a closed follow-up", found);
    }

    static void check(Request before, Request after, Findings found) {
        RequestAnswer from = before.getDecision().getAnswer();
        boolean isOpenAgain = from != RequestAnswer.REQUEST_ANSWER_UNSPECIFIED
                && after.getDecision().getAnswer() == RequestAnswer.REQUEST_ANSWER_UNSPECIFIED;
        ask(isOpenAgain, "decision.answer", "依頼への返答", "the decision on the request", found);
    }

    private static void ask(boolean isOdd, String field, String japanese, String english, Findings found) {
        found.warnIf(
                isOdd,
                field,
                "step_back",
                japanese + "を前の段階に戻そうとしています。書き間違いの訂正ならこのまま保存してください。",
                "This takes " + english + " back a step. If it corrects a mistake, just save it.");
    }
}
