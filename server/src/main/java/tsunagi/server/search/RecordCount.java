package tsunagi.server.search;

import java.util.Locale;

/**
 * How many records there are, as far as they are counted.
 *
 * @param isMore true when there are more than that
 */
public record RecordCount(int number, boolean isMore) {
    /** What is said of so many where more than the most are not counted. */
    static RecordCount upTo(int most, int found) {
        return new RecordCount(Math.min(found, most), found > most);
    }

    /** Such as {@code 87} or {@code 1,000+}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d", number) + (isMore ? "+" : "");
    }
}
