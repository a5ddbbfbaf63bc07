package tsunagi.server.duplicate;

/** A pair that may be one, and why. */
public record DuplicateCandidate(DuplicatePair pair, Likeness likeness) {}
