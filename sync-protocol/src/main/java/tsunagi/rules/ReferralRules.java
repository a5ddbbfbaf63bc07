package tsunagi.rules;

import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.ResultTeller;

/** Rules for referrals. */
final class ReferralRules {
    private ReferralRules() {}

    static void check(Referral referral, Findings found, RuleContext others) {
        found.required(!referral.getWorkplaceId().isEmpty(), "workplace_id", "紹介した事業場", "The workplace");
        found.required(!referral.getReferredOn().isEmpty(), "referred_on", "紹介した日", "The day of the referral");
        found.required(
                !referral.getToBodyId().isEmpty() || !referral.getService().isEmpty(),
                "to_body_id",
                "紹介先の機関かサービス",
                "To which body or service");
        found.wanted(
                referral.getStrength() != ReferralStrength.REFERRAL_STRENGTH_UNSPECIFIED,
                "strength",
                "つなぎの強さ(情報提供・紹介・橋渡し)",
                "How much was done (information, introduction, brokered)");
        Days.expectInProgramme(found, referral.getReferredOn(), "referred_on", referral.getProgramId(), others);
        if (referral.hasResult()) {
            checkResult(referral, referral.getResult(), found);
        }
    }

    private static void checkResult(Referral referral, ReferralResult result, Findings found) {
        Days.expectOrder(
                found,
                referral.getReferredOn(),
                result.getToldOn(),
                "result.told_on",
                "結果を聞いた日が紹介した日より前です",
                "The result was told before the referral");
        ReferralState state = result.getState();
        boolean isKnown = state == ReferralState.REFERRAL_STATE_ACCEPTED
                || state == ReferralState.REFERRAL_STATE_DONE
                || state == ReferralState.REFERRAL_STATE_DECLINED;
        found.warnIf(
                isKnown && result.getToldBy() == ResultTeller.RESULT_TELLER_UNSPECIFIED,
                "result.told_by",
                "teller_missing",
                "結果を誰から聞いたか(紹介先の機関・事業場)が入っていません。",
                "It does not say who told the result (the body or the workplace).");
        OutreachRules.checkReasons(
                state == ReferralState.REFERRAL_STATE_DECLINED,
                state == ReferralState.REFERRAL_STATE_DECLINED,
                result.getReasonsList(),
                "",
                "result.reasons",
                found);
    }
}
