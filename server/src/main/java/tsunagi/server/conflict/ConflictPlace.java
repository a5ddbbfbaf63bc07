package tsunagi.server.conflict;

import java.util.Optional;
import java.util.UUID;

/**
 * A record's place in the list of conflicts.
 *
 * @param typeName as plain tables call the type
 */
public record ConflictPlace(String typeName, UUID recordId) {
    private static final String BETWEEN = "~";

    /** As it stands in a link. */
    public String text() {
        return typeName + BETWEEN + recordId;
    }

    /** Reads what {@link #text} wrote. */
    public static Optional<ConflictPlace> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ConflictPlace(parts[0], UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
