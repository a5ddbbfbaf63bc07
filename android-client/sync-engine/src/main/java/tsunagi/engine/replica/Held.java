package tsunagi.engine.replica;

import tsunagi.merge.RecordState;

/**
 * A record as the replica holds it.
 *
 * @param isAhead true when a verdict moved it and no checkpoint covers that yet
 */
public record Held(RecordState state, boolean isAhead) {}
