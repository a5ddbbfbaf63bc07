package tsunagi.trials.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

/** As the app does it: by the index. */
record IndexedScreens(Tablet tablet, UUID teamId) implements Screens {
    private static final List<RecordType> ON_PAGE = List.of(
            RecordType.RECORD_TYPE_CONTACT,
            RecordType.RECORD_TYPE_VISIT,
            RecordType.RECORD_TYPE_FOLLOW_UP,
            RecordType.RECORD_TYPE_REFERRAL,
            RecordType.RECORD_TYPE_WORKSHOP,
            RecordType.RECORD_TYPE_ACTION,
            RecordType.RECORD_TYPE_ROUND);

    @Override
    public int search(String typed) {
        return tablet.lookup()
                .workplaces(teamId, typed, StoreRecords.SHOWN_MAX)
                .shown()
                .size();
    }

    @Override
    public int page(RecordKey workplace) {
        int shown = tablet.show(workplace).as(Workplace.getDefaultInstance()).getDepartmentsCount();
        for (RecordType type : ON_PAGE) {
            shown += tablet.lookup().referring(workplace, type.getNumber()).size();
        }
        return shown + tablet.problems(workplace).size();
    }

    @Override
    public int today() {
        Lookup lookup = tablet.lookup();
        LocalDate today = StoreRecords.TODAY;
        LocalDate ahead = today.plusDays(StoreRecords.DAYS_AHEAD);
        return tablet.status().drafts()
                + tablet.drafts().size()
                + lookup.onDays(teamId, RecordType.RECORD_TYPE_VISIT_VALUE, today, ahead)
                        .size()
                + lookup.onDays(teamId, RecordType.RECORD_TYPE_WORKSHOP_VALUE, today, ahead)
                        .size()
                + lookup.openOnDays(teamId, RecordType.RECORD_TYPE_FOLLOW_UP_VALUE, LocalDate.EPOCH, today)
                        .size()
                + lookup.open(teamId, RecordType.RECORD_TYPE_REVIEW_VALUE).size();
    }
}
