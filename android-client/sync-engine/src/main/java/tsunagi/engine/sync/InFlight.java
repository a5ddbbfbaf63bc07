package tsunagi.engine.sync;

/** How many batches may be on their way without an answer. */
final class InFlight {
    /** Enough that small batches fill a line on which an answer takes a second. */
    private static final int BATCHES_MAX = 32;
    /** One is answered while the next is under way. */
    private static final int BATCHES_AFTER_A_BREAK = 2;

    private int batches;

    private InFlight(int batches) {
        this.batches = batches;
    }

    /** As many as a good line carries. */
    static InFlight atBest() {
        return new InFlight(BATCHES_MAX);
    }

    /**
     * Few at first. What is sent at once may leave the tablet as one record of TLS, which the server reads only when all
     * of it came; on a thin line that breaks again soon nothing of it would count.
     */
    static InFlight afterABreak() {
        return new InFlight(BATCHES_AFTER_A_BREAK);
    }

    /** A batch was answered soon. */
    void grow() {
        batches = Math.min(2 * batches, BATCHES_MAX);
    }

    int batches() {
        return batches;
    }
}
