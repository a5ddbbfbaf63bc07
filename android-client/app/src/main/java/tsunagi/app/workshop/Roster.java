package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagi.app.participant.Person;
import tsunagi.name.SearchWords;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.AttendanceState;

/** 名簿: everybody who is expected at a workshop or came, each person once, in the order of the readings. */
record Roster(List<RosterRow> rows) {
    static final Comparator<RosterRow> IN_READING_ORDER =
            Comparator.comparing(RosterRow::person, Person.IN_READING_ORDER);

    Roster {
        rows = Collections.unmodifiableList(rows);
    }

    /** How many people are on it (実人数). */
    int people() {
        return rows.size();
    }

    int attended() {
        return count(RosterRow::hasCome);
    }

    int count(AttendanceState state) {
        return count(row -> row.state() == state);
    }

    int open() {
        return count(RosterRow::isOpen);
    }

    int disputed() {
        return count(RosterRow::isDisputed);
    }

    private int count(Predicate<RosterRow> which) {
        return (int) rows.stream().filter(which).count();
    }

    Optional<RosterRow> find(RecordKey person) {
        return rows.stream().filter(row -> row.person().key().equals(person)).findFirst();
    }

    /** Those meant by what somebody typed. */
    List<RosterRow> find(String typed) {
        SearchWords words = SearchWords.of(typed);
        return rows.stream().filter(row -> words.find(row.person().words())).collect(Collectors.toList());
    }

    /** The roster with these people's rows as they stand now, as those who keep the row's place see it. */
    Roster with(List<RosterRow> changed) {
        List<RosterRow> all = new ArrayList<>(rows);
        for (RosterRow row : changed) {
            int place = place(all, row);
            if (place < all.size()) {
                all.set(place, row.liking(all.get(place).likes()));
            } else {
                all.add(row);
            }
        }
        all.sort(IN_READING_ORDER);
        return new Roster(all);
    }

    private static int place(List<RosterRow> rows, RosterRow wanted) {
        int place = 0;
        while (place < rows.size()
                && !rows.get(place).person().key().equals(wanted.person().key())) {
            place++;
        }
        return place;
    }
}
