package tsunagi.server.duplicate;

import java.util.LinkedHashSet;
import java.util.Set;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Participant;

/**
 * What of participants is compared; what was not asked is empty.
 *
 * @param place the workplace that speaks for theirs, or the affiliation in words
 */
record ParticipantTraits(
        PersonName name,
        String reading,
        String place,
        String department,
        String side,
        String occupation,
        String employment)
        implements Traits {

    static ParticipantTraits of(Participant participant, String workplace) {
        return new ParticipantTraits(
                PersonName.of(participant.getName()),
                SpokenKey.of(participant.getNameReading()),
                workplace.isEmpty() ? NameKey.of(participant.getAffiliation()).text() : workplace,
                participant.getDepartmentKey(),
                said(participant.getSide()),
                said(participant.getOccupation()),
                said(participant.getEmployment()));
    }

    private static String said(Enum<?> value) {
        return value.name().endsWith("_UNSPECIFIED") ? "" : value.name();
    }

    @Override
    public Set<String> blocks() {
        Set<String> blocks = new LinkedHashSet<>();
        if (!name.isKnown()) {
            return blocks;
        }
        // Where one of two does not say where from, their names alone bring them together.
        WorkplaceTraits.add(blocks, "name", name.key());
        WorkplaceTraits.add(blocks, "reading " + place, reading);
        WorkplaceTraits.add(blocks, "reading " + place, name.spoken());
        WorkplaceTraits.add(blocks, "family " + place, name.beginning());
        OneLetter.neighbours(name.key()).forEach(word -> blocks.add("name " + place + " " + word));
        return blocks;
    }

    @Override
    public Likeness likeness(Traits traits) {
        if (!(traits instanceof ParticipantTraits other)) {
            return Likeness.NONE;
        }
        Reason named = name.compare(other.name, reading, other.reading);
        boolean isSameName = named == Reason.SAME_NAME || named == Reason.SAME_NAME_WRITTEN_DIFFERENTLY;
        return new Weighing()
                .when(true, named, pointsOf(named))
                .either(reading, other.reading, Reason.SAME_READING, isSameName ? 10 : 20, Reason.OTHER_READING, -40)
                .either(place, other.place, Reason.SAME_WORKPLACE, 25, Reason.OTHER_WORKPLACE, -40)
                .either(department, other.department, Reason.SAME_DEPARTMENT, 10, Reason.OTHER_DEPARTMENT, -20)
                .either(occupation, other.occupation, Reason.SAME_OCCUPATION, 5, Reason.OTHER_OCCUPATION, -15)
                .against(employment, other.employment, Reason.OTHER_EMPLOYMENT, -10)
                .against(side, other.side, Reason.OTHER_SIDE, -15)
                .likeness();
    }

    private static int pointsOf(Reason named) {
        return switch (named) {
            case SAME_NAME, SAME_NAME_WRITTEN_DIFFERENTLY -> 40;
            case SIMILAR_NAME -> 10;
            case FAMILY_NAME_ONLY -> 15;
            default -> -40;
        };
    }
}
