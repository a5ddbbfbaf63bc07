package tsunagi.server.plaintables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tsunagi.matchcode.MatchCode;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

/** The plain table of the match codes that a coded round says were given out. */
final class IssuedCodes {
    /** All of a round's rows are written whenever it moves. */
    static final int CODES_MAX = 10_000;

    static final PlainTable ISSUED_CODE = new PlainTable(
            "issued_code",
            "A match code that was given out for a round (配布した照合コード). None for a round that does not say, or whose ranges do not"
                    + " fit or hold more than " + CODES_MAX + ".",
            List.of(
                    Column.required("team_id", ColumnType.TEXT, "the team"),
                    Column.required("round_id", ColumnType.TEXT, "the round"),
                    Column.required("match_code", ColumnType.TEXT, "the code, seven digits")),
            3);

    private IssuedCodes() {}

    /** None unless all that the round says can be listed: of a part, nobody could tell which codes are unknown. */
    static List<PlainRow> rows(RecordKey key, Round round) {
        if (round.getIdentity() != RoundIdentity.ROUND_IDENTITY_CODED) {
            return List.of();
        }
        Collection<CodeRange> ranges = round.getCodeRangesMap().values();
        boolean isFit = ranges.stream().allMatch(range -> RoundCodes.has(range.getFirstNumber(), range.getCount()));
        if (!isFit || ranges.stream().mapToLong(CodeRange::getCount).sum() > CODES_MAX) {
            return List.of();
        }
        RoundCodes codes = new RoundCodes(key.id());
        Set<MatchCode> issued = new LinkedHashSet<>();
        ranges.forEach(range -> issued.addAll(codes.codes(range.getFirstNumber(), range.getCount())));
        List<PlainRow> rows = new ArrayList<>();
        for (MatchCode code : issued) {
            rows.add(new PlainRow(
                    ISSUED_CODE, List.of(key.teamId().toString(), key.id().toString(), code.digits())));
        }
        return rows;
    }
}
