package tsunagi.merge;

import tsunagi.change.Change;
import tsunagi.sync.v1.Authorship;

/** A change at the moment it is taken in: where it was made, who made it, and the revision it takes. */
public record Arrival(Change change, Origin origin, Authorship by, long revision) {}
