package tsunagi.app.visit;

import java.util.Optional;

/** Numbers as they are typed. */
final class Numbers {
    static final int DIGITS_MAX = 9;

    private Numbers() {}

    static Optional<Integer> of(String typed) {
        boolean isNumber = !typed.isEmpty()
                && typed.length() <= DIGITS_MAX
                && typed.chars().allMatch(Numbers::isDigit);
        return isNumber ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    static Optional<Double> ofDecimal(String typed) {
        try {
            return Optional.of(Double.valueOf(typed));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Without a zero behind the point that nobody typed. */
    static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
