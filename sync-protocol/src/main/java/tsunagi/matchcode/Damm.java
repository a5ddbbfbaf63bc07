package tsunagi.matchcode;

/**
 * The check digit of H. Michael Damm: of all single wrong digits, and of all pairs of neighbours that changed places, it lets
 * none pass. (Luhn lets 09 and 90 change places; ISO 7064 with one check digit needs a letter.)
 */
final class Damm {
    private static final String[] QUASIGROUP = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    private Damm() {}

    static int checkDigit(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }

    /** Whether the last digit is the check digit of those before. */
    static boolean fits(String digits) {
        return checkDigit(digits) == 0;
    }
}
