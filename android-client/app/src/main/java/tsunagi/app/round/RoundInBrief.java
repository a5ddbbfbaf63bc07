package tsunagi.app.round;

import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;

/**
 * A round with what is said of it wherever it is shown.
 *
 * @param name its own, or that of its form where it has none
 * @param place where it is asked; empty when nobody said
 */
public record RoundInBrief(
        RecordKey key, Round round, String name, String formTitle, String place, RoundSheets sheets) {
    private static final int FORM = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;

    /** The round as this tablet has it. */
    static RoundInBrief of(Tablet tablet, RecordView view) {
        Round round = view.as(Round.getDefaultInstance());
        String form = RoundPlace.find(
                        tablet, view.key().teamId(), FORM, round.getFormVersionId(), FormVersion.getDefaultInstance())
                .map(FormVersion::getTitle)
                .orElse("");
        String name = round.getName().isEmpty() ? form : round.getName();
        return new RoundInBrief(
                view.key(),
                round,
                name,
                form,
                RoundPlace.of(tablet, view.key().teamId(), round),
                RoundSheets.of(tablet, view.key(), round));
    }

    int addressed() {
        return SheetTotals.of(round.getAddressedPeopleMap());
    }

    int out() {
        return SheetTotals.of(round.getSheetsOutMap());
    }

    /** Sheets that came back: as stated, or else those that are complete here. */
    int back() {
        return round.getSheetsBackCount() > 0 ? SheetTotals.of(round.getSheetsBackMap()) : sheets.complete();
    }

    /** True until its last day is over. */
    boolean isAsked(String today) {
        return round.getClosesOn().isEmpty() || round.getClosesOn().compareTo(today) >= 0;
    }
}
