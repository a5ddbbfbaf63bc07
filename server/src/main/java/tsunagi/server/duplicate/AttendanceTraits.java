package tsunagi.server.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of attendances is compared: one person cannot come to one workshop twice, but two records of that person can.
 *
 * @param workshop the workshop that speaks for theirs
 */
record AttendanceTraits(String workshop, ParticipantTraits participant) implements Traits {
    @Override
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        WorkplaceTraits.add(blocks, workshop + " name", participant.name().key());
        WorkplaceTraits.add(blocks, workshop + " reading", participant.reading());
        return blocks;
    }

    @Override
    public Likeness likeness(Traits traits) {
        if (!(traits instanceof AttendanceTraits other) || workshop.isEmpty() || !workshop.equals(other.workshop)) {
            return Likeness.NONE;
        }
        Likeness people = participant.likeness(other.participant);
        List<Reason> reasons = new ArrayList<>(List.of(Reason.SAME_WORKSHOP));
        reasons.addAll(people.reasons());
        return new Likeness(people.score(), reasons);
    }
}
