package tsunagi.server.team;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.sync.v1.Role;

/**
 * A person's part in a team, on behalf of a body, over some time.
 *
 * @param untilMs when it ended as planned; what was made before still counts
 * @param revokedAtMs when it was taken away; whatever comes in afterwards waits for a person
 */
public record Membership(
        UUID teamId,
        String personId,
        Optional<String> bodyId,
        Role role,
        long fromMs,
        OptionalLong untilMs,
        OptionalLong revokedAtMs) {

    public boolean covers(long atMs) {
        return fromMs <= atMs && atMs < untilMs.orElse(Long.MAX_VALUE);
    }

    public boolean isRevoked() {
        return revokedAtMs.isPresent();
    }
}
