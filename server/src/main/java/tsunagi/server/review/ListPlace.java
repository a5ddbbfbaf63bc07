package tsunagi.server.review;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Where something stands in a list: by what it is sorted by, then by record, then by part of the record.
 *
 * @param sortedBy a day, or a number filled up with zeros
 */
record ListPlace(String sortedBy, UUID id, String part) {
    static final Comparator<ListPlace> ASCENDING = Comparator.comparing(ListPlace::sortedBy)
            // As the database compares ids: as text.
            .thenComparing(place -> place.id().toString())
            .thenComparing(ListPlace::part);

    private static final String BETWEEN = "~";
    private static final int NUMBER_LENGTH = 19;

    static String number(long number) {
        return String.format("%0" + NUMBER_LENGTH + "d", number);
    }

    long asNumber() {
        return Long.parseLong(sortedBy);
    }

    /** As it stands in a link. */
    String text() {
        return String.join(BETWEEN, sortedBy, id.toString(), part);
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<ListPlace> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ListPlace(parts[0], UUID.fromString(parts[1]), parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
