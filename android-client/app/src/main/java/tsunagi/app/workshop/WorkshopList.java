package tsunagi.app.workshop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.RecordType;

/** The workshops of the teams of whoever holds the tablet: today's, those to come, those that were. */
record WorkshopList(List<WorkshopLine> today, List<WorkshopLine> next, List<WorkshopLine> past) {
    private static final int WORKSHOP = RecordType.RECORD_TYPE_WORKSHOP_VALUE;
    private static final int YEARS_BACK = 2;
    private static final int YEARS_AHEAD = 2;

    static WorkshopList of(Parts parts) {
        Tablet tablet = parts.tablet();
        LocalDate today = parts.today();
        List<WorkshopLine> all = new ArrayList<>();
        for (UUID teamId : Author.teams(parts)) {
            LocalDate from = today.minusYears(YEARS_BACK);
            LocalDate to = today.plusYears(YEARS_AHEAD);
            for (RecordView view : tablet.lookup().onDays(teamId, WORKSHOP, from, to)) {
                all.add(WorkshopLine.of(tablet, view));
            }
            // A planned one may have no day yet, or none that is a day.
            for (RecordView view : tablet.lookup().open(teamId, WORKSHOP)) {
                WorkshopLine line = WorkshopLine.of(tablet, view);
                if (!line.day().isPresent()) {
                    all.add(line);
                }
            }
        }
        return sorted(all, today);
    }

    private static WorkshopList sorted(List<WorkshopLine> all, LocalDate today) {
        WorkshopList list = new WorkshopList(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (WorkshopLine line : all) {
            int side = line.day().map(day -> day.compareTo(today)).orElse(1);
            if (side == 0) {
                list.today.add(line);
            } else if (side > 0) {
                list.next.add(line);
            } else {
                list.past.add(line);
            }
        }
        Collections.reverse(list.past);
        return list;
    }

    boolean isEmpty() {
        return today.isEmpty() && next.isEmpty() && past.isEmpty();
    }
}
