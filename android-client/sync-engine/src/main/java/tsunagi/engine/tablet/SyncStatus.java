package tsunagi.engine.tablet;

import java.util.List;
import java.util.Optional;
import tsunagi.engine.outbox.Tally;
import tsunagi.engine.replica.SyncNotes.LastSync;
import tsunagi.engine.replica.Team;

/**
 * What the sync line says, counted on disk and never remembered.
 *
 * @param tally how many changes stand how
 * @param filesWaiting how many photos, signatures and other files wait to be handed in
 * @param filesRefused how many of them the server does not take
 * @param drafts how many drafts were begun and not saved
 * @param lastSync how the last synchronization went; empty before the first
 * @param teams the teams this device holds, and those it held
 */
public record SyncStatus(
        Tally tally, int filesWaiting, int filesRefused, int drafts, Optional<LastSync> lastSync, List<Team> teams) {}
