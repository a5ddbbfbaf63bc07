package tsunagi.score;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Scale;

/** Whether a sheet is valid, and why: the first that holds, in this order. */
public enum SheetStanding {
    /** Consent to totals was taken back: it counts nowhere, whatever else is said. */
    CONSENT_WITHDRAWN,
    /** Consent to totals was asked for and not given. */
    CONSENT_REFUSED,
    /** A person judged it valid. */
    JUDGED_VALID,
    /** A person judged it invalid. */
    JUDGED_INVALID,
    /** It was broken off. */
    BROKEN_OFF,
    /** Its form version is not known here (yet), so nobody can say what it needs. */
    FORM_UNKNOWN,
    /** A scale that its form needs has no value. */
    SCORE_MISSING,
    /** It has all that its form needs. */
    COMPLETE;

    /** The scope of consent without which a sheet counts nowhere. */
    public static final String TOTALS = "totals";

    public boolean isValid() {
        return this == COMPLETE || this == JUDGED_VALID;
    }

    /** The word for it in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Judges a sheet.
     *
     * @param form empty when it is not known
     * @param scores of the sheet, as {@link Scoring} gives them
     * @param scopesAskedFor the consent scopes of its round
     */
    public static SheetStanding of(
            Response response,
            Optional<FormVersion> form,
            Map<String, Score> scores,
            Collection<String> scopesAskedFor) {
        ConsentState consent = response.getConsentsOrDefault(TOTALS, Consent.getDefaultInstance())
                .getState();
        if (consent == ConsentState.CONSENT_STATE_WITHDRAWN) {
            return CONSENT_WITHDRAWN;
        }
        boolean isAskedFor = scopesAskedFor.contains(TOTALS) || response.containsConsents(TOTALS);
        if (isAskedFor && consent != ConsentState.CONSENT_STATE_GIVEN) {
            return CONSENT_REFUSED;
        }
        return switch (response.getValidity().getValidity()) {
            case VALIDITY_VALID -> JUDGED_VALID;
            case VALIDITY_INVALID -> JUDGED_INVALID;
            case VALIDITY_UNSPECIFIED, UNRECOGNIZED -> byRule(response, form, scores);
        };
    }

    private static SheetStanding byRule(Response response, Optional<FormVersion> form, Map<String, Score> scores) {
        if (response.getProgress().getState() != ResponseState.RESPONSE_STATE_COMPLETE) {
            return BROKEN_OFF;
        }
        if (!form.isPresent()) {
            return FORM_UNKNOWN;
        }
        return form.get().getScalesMap().entrySet().stream().allMatch(scale -> isThere(scale, scores))
                ? COMPLETE
                : SCORE_MISSING;
    }

    private static boolean isThere(Map.Entry<String, Scale> scale, Map<String, Score> scores) {
        Score score = scores.get(scale.getKey());
        return !scale.getValue().getIsNeeded()
                || (score != null && score.value().isPresent());
    }
}
