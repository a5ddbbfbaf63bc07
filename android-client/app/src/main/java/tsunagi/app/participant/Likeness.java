package tsunagi.app.participant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.name.NameKey;
import tsunagi.records.v1.Participant;

/** Whether two participants may be one person; a person decides, for 斉藤 and 斎藤 may be two. */
public final class Likeness {
    private Likeness() {}

    /**
     * True when they have one name, or one is written as the other is read, and nothing says that they come from different
     * places. 菊地 and 菊池 are read alike and are two.
     */
    public static boolean between(Person one, Person other) {
        boolean isOneName = name(one).equals(name(other))
                || name(one).equals(reading(other))
                || reading(one).equals(name(other));
        return !one.key().equals(other.key())
                && isOneName
                && !name(one).isEmpty()
                && !name(other).isEmpty()
                && mayBeOfOnePlace(one.participant(), other.participant());
    }

    private static String name(Person person) {
        return NameKey.of(person.name()).text();
    }

    private static String reading(Person person) {
        return NameKey.of(person.reading()).text();
    }

    /** What a participant's name and reading come to when written differences are taken off. */
    public static List<String> keys(Person person) {
        return Arrays.asList(name(person), reading(person)).stream()
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toList());
    }

    private static boolean mayBeOfOnePlace(Participant one, Participant other) {
        return agree(one.getWorkplaceId(), other.getWorkplaceId())
                && agree(
                        NameKey.of(one.getAffiliation()).text(),
                        NameKey.of(other.getAffiliation()).text());
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
