package tsunagi.server.handover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a successor has to know of a team (引き継ぎ).
 *
 * @param bodies those that work together, with whom one talks to there
 * @param meetings of the last three years, the newest first
 * @param dates what comes next, in the order of days
 */
public record Handover(
        List<Place> places,
        List<Body> bodies,
        List<Promise> promises,
        List<Referral> referrals,
        List<Meeting> meetings,
        List<NextDate> dates) {
    /** Fewer than this a successor should not have to rely on. */
    public static final int CONTACTS_MIN = 2;

    /** Workplaces are many; those with the newest work are told of. */
    public static final int PLACES_MAX = 300;

    /**
     * A workplace in brief.
     *
     * @param situation what was asked for or seen on the last visit
     * @param actions what goes on there
     */
    public record Place(
            String id,
            String name,
            Optional<Long> people,
            Optional<String> lastVisit,
            Optional<String> situation,
            List<String> actions,
            List<String> busySeasons,
            boolean isNeverPhotographed,
            Optional<String> notes,
            List<Person> contacts) {}

    /** A body and whom one knows there. */
    public record Body(String name, List<Person> contacts) {
        public boolean hasTooFew() {
            return contacts.size() < CONTACTS_MIN;
        }
    }

    /**
     * Somebody one talks to.
     *
     * @param id the contact, or the member of the team
     * @param how phone, mail, when to call
     * @param introduced who noted that the successor was introduced, and when
     */
    public record Person(String id, String name, String post, String how, Optional<Introduced> introduced) {}

    /** That a successor was introduced to somebody. */
    public record Introduced(String by, long atMs) {}

    /** An open follow-up. */
    public record Promise(Optional<String> dueOn, String workplace, String task, String whose, boolean isOverdue) {}

    /** A referral whose result is open or not known. */
    public record Referral(String on, String workplace, String to, String service, String state) {}

    /** A meeting and what it decided. */
    public record Meeting(String heldOn, String title, String decisions, String minutes) {}

    /** A day on which something is to be done. */
    public record NextDate(String day, String workplace, String what) {}

    /** How many contacts there are to be introduced to. */
    public long contacts() {
        return people().count();
    }

    public long introduced() {
        return people().filter(person -> person.introduced().isPresent()).count();
    }

    private Stream<Person> people() {
        return Stream.concat(
                places.stream().flatMap(place -> place.contacts().stream()),
                bodies.stream().flatMap(body -> body.contacts().stream()));
    }
}
