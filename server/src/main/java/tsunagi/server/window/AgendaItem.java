package tsunagi.server.window;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagi.record.RecordKey;

/**
 * Something that takes place, or is due, on a day.
 *
 * @param from when it begins; empty when nobody said
 * @param until when it ends; empty when nobody said
 * @param workplaceId where or for which it is
 * @param people who of the helpers goes
 * @param bodyIds for which bodies
 * @param isOpen whether it is still to come, or to be done
 */
public record AgendaItem(
        RecordKey key,
        LocalDate day,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<String> workplaceId,
        Set<String> people,
        Set<String> bodyIds,
        boolean isOpen) {
    private static final int USUAL_HOURS = 2;

    public AgendaItem {
        people = Set.copyOf(people);
        bodyIds = Set.copyOf(bodyIds);
    }

    /** Whether nobody can be at both; what has no time may be at any. */
    boolean meets(AgendaItem other) {
        if (!day.equals(other.day) || key.equals(other.key)) {
            return false;
        }
        return from.isEmpty()
                || other.from.isEmpty()
                || (from.get().isBefore(other.end()) && other.from.get().isBefore(end()));
    }

    private LocalTime end() {
        LocalTime start = from.orElseThrow();
        return until.orElseGet(() ->
                start.isBefore(LocalTime.MAX.minusHours(USUAL_HOURS)) ? start.plusHours(USUAL_HOURS) : LocalTime.MAX);
    }

    /** Who would have to be at both. */
    List<String> peopleAlsoIn(AgendaItem other) {
        return people.stream().filter(other.people::contains).sorted().toList();
    }
}
