package tsunagi.trials.demo.story;

/** A code that a respondent keeps to write on later sheets: three digits and a check letter. */
final class MatchCode {
    private static final String CHECK_LETTERS = "ACEFHJKLMNPRTUVWXY";

    private MatchCode() {}

    static String of(int number) {
        // Weights differ, so that two digits that changed places are noticed.
        int sum = number / 100 * 7 + number / 10 % 10 * 5 + number % 10 * 3;
        return String.format("%03d%s", number, CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length()));
    }
}
