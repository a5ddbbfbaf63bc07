package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.participant.Person;

/** What stands in one place of the list of the roster. */
sealed interface RosterItem {
    /** Stays with what it shows. */
    long id();

    /** Somebody on the roster. */
    record Attendee(RosterRow row) implements RosterItem {
        @Override
        public long id() {
            return row.stableId();
        }
    }

    /** What the following have in common. */
    record Heading(int words) implements RosterItem {
        @Override
        public long id() {
            return words;
        }
    }

    /** Somebody who is known and not on the roster. */
    record Known(Person person) implements RosterItem {
        @Override
        public long id() {
            return person.key().id().getLeastSignificantBits();
        }
    }

    /**
     * Somebody nobody wrote down before.
     *
     * @param from the workplace the person comes from; empty when from elsewhere, or nobody knows
     * @param isLikeSomebody true when somebody of that name is there
     */
    record Unknown(String name, Optional<Place> from, boolean isLikeSomebody) implements RosterItem {
        @Override
        public long id() {
            return from.map(place -> place.key().id().getLeastSignificantBits()).orElse(1L) ^ Unknown.class.hashCode();
        }
    }

    /** All of the roster. */
    static List<RosterItem> of(Roster roster) {
        List<RosterItem> items = new ArrayList<>();
        roster.rows().forEach(row -> items.add(new Attendee(row)));
        return items;
    }

    /** What was found for what somebody typed: on the roster, among those known, and the way to write somebody new down. */
    static List<RosterItem> of(RosterSearch search) {
        List<RosterItem> items = new ArrayList<>();
        search.onRoster().forEach(row -> items.add(new Attendee(row)));
        if (!search.others().isEmpty()) {
            items.add(new Heading(R.string.roster_others));
            search.others().forEach(person -> items.add(new Known(person)));
        }
        items.add(new Heading(R.string.roster_new));
        search.places()
                .forEach(place -> items.add(new Unknown(search.name(), Optional.of(place), search.isLikeSomebody())));
        items.add(new Unknown(search.name(), Optional.empty(), search.isLikeSomebody()));
        return items;
    }
}
