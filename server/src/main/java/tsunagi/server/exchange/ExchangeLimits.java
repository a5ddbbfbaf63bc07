package tsunagi.server.exchange;

import tsunagi.change.ChangeLimits;
import tsunagi.sync.v1.Limits;

/**
 * What the server takes and sends at most.
 *
 * @param batchBytes one batch of changes, serialized
 * @param batchChanges changes in one batch
 * @param change one change and one field of it
 * @param pageBytes records read and sent at once, unless one revision alone is larger
 * @param pageRecords records read and sent at once
 * @param exchanges tablets served at the same time
 * @param pieces of what is too large for one message
 */
public record ExchangeLimits(
        int batchBytes,
        int batchChanges,
        ChangeLimits change,
        int pageBytes,
        int pageRecords,
        int exchanges,
        PieceLimits pieces) {
    public static final ExchangeLimits STANDARD = new ExchangeLimits(
            4 * 1024 * 1024, 1000, ChangeLimits.STANDARD, 256 * 1024, 500, 500, PieceLimits.STANDARD);

    /** As tablets are told. */
    Limits toProto() {
        return Limits.newBuilder()
                .setBatchBytes(batchBytes)
                .setBatchChanges(batchChanges)
                .setChangeBytes(change.changeBytes())
                .setFieldBytes(change.fieldBytes())
                .setPieceBytes(pieces.pieceBytes())
                .build();
    }
}
