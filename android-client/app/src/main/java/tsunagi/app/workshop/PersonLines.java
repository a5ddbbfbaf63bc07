package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.participant.Person;
import tsunagi.app.participant.PersonWords;
import tsunagi.records.v1.Employment;

/** What lists of a workshop say of a person beside the name. */
final class PersonLines {
    private PersonLines() {}

    static String name(Resources words, Person person) {
        return person.name().isEmpty() ? words.getString(R.string.person_nameless) : person.name();
    }

    /** Reading, where from when that tells people apart, and when it was marked. */
    static String rosterDetail(Resources words, RosterRow row, WorkshopPage page) {
        List<String> parts = new ArrayList<>();
        parts.add(row.person().reading());
        if (page.places().size() > 1) {
            parts.add(from(row.person(), page.places()));
        }
        parts.add(department(row.person(), page.places()));
        if (!row.isOpen() && !row.isDisputed()) {
            parts.add(AttendanceWords.time(row.mark()));
        }
        return join(words, parts);
    }

    /** Reading, where from and how employed, for somebody who is not on the roster. */
    static String detail(Resources words, Person person, List<Place> places) {
        List<String> parts = new ArrayList<>();
        parts.add(person.reading());
        parts.add(from(person, places));
        parts.add(department(person, places));
        if (person.participant().getEmployment() != Employment.EMPLOYMENT_UNSPECIFIED) {
            parts.add(words.getString(PersonWords.of(person.participant().getEmployment())));
        }
        return join(words, parts);
    }

    static String claim(Resources words, Claim claim, WorkshopPage page) {
        String who = page.staff().getOrDefault(claim.personId(), words.getString(R.string.roster_claim_nobody));
        return words.getString(R.string.roster_claim, AttendanceWords.withTime(words, claim.mark()), who);
    }

    private static String from(Person person, List<Place> places) {
        for (Place place : places) {
            if (place.id().equals(person.participant().getWorkplaceId())) {
                return place.name();
            }
        }
        return person.participant().getAffiliation();
    }

    private static String department(Person person, List<Place> places) {
        for (Place place : places) {
            if (place.id().equals(person.participant().getWorkplaceId())) {
                return place.departments().getOrDefault(person.participant().getDepartmentKey(), "");
            }
        }
        return "";
    }

    private static String join(Resources words, List<String> parts) {
        parts.removeIf(String::isEmpty);
        return String.join(words.getString(R.string.workshop_between), parts);
    }
}
