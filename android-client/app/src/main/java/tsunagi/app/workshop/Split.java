package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.participant.PersonWords;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.TallyRow;

/** How a head-count is split; what each person counted is said to be. */
enum Split {
    NONE(R.string.tally_split_none),
    EMPLOYMENT(R.string.tally_split_employment),
    OCCUPATION(R.string.tally_split_occupation),
    DEPARTMENT(R.string.tally_split_department),
    WORKPLACE(R.string.tally_split_workplace);

    private final int word;

    Split(int word) {
        this.word = word;
    }

    int word() {
        return word;
    }

    /** The split of a row of a sheet. */
    static Split of(TallyRow row) {
        if (row.getEmployment() != Employment.EMPLOYMENT_UNSPECIFIED) {
            return EMPLOYMENT;
        } else if (row.getOccupation() != Occupation.OCCUPATION_UNSPECIFIED) {
            return OCCUPATION;
        } else if (!row.getDepartmentKey().isEmpty()) {
            return DEPARTMENT;
        }
        return row.getWorkplaceId().isEmpty() ? NONE : WORKPLACE;
    }

    /** What there is to count, nobody counted yet: a row for each. */
    List<TallyRow> rows(List<Place> places) {
        List<TallyRow> rows = new ArrayList<>();
        switch (this) {
            case NONE -> rows.add(TallyRow.getDefaultInstance());
            case EMPLOYMENT ->
                employments()
                        .forEach(each -> rows.add(
                                TallyRow.newBuilder().setEmployment(each).build()));
            case OCCUPATION ->
                occupations()
                        .forEach(each -> rows.add(
                                TallyRow.newBuilder().setOccupation(each).build()));
            case DEPARTMENT ->
                places.forEach(place -> place.departments()
                        .keySet()
                        .forEach(key -> rows.add(TallyRow.newBuilder()
                                .setWorkplaceId(place.id())
                                .setDepartmentKey(key)
                                .build())));
            case WORKPLACE ->
                places.forEach(place -> rows.add(
                        TallyRow.newBuilder().setWorkplaceId(place.id()).build()));
        }
        return rows;
    }

    private static List<Employment> employments() {
        List<Employment> all = new ArrayList<>();
        for (Employment each : Employment.values()) {
            if (each != Employment.EMPLOYMENT_UNSPECIFIED && each != Employment.UNRECOGNIZED) {
                all.add(each);
            }
        }
        return all;
    }

    private static List<Occupation> occupations() {
        List<Occupation> all = new ArrayList<>();
        for (Occupation each : Occupation.values()) {
            if (each != Occupation.OCCUPATION_UNSPECIFIED && each != Occupation.UNRECOGNIZED) {
                all.add(each);
            }
        }
        return all;
    }

    /** Who is counted in a row, in words. */
    static String words(Resources words, TallyRow row, List<Place> places) {
        return switch (of(row)) {
            case NONE -> words.getString(R.string.tally_people);
            case EMPLOYMENT -> words.getString(PersonWords.of(row.getEmployment()));
            case OCCUPATION -> words.getString(PersonWords.of(row.getOccupation()));
            case DEPARTMENT, WORKPLACE -> placeWords(words, row, places);
        };
    }

    private static String placeWords(Resources words, TallyRow row, List<Place> places) {
        for (Place place : places) {
            if (place.id().equals(row.getWorkplaceId())) {
                String department = place.departments().getOrDefault(row.getDepartmentKey(), "");
                if (row.getDepartmentKey().isEmpty()) {
                    return place.name();
                }
                return places.size() == 1 ? department : place.name() + " " + department;
            }
        }
        return words.getString(R.string.person_not_said);
    }
}
