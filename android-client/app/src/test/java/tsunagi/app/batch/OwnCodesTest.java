package tsunagi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.Round;

class OwnCodesTest {
    private static final RecordKey KEY =
            new RecordKey(UUID.randomUUID(), 15, UUID.fromString("01900000-0000-7000-8000-0000000000f1"));
    private static final RoundCodes CODES = new RoundCodes(KEY.id());
    private static final int FIRST = RoundCodes.firstOfTablet(2);

    @Test
    void next_whenNoneWasGivenOut_isTheFirstOfThisTablet() {
        OwnCodes.Next next = next(Round.getDefaultInstance());

        assertThat(next.code()).isEqualTo(CODES.code(FIRST));
        assertThat(next.range().getFirstNumber()).isEqualTo(FIRST);
        assertThat(next.range().getCount()).isEqualTo(1);
    }

    @Test
    void next_whenSomeWereGivenOut_goesOnBehindThem() {
        Round round = Round.newBuilder()
                .putCodeRanges("0-33", range(0, 34))
                .putCodeRanges("101000-101999", range(FIRST, 5))
                .build();

        OwnCodes.Next next = next(round);

        assertThat(next.code()).isEqualTo(CODES.code(FIRST + 5));
        assertThat(next.rangeKey()).isEqualTo("101000-101999");
        assertThat(next.range()).isEqualTo(range(FIRST, 6));
    }

    @Test
    void next_whenASheetBearsItAlready_passesItOver() {
        List<String> used =
                List.of(CODES.code(FIRST).digits(), CODES.code(FIRST + 1).digits());

        assertThat(new OwnCodes(KEY, Round.getDefaultInstance(), 2)
                        .next(used)
                        .get()
                        .code())
                .isEqualTo(CODES.code(FIRST + 2));
    }

    @Test
    void next_whenAllWereGivenOut_isNone() {
        Round round = Round.newBuilder()
                .putCodeRanges("101000-101999", range(FIRST, RoundCodes.NUMBERS_PER_TABLET))
                .build();

        assertThat(new OwnCodes(KEY, round, 2).next(List.of())).isEmpty();
    }

    private static OwnCodes.Next next(Round round) {
        return new OwnCodes(KEY, round, 2).next(List.of()).get();
    }

    private static CodeRange range(int first, int count) {
        return CodeRange.newBuilder().setFirstNumber(first).setCount(count).build();
    }
}
