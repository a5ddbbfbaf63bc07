package tsunagi.server.console.sheet;

import java.util.Locale;

/**
 * A dot of a picture, in its units.
 *
 * @param isFull whether it is filled, otherwise a ring
 */
public record Dot(double atX, double atY, double radius, boolean isFull) {
    public String x() {
        return text(atX);
    }

    public String y() {
        return text(atY);
    }

    public String r() {
        return text(radius);
    }

    static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
