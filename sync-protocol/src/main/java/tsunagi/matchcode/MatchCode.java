package tsunagi.matchcode;

import java.text.Normalizer;

/**
 * The code by which the sheets of one person are found to belong together (照合コード): six digits and a check digit. Digits
 * alone, because everybody can write them, read them out on the telephone and type them, and none is taken for a letter.
 *
 * @param digits as they are stored; the first is never 0, which spreadsheets would drop
 */
public record MatchCode(String digits) {
    static final int PAYLOAD_DIGITS = 6;
    private static final int LENGTH = PAYLOAD_DIGITS + 1;
    private static final int FIRST_GROUP = 3;

    public MatchCode {
        if (!digits.matches("[1-9][0-9]{" + PAYLOAD_DIGITS + "}") || !Damm.fits(digits)) {
            throw new IllegalArgumentException("no match code: " + digits);
        }
    }

    static MatchCode of(int payload) {
        String digits = Integer.toString(payload);
        return new MatchCode(digits + Damm.checkDigit(digits));
    }

    /** Reads what somebody wrote or typed: wide or narrow, with hyphens and blanks or without. */
    public static CodeReading read(String typed) {
        String digits = digitsIn(typed);
        if (digits.isEmpty()) {
            return new CodeReading.Unfit(CodeReading.Fault.EMPTY);
        }
        if (!digits.matches("[0-9]*")) {
            return new CodeReading.Unfit(CodeReading.Fault.NOT_ONLY_DIGITS);
        }
        if (digits.length() != LENGTH) {
            return new CodeReading.Unfit(CodeReading.Fault.WRONG_LENGTH);
        }
        return digits.charAt(0) != '0' && Damm.fits(digits)
                ? new CodeReading.Fits(new MatchCode(digits))
                : new CodeReading.Unfit(CodeReading.Fault.WRONG_CHECK_DIGIT);
    }

    private static String digitsIn(String typed) {
        // What Japanese keyboards give for a hyphen are a long vowel mark, a minus and several dashes.
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}\\u2212\\u30FC\\uFF70・.]", "")
                .replaceAll("[OoОо〇]", "0")
                .replaceAll("[Il|]", "1");
    }

    /** In two groups, as it is printed: {@code 123-4567}. */
    public String printed() {
        return digits.substring(0, FIRST_GROUP) + "-" + digits.substring(FIRST_GROUP);
    }

    @Override
    public String toString() {
        return digits;
    }
}
