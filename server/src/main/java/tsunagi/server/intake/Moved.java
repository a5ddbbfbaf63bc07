package tsunagi.server.intake;

import tsunagi.record.RecordKey;

/**
 * That a change moved the record it is about.
 *
 * @param previousRevision the record's revision before it; 0 when the change made the record
 * @param asSent true when the record now is just what its author's tablet shows
 */
public record Moved(RecordKey key, long previousRevision, long revision, boolean asSent) {}
