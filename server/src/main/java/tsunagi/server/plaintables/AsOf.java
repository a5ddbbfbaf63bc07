package tsunagi.server.plaintables;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a team's plain tables are.
 *
 * @param revision the last revision they hold
 * @param head the team's last revision
 * @param receivedAt when the server took in the last change they hold; empty while they hold none
 */
public record AsOf(long revision, long head, Optional<Instant> receivedAt) {
    /** How many revisions they are behind. */
    public long lag() {
        return head - revision;
    }
}
