package tsunagi.server.figures;

import java.util.Locale;

/** What one of the things is called that a figure counts. */
enum Unit {
    TIMES,
    CASES,
    PLACES,
    PEOPLE,
    SHEETS,
    COURSES,
    PAIRS;

    /** The key of its word. */
    String word() {
        return "unit." + name().toLowerCase(Locale.ROOT);
    }
}
