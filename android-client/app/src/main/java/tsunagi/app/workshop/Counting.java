package tsunagi.app.workshop;

import java.util.ArrayList;
import java.util.List;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;

/** Writes what a workshop came to: head-counts, which of them count, whether it took place. On disk when a method returns; never on the main thread. */
final class Counting {
    private static final FieldPath REPEATED = FieldPath.field(Workshop.REPEATED_TALLY_KEYS_FIELD_NUMBER);

    private final Tablet tablet;
    private final RecordKey workshop;
    private final String authorPersonId;

    Counting(Tablet tablet, RecordKey workshop, String authorPersonId) {
        this.tablet = tablet;
        this.workshop = workshop;
        this.authorPersonId = authorPersonId;
    }

    /** Counts one more or one less of those who are alike in what the row says; from the sheet as it stands by then. */
    void count(String ownKey, TallyRow alike, int change) {
        TallySheet sheet = now().getTallySheetsOrDefault(ownKey, TallySheet.getDefaultInstance());
        write(ownKey, counted(sheet, alike, change));
    }

    void countedWhere(String ownKey, String where) {
        TallySheet sheet = now().getTallySheetsOrDefault(ownKey, TallySheet.getDefaultInstance());
        write(ownKey, sheet.toBuilder().setCountedWhere(where).build());
    }

    private void write(String ownKey, TallySheet sheet) {
        TallySheet signed = sheet.toBuilder()
                .setCountingPersonId(authorPersonId)
                .setCountedAtMs(tablet.clock().wallMs())
                .build();
        save(Workshop.newBuilder().putTallySheets(ownKey, signed).build());
    }

    static TallySheet counted(TallySheet sheet, TallyRow alike, int change) {
        List<TallyRow> rows = new ArrayList<>(sheet.getRowsList());
        int place = 0;
        while (place < rows.size() && !withoutPeople(rows.get(place)).equals(withoutPeople(alike))) {
            place++;
        }
        int people = (place < rows.size() ? rows.remove(place).getPeople() : 0) + change;
        if (people > 0) {
            rows.add(
                    Math.min(place, rows.size()),
                    alike.toBuilder().setPeople(people).build());
        }
        return sheet.toBuilder().clearRows().addAllRows(rows).build();
    }

    static TallyRow withoutPeople(TallyRow row) {
        return row.toBuilder().clearPeople().build();
    }

    /** Says whether a sheet counted the same people as another. */
    void repeats(String tallyKey, boolean isRepeated) {
        List<String> keys = new ArrayList<>(now().getRepeatedTallyKeysList());
        keys.remove(tallyKey);
        if (isRepeated) {
            keys.add(tallyKey);
        }
        Draft draft = tablet.edit(workshop);
        if (keys.isEmpty()) {
            draft.clear(REPEATED);
        } else {
            draft.set(Workshop.newBuilder().addAllRepeatedTallyKeys(keys).build());
        }
        tablet.save(draft, authorPersonId);
    }

    void basis(CountingBasis basis) {
        save(Workshop.newBuilder().setCountingBasis(basis).build());
    }

    void outcome(WorkshopState state, String reason) {
        WorkshopOutcome.Builder outcome = WorkshopOutcome.newBuilder().setState(state);
        if (!reason.isEmpty()) {
            outcome.setReason(reason);
        }
        save(Workshop.newBuilder().setOutcome(outcome).build());
    }

    private Workshop now() {
        return tablet.show(workshop).as(Workshop.getDefaultInstance());
    }

    private void save(Workshop values) {
        Draft draft = tablet.edit(workshop).set(values);
        tablet.save(draft, authorPersonId);
    }
}
