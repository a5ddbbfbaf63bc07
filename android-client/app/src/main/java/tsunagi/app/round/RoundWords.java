package tsunagi.app.round;

import tsunagi.app.R;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;

/** What the properties of a round are called on screens. */
final class RoundWords {
    private RoundWords() {}

    static int phase(RoundPhase phase) {
        return switch (phase) {
            case ROUND_PHASE_BEFORE -> R.string.round_phase_before;
            case ROUND_PHASE_AFTER -> R.string.round_phase_after;
            case ROUND_PHASE_FOLLOW_UP -> R.string.round_phase_follow_up;
            case ROUND_PHASE_SINGLE -> R.string.round_phase_single;
            case ROUND_PHASE_UNSPECIFIED, UNRECOGNIZED -> R.string.round_phase_unsaid;
        };
    }

    static int identity(RoundIdentity identity) {
        return switch (identity) {
            case ROUND_IDENTITY_CODED -> R.string.round_identity_coded;
            case ROUND_IDENTITY_NAMED -> R.string.round_identity_named;
            case ROUND_IDENTITY_ANONYMOUS, ROUND_IDENTITY_UNSPECIFIED, UNRECOGNIZED ->
                R.string.round_identity_anonymous;
        };
    }

    /** What it means for those who answer. */
    static int identityMeaning(RoundIdentity identity) {
        return switch (identity) {
            case ROUND_IDENTITY_CODED -> R.string.round_identity_coded_meaning;
            case ROUND_IDENTITY_NAMED -> R.string.round_identity_named_meaning;
            case ROUND_IDENTITY_ANONYMOUS, ROUND_IDENTITY_UNSPECIFIED, UNRECOGNIZED ->
                R.string.round_identity_anonymous_meaning;
        };
    }
}
