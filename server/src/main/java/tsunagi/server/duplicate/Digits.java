package tsunagi.server.duplicate;

import tsunagi.name.Kana;

/** A number as it is dialled or counted, whichever way it is written. */
final class Digits {
    private Digits() {}

    static String of(String written) {
        String digits = Kana.evenWidth(written).replaceAll("[^0-9+]", "");
        return digits.startsWith("+81") ? "0" + digits.substring("+81".length()) : digits.replace("+", "");
    }
}
