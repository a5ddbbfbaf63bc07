package tsunagi.server.export;

import java.util.Map;
import tsunagi.records.v1.Response;
import tsunagi.score.Score;
import tsunagi.score.SheetStanding;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;

/**
 * A sheet whose row is being written.
 *
 * @param text says the values of its fields
 */
record ShownSheet(
        ShownRecord record,
        Response sheet,
        SheetStanding standing,
        Map<String, Score> scores,
        boolean isLeftOut,
        ValueText text) {}
