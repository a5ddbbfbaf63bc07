package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tsunagi.app.draft.StorableTyping;
import tsunagi.app.participant.Likeness;
import tsunagi.app.participant.Person;
import tsunagi.name.NameKey;

/** What was found for what somebody typed above the roster. */
record RosterSearch(String typed, List<RosterRow> onRoster, List<Person> others, List<Place> places) {
    /** The first of it, while those who are not on the roster are still looked for, and all of it then. */
    static RosterSearch of(String typed, WorkshopPage page, List<Person> known) {
        List<Person> others = new ArrayList<>(known);
        others.removeIf(person -> page.roster().find(person.key()).isPresent());
        return new RosterSearch(typed, page.roster().find(typed), others, page.places());
    }

    String name() {
        return tidy(typed);
    }

    /** Without what stands around it, also the wide space of Japanese keyboards. */
    static String tidy(String typed) {
        return StorableTyping.of(typed).replaceAll("^[\\s\u3000]+|[\\s\u3000]+$", "");
    }

    /** True when somebody goes by exactly that name. */
    boolean isLikeSomebody() {
        String key = NameKey.of(typed).text();
        return Stream.concat(onRoster.stream().map(RosterRow::person), others.stream())
                .anyMatch(person -> Likeness.keys(person).contains(key));
    }
}
