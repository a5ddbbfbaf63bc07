package tsunagi.server.plaintables;

import java.nio.charset.StandardCharsets;

/** Text that every engine can hold in a column, and in a key. What does not fit is refused the same way on all of them. */
final class FitText {
    /** Longer ones do not fit into an index of PostgreSQL. */
    private static final int LONGEST_KEY_BYTES = 1024;

    private FitText() {}

    static String value(String column, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(column + " holds U+0000");
        }
        return text;
    }

    static String key(String column, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    column + " has " + length + " bytes, at most " + LONGEST_KEY_BYTES + " fit into a key");
        }
        return value(column, text);
    }
}
