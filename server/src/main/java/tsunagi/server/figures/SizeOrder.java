package tsunagi.server.figures;

import java.util.Comparator;

/** The order of sizes, from few people to many. */
final class SizeOrder {
    static final Comparator<String> BY_PEOPLE =
            Comparator.comparing(SizeOrder::leastPeople).thenComparing(Comparator.naturalOrder());

    private SizeOrder() {}

    /** Of {@code 10_19} ten; what is not known comes last. */
    static int leastPeople(String size) {
        String first = size.split("_", 2)[0];
        return first.matches("\\d{1,6}") ? Integer.parseInt(first) : Integer.MAX_VALUE;
    }
}
