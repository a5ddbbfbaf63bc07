package tsunagi.engine.sync;

import tsunagi.sync.v1.Limits;

/** How large the next batch may be: small at first, doubled with every batch that came through, within the limits. */
final class BatchSize {
    static final int BYTES_AT_FIRST = 8 * 1024;
    /** Half a second or a second of a thin line, packed. */
    static final int BYTES_AFTER_A_BREAK = 4 * 1024;
    /** Beyond this a batch gains nothing and only costs memory. */
    static final int BYTES_MAX = 1024 * 1024;

    private static final int CHANGES_MAX = 1000;
    /** What a batch adds to its changes: the team, the device, the first ordinal. */
    private static final int ENVELOPE_BYTES = 64;

    private int bytes;
    private int bytesMax = BYTES_MAX;
    private int changesMax = CHANGES_MAX;

    private BatchSize(int bytes) {
        this.bytes = bytes;
    }

    static BatchSize atFirst() {
        return new BatchSize(BYTES_AT_FIRST);
    }

    static BatchSize afterABreak() {
        return new BatchSize(BYTES_AFTER_A_BREAK);
    }

    void keepTo(Limits limits) {
        bytesMax = limits.hasBatchBytes() ? Math.min(BYTES_MAX, limits.getBatchBytes()) : BYTES_MAX;
        changesMax = limits.hasBatchChanges() ? Math.min(CHANGES_MAX, limits.getBatchChanges()) : CHANGES_MAX;
        bytes = Math.min(bytes, bytesMax);
    }

    void grow() {
        bytes = Math.min(2 * bytes, bytesMax);
    }

    /** Bytes of changes, each counted with what it adds to the batch. */
    int changeBytes() {
        return Math.max(1, bytes - ENVELOPE_BYTES);
    }

    int changes() {
        return changesMax;
    }
}
