package tsunagi.engine.attachment;

/** Where a file that a record shows is, as far as this tablet knows. */
public enum Whereabouts {
    /** On this tablet, on its way to the server. */
    HERE_ON_ITS_WAY,
    /** On this tablet; the server does not take it. */
    HERE_REFUSED,
    /** On this tablet and on the server. */
    HERE,
    /** Not here; it can be fetched, unless it is still on another tablet. */
    AWAY,
    /** On the tablet it was made on, which has not handed it in yet. */
    ON_ITS_WAY
}
