package tsunagi.rules;

/** A corporate number (法人番号): a check digit and twelve digits. */
public final class CorporateNumber {
    private static final int LENGTH = 13;
    private static final int MODULUS = 9;

    private CorporateNumber() {}

    /** Whether the number has thirteen digits and the first of them fits the others. */
    public static boolean isValid(String number) {
        return number.matches("[0-9]{" + LENGTH + "}") && number.charAt(0) - '0' == checkDigit(number.substring(1));
    }

    /** The check digit of twelve digits, by the rule of the National Tax Agency: from the right, each second digit counts double. */
    public static int checkDigit(String twelveDigits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < twelveDigits.length(); fromRight++) {
            int digit = twelveDigits.charAt(twelveDigits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : 2 * digit;
        }
        return MODULUS - sum % MODULUS;
    }
}
