package tsunagi.server.sheet;

import java.util.Locale;
import java.util.Optional;

/**
 * Something a rule can ask for or say.
 *
 * @param number its value; empty when it is a name
 * @param text as it is said
 */
record Fact(Optional<Double> number, String text) {
    static Fact name(String text) {
        return new Fact(Optional.empty(), text);
    }

    static Fact count(long number) {
        return new Fact(Optional.of((double) number), Long.toString(number));
    }

    /** A number that is said with one decimal, and without its sign. */
    static Fact amount(double number) {
        return new Fact(Optional.of(number), String.format(Locale.ROOT, "%.1f", Math.abs(number)));
    }

    static Fact percent(double number) {
        return new Fact(Optional.of(number), String.format(Locale.ROOT, "%.1f%%", number));
    }
}
