package tsunagi.server.imports;

/** Codes of municipalities (全国地方公共団体コード) as files have them. */
final class MunicipalityCode {
    private MunicipalityCode() {}

    /** The five digits, from five or from six with the check digit, the leading 0 put back where a spreadsheet took it away. */
    static String five(String written) {
        String digits = written.replaceAll("\\.0+$", "").strip();
        if (digits.matches("[0-9]{6}") && hasCheckDigit(digits)) {
            return digits.substring(0, 5);
        }
        return digits.matches("[0-9]{4}") ? "0" + digits : digits;
    }

    /** The last digit is 11 less the rest of 6a+5b+4c+3d+2e by 11, its last digit. */
    private static boolean hasCheckDigit(String six) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += (6 - i) * (six.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 10;
        return check == six.charAt(5) - '0';
    }
}
