package tsunagi.trials.simulation;

/** A mistake that the simulation makes on purpose, to show that it would notice. */
public enum PlantedBug {
    /** The merge takes every author to have seen what stands: the last one wins in silence. */
    STAMPS_IGNORED,
    /** The server gives its verdict before the transaction is kept. */
    VERDICT_BEFORE_COMMIT,
    /** Two tablets with one lane go unnoticed: the second one's changes count as repetitions. */
    LANE_SHARED_BY_CLONES,
    /** A checkpoint covers a record that was not sent. */
    CHECKPOINT_PAST_THE_ROWS,
    /** The erasure list is lost with the database. */
    ERASURES_FORGOTTEN
}
