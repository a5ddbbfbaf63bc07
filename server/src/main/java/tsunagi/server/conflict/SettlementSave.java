package tsunagi.server.conflict;

import java.util.Optional;
import java.util.UUID;

/**
 * Names decisions that were sent together.
 *
 * @param saveId stands in all of their changes
 * @param first the first revision they took
 * @param last the last one
 */
public record SettlementSave(UUID saveId, long first, long last) {
    private static final String BETWEEN = "~";

    /** As it stands in a link. */
    public String text() {
        return String.join(BETWEEN, saveId.toString(), Long.toString(first), Long.toString(last));
    }

    /** Reads what {@link #text} wrote. */
    public static Optional<SettlementSave> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        try {
            return parts.length == 3
                    ? Optional.of(new SettlementSave(
                            UUID.fromString(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
