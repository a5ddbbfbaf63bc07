package tsunagi.trials.tablet;

import tsunagi.engine.outbox.ServerRecord;
import tsunagi.engine.tablet.Tablet;

/** That a tablet is known to a server. */
final class Enrolled {
    private Enrolled() {}

    static ServerRecord require(Tablet tablet) throws CommandFailedException {
        return tablet.device()
                .server()
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.NOT_ENROLLED,
                        "not_enrolled",
                        "This tablet is not enrolled. Run `enrol --server HOST:PORT --code XXXX-XXXX` first."));
    }
}
