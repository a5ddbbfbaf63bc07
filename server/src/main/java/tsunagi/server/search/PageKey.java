package tsunagi.server.search;

import java.util.Optional;
import java.util.UUID;
import tsunagi.records.v1.RecordType;

/**
 * Where a record stands in every list: newest day first, of one day the id made last, and of one id the later type.
 *
 * @param day as its line has it, empty when nobody knows
 */
public record PageKey(String day, UUID id, RecordType type) {
    private static final String BETWEEN = "~";

    /** As it stands in a link. */
    public String text() {
        return String.join(BETWEEN, day, id.toString(), TypeWords.of(type));
    }

    /** Reads what {@link #text} wrote. */
    public static Optional<PageKey> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(parts[1]);
            return TypeWords.find(parts[2]).map(type -> new PageKey(parts[0], id, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
