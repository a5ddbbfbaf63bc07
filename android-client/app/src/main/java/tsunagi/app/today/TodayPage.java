package tsunagi.app.today;

import java.time.LocalDate;
import tsunagi.app.Parts;

/** What Today shows. */
record TodayPage(LocalDate today, int drafts) {
    static TodayPage of(Parts parts) {
        return new TodayPage(parts.today(), parts.tablet().status().drafts());
    }
}
