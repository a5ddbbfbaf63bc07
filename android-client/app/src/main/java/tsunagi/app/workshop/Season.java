package tsunagi.app.workshop;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.calendar.FiscalYear;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/**
 * The workshops of one fiscal year at one workplace, as far as people are known by name.
 *
 * @param times how often somebody came (延べ)
 * @param people how many different people did (実)
 */
record Season(int workshops, int times, int people) {
    static Season of(Tablet tablet, RecordKey workplace, LocalDate day, DistinctPeople distinct) {
        FiscalYear year = FiscalYear.of(day);
        Set<RecordKey> people = new HashSet<>();
        int workshops = 0;
        int times = 0;
        for (RecordView view : tablet.lookup().referring(workplace, RecordType.RECORD_TYPE_WORKSHOP_VALUE)) {
            boolean isInYear =
                    WorkshopLine.of(tablet, view).day().filter(year::contains).isPresent();
            if (isInYear) {
                workshops++;
                for (RosterRow row :
                        new RosterReader(tablet, view.key(), distinct).read().rows()) {
                    if (row.hasCome()) {
                        times++;
                        people.add(row.person().key());
                    }
                }
            }
        }
        return new Season(workshops, times, people.size());
    }
}
