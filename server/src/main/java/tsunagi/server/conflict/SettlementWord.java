package tsunagi.server.conflict;

import tsunagi.sync.v1.ParkReason;

/** What became of a decision on one conflict. */
public sealed interface SettlementWord {
    /** The value stands, and nothing waits beside it. */
    record Settled() implements SettlementWord {}

    /** It was taken in, and something waits still that the person had not seen. */
    record StillOpen() implements SettlementWord {}

    /** The field did not wait any more; nothing was written. */
    record NotOpen() implements SettlementWord {}

    /** It waits itself. */
    record Parked(ParkReason reason, String detail) implements SettlementWord {}

    /** The record was withdrawn or destroyed. */
    record Erased() implements SettlementWord {}

    /** The value can never be kept; nothing was written. */
    record Unfit(ParkReason reason, String detail) implements SettlementWord {}
}
