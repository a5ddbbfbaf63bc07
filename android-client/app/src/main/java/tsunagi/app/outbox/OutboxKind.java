package tsunagi.app.outbox;

import tsunagi.app.R;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** How something that was saved here stands with the server, as people are told: the state, why, and what to do. */
enum OutboxKind {
    WAITING(R.drawable.ic_sync, R.string.outbox_waiting, R.string.outbox_waiting_why, R.string.outbox_waiting_then),
    CORRECTED(
            R.drawable.ic_sync, R.string.outbox_corrected, R.string.outbox_corrected_why, R.string.outbox_waiting_then),
    MALFORMED(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_malformed_why, R.string.outbox_correct_then),
    UNSTORABLE(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_unstorable_why, R.string.outbox_correct_then),
    TOO_LARGE(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_too_large_why, R.string.outbox_correct_then),
    TEAM_UNKNOWN(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_team_unknown_why, R.string.outbox_team_then),
    DEVICE_NOT_OF_TEAM(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_not_of_team_why, R.string.outbox_team_then),
    NOT_A_MEMBER(
            R.drawable.ic_parked,
            R.string.outbox_parked,
            R.string.outbox_not_a_member_why,
            R.string.outbox_member_then),
    ROLE_MISSING(
            R.drawable.ic_parked,
            R.string.outbox_parked,
            R.string.outbox_role_missing_why,
            R.string.outbox_supervisor_then),
    BEHIND_PARKED(
            R.drawable.ic_parked, R.string.outbox_parked, R.string.outbox_behind_why, R.string.outbox_behind_then),
    NOT_APPLICABLE(
            R.drawable.ic_parked,
            R.string.outbox_parked,
            R.string.outbox_not_applicable_why,
            R.string.outbox_supervisor_then),
    SERVER_FAULT(
            R.drawable.ic_parked,
            R.string.outbox_parked,
            R.string.outbox_server_fault_why,
            R.string.outbox_administrator_then),
    CONFLICTED(
            R.drawable.ic_conflict,
            R.string.outbox_conflicted,
            R.string.outbox_conflicted_why,
            R.string.outbox_conflicted_then),
    MERGED(R.drawable.ic_synced, R.string.outbox_merged, R.string.outbox_merged_why, R.string.outbox_seen_then),
    ERASED(R.drawable.ic_close, R.string.outbox_erased, R.string.outbox_erased_why, R.string.outbox_seen_then),
    DROPPED(R.drawable.ic_close, R.string.outbox_dropped, R.string.outbox_dropped_why, R.string.outbox_dropped_then),
    REPLACED(R.drawable.ic_synced, R.string.outbox_replaced, R.string.outbox_replaced_why, R.string.outbox_seen_then);

    private final int icon;
    private final int state;
    private final int why;
    private final int whatToDo;

    OutboxKind(int icon, int state, int why, int whatToDo) {
        this.icon = icon;
        this.state = state;
        this.why = why;
        this.whatToDo = whatToDo;
    }

    int icon() {
        return icon;
    }

    int state() {
        return state;
    }

    int why() {
        return why;
    }

    int whatToDo() {
        return whatToDo;
    }

    /** True when it waits for a person, here or elsewhere. */
    boolean isWanted() {
        return this == CONFLICTED || isParked();
    }

    /** True when it waits on the server for a person. */
    boolean isParked() {
        return icon == R.drawable.ic_parked;
    }

    /** True when whoever wrote it can mend it here. */
    boolean canBeCorrected() {
        return this == MALFORMED || this == UNSTORABLE || this == TOO_LARGE;
    }

    static OutboxKind of(SavedChange change) {
        return switch (change.standing()) {
            case WAITING -> WAITING;
            case TAKEN -> change.verdict().map(Verdict::hasConflicted).orElse(false) ? CONFLICTED : MERGED;
            case PARKED ->
                change.correctedBy().isPresent()
                        ? CORRECTED
                        : of(change.verdict()
                                .map(verdict -> verdict.getParked().getReason())
                                .orElse(ParkReason.PARK_REASON_UNSPECIFIED));
            case ERASED -> ERASED;
            case DROPPED -> change.correctedBy().isPresent() ? REPLACED : DROPPED;
        };
    }

    private static OutboxKind of(ParkReason reason) {
        return switch (reason) {
            case PARK_REASON_MALFORMED -> MALFORMED;
            case PARK_REASON_UNSTORABLE_TEXT -> UNSTORABLE;
            case PARK_REASON_TOO_LARGE -> TOO_LARGE;
            case PARK_REASON_TEAM_UNKNOWN -> TEAM_UNKNOWN;
            case PARK_REASON_DEVICE_NOT_OF_TEAM -> DEVICE_NOT_OF_TEAM;
            case PARK_REASON_NOT_A_MEMBER -> NOT_A_MEMBER;
            case PARK_REASON_ROLE_MISSING -> ROLE_MISSING;
            case PARK_REASON_BEHIND_PARKED -> BEHIND_PARKED;
            case PARK_REASON_NOT_APPLICABLE -> NOT_APPLICABLE;
            case PARK_REASON_SERVER_FAULT, PARK_REASON_UNSPECIFIED, UNRECOGNIZED -> SERVER_FAULT;
        };
    }
}
