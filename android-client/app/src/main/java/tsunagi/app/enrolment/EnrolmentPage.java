package tsunagi.app.enrolment;

import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.sync.SyncOutcome;
import tsunagi.engine.outbox.ServerRecord;

/**
 * How far a tablet is on its way to its first day of work.
 *
 * @param server the server that knows it
 * @param canWork true when it holds a team with somebody in it
 * @param isAgain true when it is made known anew, although it may be able to work
 * @param lastSync what came of the last synchronization
 */
record EnrolmentPage(Optional<String> server, boolean canWork, boolean isAgain, SyncOutcome lastSync) {
    static EnrolmentPage of(Parts parts, boolean isAgain) {
        return new EnrolmentPage(
                parts.tablet().device().server().map(ServerRecord::name),
                !parts.users().all().isEmpty(),
                isAgain,
                parts.settings().lastSync());
    }

    /** The server knows this tablet, and nothing came from there yet. */
    boolean isWaitingForFirstSync() {
        return server.isPresent() && !isAgain && !canWork && !lastSync.asksForEnrolment();
    }
}
