package tsunagi.app.visit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.PhotoConsent;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

/** The words for what may be chosen on a visit, in the order in which it is offered. */
final class VisitWords {
    static final Map<VisitState, Integer> STATES = states();
    static final Map<VisitKind, Integer> KINDS = kinds();
    static final Map<PhotoConsent, Integer> CONSENTS = consents();
    static final Map<DeclineReason, Integer> REASONS = reasons();
    static final Map<ReferralStrength, Integer> STRENGTHS = strengths();
    static final Map<String, Integer> THEMES = themes();

    private VisitWords() {}

    private static Map<VisitState, Integer> states() {
        Map<VisitState, Integer> words = new LinkedHashMap<>();
        words.put(VisitState.VISIT_STATE_UNSPECIFIED, R.string.visit_planned);
        words.put(VisitState.VISIT_STATE_DONE, R.string.visit_done);
        words.put(VisitState.VISIT_STATE_ABSENT, R.string.visit_absent);
        words.put(VisitState.VISIT_STATE_CUT_SHORT, R.string.visit_cut_short);
        words.put(VisitState.VISIT_STATE_DECLINED, R.string.visit_declined);
        words.put(VisitState.VISIT_STATE_CANCELLED, R.string.visit_cancelled);
        return Collections.unmodifiableMap(words);
    }

    private static Map<VisitKind, Integer> kinds() {
        Map<VisitKind, Integer> words = new LinkedHashMap<>();
        words.put(VisitKind.VISIT_KIND_FIRST_TALK, R.string.visit_kind_first_talk);
        words.put(VisitKind.VISIT_KIND_INTERVIEW, R.string.visit_kind_interview);
        words.put(VisitKind.VISIT_KIND_WALK_THROUGH, R.string.visit_kind_walk_through);
        words.put(VisitKind.VISIT_KIND_GUIDANCE, R.string.visit_kind_guidance);
        words.put(VisitKind.VISIT_KIND_RESULT_TALK, R.string.visit_kind_result_talk);
        words.put(VisitKind.VISIT_KIND_FOLLOW_UP, R.string.visit_kind_follow_up);
        return Collections.unmodifiableMap(words);
    }

    private static Map<PhotoConsent, Integer> consents() {
        Map<PhotoConsent, Integer> words = new LinkedHashMap<>();
        words.put(PhotoConsent.PHOTO_CONSENT_GRANTED, R.string.visit_photo_granted);
        words.put(PhotoConsent.PHOTO_CONSENT_LIMITED, R.string.visit_photo_limited);
        words.put(PhotoConsent.PHOTO_CONSENT_REFUSED, R.string.visit_photo_refused);
        return Collections.unmodifiableMap(words);
    }

    private static Map<DeclineReason, Integer> reasons() {
        Map<DeclineReason, Integer> words = new LinkedHashMap<>();
        words.put(DeclineReason.DECLINE_REASON_NO_TIME, R.string.visit_reason_no_time);
        words.put(DeclineReason.DECLINE_REASON_NO_NEED, R.string.visit_reason_no_need);
        words.put(DeclineReason.DECLINE_REASON_NO_STAFF, R.string.visit_reason_no_staff);
        words.put(DeclineReason.DECLINE_REASON_ALREADY_SUPPORTED, R.string.visit_reason_already);
        words.put(DeclineReason.DECLINE_REASON_COST, R.string.visit_reason_cost);
        words.put(DeclineReason.DECLINE_REASON_PRIVACY, R.string.visit_reason_privacy);
        words.put(DeclineReason.DECLINE_REASON_WORKERS_UNWILLING, R.string.visit_reason_workers);
        words.put(DeclineReason.DECLINE_REASON_BUSY_SEASON, R.string.visit_reason_busy);
        words.put(DeclineReason.DECLINE_REASON_HEAD_OFFICE, R.string.visit_reason_head_office);
        words.put(DeclineReason.DECLINE_REASON_OTHER, R.string.visit_reason_other);
        return Collections.unmodifiableMap(words);
    }

    private static Map<ReferralStrength, Integer> strengths() {
        Map<ReferralStrength, Integer> words = new LinkedHashMap<>();
        words.put(ReferralStrength.REFERRAL_STRENGTH_INFORMATION, R.string.visit_strength_information);
        words.put(ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION, R.string.visit_strength_introduction);
        words.put(ReferralStrength.REFERRAL_STRENGTH_BROKERED, R.string.visit_strength_brokered);
        return Collections.unmodifiableMap(words);
    }

    private static Map<String, Integer> themes() {
        Map<String, Integer> words = new LinkedHashMap<>();
        words.put("low_back", R.string.visit_theme_low_back);
        words.put("falls", R.string.visit_theme_falls);
        words.put("exercise", R.string.visit_theme_exercise);
        words.put("diet", R.string.visit_theme_diet);
        words.put("rest_sleep", R.string.visit_theme_rest_sleep);
        words.put("mental_health", R.string.visit_theme_mental_health);
        words.put("smoking", R.string.visit_theme_smoking);
        words.put("alcohol", R.string.visit_theme_alcohol);
        words.put("teeth", R.string.visit_theme_teeth);
        words.put("checkups", R.string.visit_theme_checkups);
        words.put("womens_health", R.string.visit_theme_womens_health);
        words.put("work_with_illness", R.string.visit_theme_work_with_illness);
        words.put("infections", R.string.visit_theme_infections);
        words.put("dementia", R.string.visit_theme_dementia);
        return Collections.unmodifiableMap(words);
    }
}
