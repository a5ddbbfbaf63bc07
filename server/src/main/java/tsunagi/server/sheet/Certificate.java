package tsunagi.server.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What was done for a workplace, as it is certified to it (実施証明).
 *
 * @param deeds in the order of days
 */
public record Certificate(String workplaceId, String workplaceName, int fiscalYear, List<Deed> deeds) {
    /** A workshop or a visit. */
    public enum Kind {
        WORKSHOP,
        VISIT
    }

    /**
     * One of them.
     *
     * @param people who came from the workplace, or who were talked to; empty when nobody counted them
     */
    public record Deed(
            Kind kind,
            String id,
            String day,
            String what,
            Optional<Long> people,
            Optional<String> place,
            List<String> bodies,
            List<String> instructors) {
        /** As an address names it. */
        public String key() {
            return kind.name().charAt(0) + id;
        }
    }

    /** Only the one with this key; all where it is empty. */
    public Certificate only(Optional<String> key) {
        return key.isEmpty()
                ? this
                : new Certificate(
                        workplaceId,
                        workplaceName,
                        fiscalYear,
                        deeds.stream()
                                .filter(deed -> deed.key().equals(key.get()))
                                .toList());
    }
}
