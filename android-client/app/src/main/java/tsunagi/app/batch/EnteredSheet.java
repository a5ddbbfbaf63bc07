package tsunagi.app.batch;

import tsunagi.record.RecordKey;

/**
 * A sheet that was typed from paper.
 *
 * @param number its place among those of the round, from 1
 * @param code as it is printed; empty when it bears none
 * @param isTwice whether another sheet of the round bears the same code
 */
record EnteredSheet(RecordKey key, int number, String code, boolean isTwice) {}
