package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tsunagi.app.R;
import tsunagi.app.participant.Person;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;

/** What a workshop came to in figures, as the server will count it. */
final class Totals {
    private final WorkshopPage page;

    Totals(WorkshopPage page) {
        this.page = page;
    }

    boolean countsNames() {
        return switch (page.workshop().getCountingBasis()) {
            case COUNTING_BASIS_TALLIES -> false;
            case COUNTING_BASIS_NAMES, COUNTING_BASIS_NAMES_AND_TALLIES, COUNTING_BASIS_UNSPECIFIED, UNRECOGNIZED ->
                true;
        };
    }

    boolean countsTallies() {
        return switch (page.workshop().getCountingBasis()) {
            case COUNTING_BASIS_TALLIES, COUNTING_BASIS_NAMES_AND_TALLIES -> true;
            case COUNTING_BASIS_NAMES -> false;
            case COUNTING_BASIS_UNSPECIFIED, UNRECOGNIZED -> page.roster().attended() == 0;
        };
    }

    /** How many took part, nobody counted twice. */
    int participants() {
        return (countsNames() ? page.roster().attended() : 0)
                + (countsTallies() ? page.tally().people() : 0);
    }

    /** People who came, by what a split says of them in words; those of whom it is not known last. */
    Map<String, Integer> by(Split split, Resources words) {
        Map<TallyRow, Integer> counts = new LinkedHashMap<>();
        split.rows(page.places()).forEach(row -> counts.put(row, 0));
        if (countsNames()) {
            page.roster().rows().stream()
                    .filter(RosterRow::hasCome)
                    .forEach(row -> counts.merge(key(split, row.person()), 1, Integer::sum));
        }
        if (countsTallies()) {
            Map<String, TallySheet> sheets = new TreeMap<>(page.tally().others());
            sheets.put(page.ownTallyKey(), page.tally().own());
            sheets.keySet().removeAll(page.tally().repeated());
            sheets.values().forEach(sheet -> sheet.getRowsList()
                    .forEach(row -> counts.merge(key(split, row), row.getPeople(), Integer::sum)));
        }
        return inWords(counts, words);
    }

    private Map<String, Integer> inWords(Map<TallyRow, Integer> counts, Resources words) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        int unknown = 0;
        for (Map.Entry<TallyRow, Integer> count : counts.entrySet()) {
            boolean isKnown = Split.of(count.getKey()) != Split.NONE;
            if (isKnown && count.getValue() > 0) {
                lines.merge(Split.words(words, count.getKey(), page.places()), count.getValue(), Integer::sum);
            } else {
                unknown += count.getValue();
            }
        }
        if (unknown > 0 && !lines.isEmpty()) {
            lines.put(words.getString(R.string.person_not_said), unknown);
        }
        return lines;
    }

    private static TallyRow key(Split split, Person person) {
        Participant participant = person.participant();
        return key(
                split,
                TallyRow.newBuilder()
                        .setEmployment(participant.getEmployment())
                        .setOccupation(participant.getOccupation())
                        .setWorkplaceId(participant.getWorkplaceId())
                        .setDepartmentKey(participant.getDepartmentKey())
                        .build());
    }

    /** Only what the split looks at; a field that says nothing is not set, as in the rows of a split. */
    private static TallyRow key(Split split, TallyRow row) {
        TallyRow.Builder key = TallyRow.newBuilder();
        switch (split) {
            case EMPLOYMENT -> setIf(row.getEmploymentValue() != 0, () -> key.setEmployment(row.getEmployment()));
            case OCCUPATION -> setIf(row.getOccupationValue() != 0, () -> key.setOccupation(row.getOccupation()));
            case DEPARTMENT ->
                setIf(!row.getDepartmentKey().isEmpty(), () -> key.setWorkplaceId(row.getWorkplaceId())
                        .setDepartmentKey(row.getDepartmentKey()));
            case WORKPLACE -> setIf(!row.getWorkplaceId().isEmpty(), () -> key.setWorkplaceId(row.getWorkplaceId()));
            case NONE -> {}
        }
        return key.build();
    }

    private static void setIf(boolean isSaid, Runnable set) {
        if (isSaid) {
            set.run();
        }
    }
}
