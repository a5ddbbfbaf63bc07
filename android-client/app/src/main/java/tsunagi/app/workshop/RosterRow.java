package tsunagi.app.workshop;

import java.util.List;
import java.util.Map;
import tsunagi.app.participant.Person;
import tsunagi.change.Stamp;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;

/**
 * One person on the roster, and what is known of the coming.
 *
 * @param seen the mark's stamps as they are shown here, by the id that the attendance names the participant by; several
 *     when two participants turned out to be this one
 * @param claims what was said of it where that does not agree, the one in place first; else empty
 * @param likes others on the roster who may be the same person
 */
record RosterRow(Person person, AttendanceMark mark, Map<String, Stamp> seen, List<Claim> claims, List<Person> likes) {

    AttendanceState state() {
        return mark.getState();
    }

    /** True when nobody said yet whether the person came. */
    boolean isOpen() {
        return !isDisputed()
                && (state() == AttendanceState.ATTENDANCE_STATE_REGISTERED
                        || state() == AttendanceState.ATTENDANCE_STATE_UNSPECIFIED);
    }

    boolean isDisputed() {
        return !claims.isEmpty();
    }

    boolean hasCome() {
        return Attended.is(state());
    }

    /** Stays with the person, for lists. */
    long stableId() {
        return person.key().id().getMostSignificantBits() ^ person.key().id().getLeastSignificantBits();
    }

    RosterRow liking(List<Person> others) {
        return new RosterRow(person, mark, seen, claims, others);
    }
}
