package tsunagi.matchcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MatchCodeTest {
    private static final UUID ROUND = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private final RoundCodes codes = new RoundCodes(ROUND);

    @Test
    void checkDigit_isThatOfDamm() {
        assertThat(Damm.checkDigit("572")).isEqualTo(4);
    }

    @Test
    void read_ofAnySingleWrongDigit_isUnfit() {
        for (MatchCode code : codes.codes(0, 200)) {
            for (int at = 0; at < code.digits().length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    StringBuilder wrong = new StringBuilder(code.digits());
                    wrong.setCharAt(at, digit);
                    boolean isSame = wrong.toString().equals(code.digits());
                    assertThat(MatchCode.read(wrong.toString()) instanceof CodeReading.Fits)
                            .isEqualTo(isSame);
                }
            }
        }
    }

    @Test
    void read_ofNeighboursThatChangedPlaces_isUnfit() {
        for (MatchCode code : codes.codes(0, 500)) {
            for (int at = 1; at < code.digits().length(); at++) {
                StringBuilder swapped = new StringBuilder(code.digits());
                swapped.setCharAt(at - 1, code.digits().charAt(at));
                swapped.setCharAt(at, code.digits().charAt(at - 1));
                boolean isSame = swapped.toString().equals(code.digits());
                assertThat(MatchCode.read(swapped.toString()) instanceof CodeReading.Fits)
                        .isEqualTo(isSame);
            }
        }
    }

    @Test
    void read_isGenerousWithWidthHyphensAndLettersThatLookLikeDigits() {
        MatchCode code = MatchCode.of(100_123);
        String digits = code.digits();
        String wide = digits.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '0')))
                .reduce("", String::concat);

        for (String typed : List.of(
                code.printed(),
                " " + digits + " ",
                wide,
                wide.substring(0, 3) + "ー" + wide.substring(3),
                digits.substring(0, 3) + "‐" + digits.substring(3),
                digits.substring(0, 3) + "−" + digits.substring(3),
                digits.replace('0', 'O').replace('1', 'l'))) {
            assertThat(MatchCode.read(typed)).as(typed).isEqualTo(new CodeReading.Fits(code));
        }
    }

    @Test
    void read_ofWhatIsNoCode_saysWhy() {
        assertThat(fault(" ")).isEqualTo(CodeReading.Fault.EMPTY);
        assertThat(fault("12A-4567")).isEqualTo(CodeReading.Fault.NOT_ONLY_DIGITS);
        assertThat(fault("123-456")).isEqualTo(CodeReading.Fault.WRONG_LENGTH);
        assertThat(fault("0000000")).isEqualTo(CodeReading.Fault.WRONG_CHECK_DIGIT);
    }

    @Test
    void codes_ofARound_neverMeet() {
        Set<String> seen = new HashSet<>();
        for (MatchCode code : codes.codes(0, 20_000)) {
            assertThat(seen.add(code.digits())).isTrue();
        }
        for (MatchCode code : codes.codes(RoundCodes.firstOfTablet(800), RoundCodes.NUMBERS_PER_TABLET)) {
            assertThat(seen.add(code.digits())).isTrue();
        }
    }

    @Test
    void codes_ofARound_areTheSameEverywhereAndOthersInAnotherRound() {
        assertThat(codes.codes(0, 30)).isEqualTo(new RoundCodes(ROUND).codes(0, 30));
        assertThat(codes.codes(0, 30)).doesNotContainAnyElementsOf(new RoundCodes(new UUID(7, 7)).codes(0, 3));
    }

    @Test
    void codes_inSequence_doNotLookLikeIt() {
        List<MatchCode> some = codes.codes(0, 100);
        long near = 0;
        for (int i = 1; i < some.size(); i++) {
            long distance = Math.abs(payload(some.get(i)) - payload(some.get(i - 1)));
            near += distance < 1_000 ? 1 : 0;
        }
        assertThat(near).isLessThan(5);
    }

    @Test
    void numbers_beyondTheirRange_areRefused() {
        assertThat(codes.code(RoundCodes.COUNT - 1).digits()).hasSize(7);
        assertThatThrownBy(() -> codes.code(RoundCodes.COUNT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RoundCodes.firstOfTablet(801)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long payload(MatchCode code) {
        return Long.parseLong(code.digits().substring(0, MatchCode.PAYLOAD_DIGITS));
    }

    private static CodeReading.Fault fault(String typed) {
        return ((CodeReading.Unfit) MatchCode.read(typed)).fault();
    }
}
