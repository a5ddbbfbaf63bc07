package tsunagi.server.exchange;

import java.util.List;
import java.util.UUID;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.intake.Moved;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.ServerMessage;

/** What the server answers to a Hello. */
sealed interface Greeted {
    /** The tablet cannot be served, and why. */
    record Refused(Farewell farewell) implements Greeted {}

    /**
     * The tablet is served.
     *
     * @param firstWords Welcome, and what became of changes that were parked when the tablet last heard of them
     * @param moves what the tablet has from its own changes, once it knows the words in Welcome
     */
    record Welcomed(
            UUID epochId,
            ClockOffset clock,
            List<ServerMessage> firstWords,
            List<TeamPull.Start> pulls,
            List<Moved> moves)
            implements Greeted {}
}
