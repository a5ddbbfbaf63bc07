package tsunagi.app.batch;

import java.util.Collection;
import java.util.Optional;
import tsunagi.matchcode.MatchCode;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.Round;

/**
 * The codes that one tablet gives out itself in a round, one after the other. Which it gave is written in the round, so they are
 * known as given out everywhere, and a tablet that lost its memory goes on behind the last.
 */
final class OwnCodes {
    private final RecordKey key;
    private final Round round;
    private final int first;

    OwnCodes(RecordKey key, Round round, int tabletNumber) {
        this.key = key;
        this.round = round;
        this.first = RoundCodes.firstOfTablet(tabletNumber);
    }

    /**
     * The next one.
     *
     * @param range what the round says of this tablet's numbers once it is given out
     */
    record Next(MatchCode code, String rangeKey, CodeRange range) {}

    /** Empty when all were given out; codes that a sheet bears already are passed over. */
    Optional<Next> next(Collection<String> used) {
        RoundCodes codes = new RoundCodes(key.id());
        for (int number = first + givenOut(); number < first + RoundCodes.NUMBERS_PER_TABLET; number++) {
            MatchCode code = codes.code(number);
            if (!used.contains(code.digits())) {
                CodeRange range = CodeRange.newBuilder()
                        .setFirstNumber(first)
                        .setCount(number + 1 - first)
                        .build();
                return Optional.of(new Next(code, rangeKey(), range));
            }
        }
        return Optional.empty();
    }

    private int givenOut() {
        int end = first + RoundCodes.NUMBERS_PER_TABLET;
        int behind = first;
        for (CodeRange range : round.getCodeRangesMap().values()) {
            if (range.getFirstNumber() >= first && range.getFirstNumber() < end) {
                behind = Math.max(behind, range.getFirstNumber() + range.getCount());
            }
        }
        return behind - first;
    }

    /** All the numbers of this tablet, so that the entry stays one while its count grows. */
    private String rangeKey() {
        return first + "-" + (first + RoundCodes.NUMBERS_PER_TABLET - 1);
    }
}
