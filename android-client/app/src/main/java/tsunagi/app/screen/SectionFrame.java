package tsunagi.app.screen;

import java.time.LocalDate;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.enrolment.FirstSteps;
import tsunagi.app.sync.SyncLine;
import tsunagi.app.user.User;

/** What stands around every section: who holds the tablet, and how safe everything is. */
record SectionFrame(FirstSteps step, Optional<String> userName, SyncLine line, LocalDate today) {
    static SectionFrame of(Parts parts) {
        return new SectionFrame(
                FirstSteps.next(parts), parts.users().current().map(User::name), SyncLine.of(parts), parts.today());
    }
}
