package tsunagi.app.round;

import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.SheetCount;

/** A count that is stated of a round as a whole. */
enum RoundCount {
    ADDRESSED(R.id.round_addressed, Round.ADDRESSED_PEOPLE_FIELD_NUMBER),
    OUT(R.id.round_out, Round.SHEETS_OUT_FIELD_NUMBER),
    BACK(R.id.round_back, Round.SHEETS_BACK_FIELD_NUMBER);

    private final int field;
    private final int number;

    RoundCount(int field, int number) {
        this.field = field;
        this.number = number;
    }

    int field() {
        return field;
    }

    Map<String, SheetCount> in(Round round) {
        return switch (this) {
            case ADDRESSED -> round.getAddressedPeopleMap();
            case OUT -> round.getSheetsOutMap();
            case BACK -> round.getSheetsBackMap();
        };
    }

    /** What is stated; empty when nobody stated it. */
    Optional<Integer> stated(Round round) {
        return in(round).isEmpty() ? Optional.empty() : Optional.of(SheetTotals.of(in(round)));
    }

    /** Enters it into a draft; empty takes it back. */
    void enter(Draft draft, Optional<Integer> count) {
        if (!count.isPresent()) {
            draft.clear(FieldPath.entry(number, SheetTotals.ALL));
            return;
        }
        SheetCount all = SheetCount.newBuilder().setCount(count.get()).build();
        Round.Builder round = Round.newBuilder();
        switch (this) {
            case ADDRESSED -> round.putAddressedPeople(SheetTotals.ALL, all);
            case OUT -> round.putSheetsOut(SheetTotals.ALL, all);
            case BACK -> round.putSheetsBack(SheetTotals.ALL, all);
        }
        draft.set(round.build());
    }

    void save(Tablet tablet, RecordKey round, Optional<Integer> count, String authorPersonId) {
        Draft draft = tablet.edit(round);
        enter(draft, count);
        tablet.save(draft, authorPersonId);
    }
}
