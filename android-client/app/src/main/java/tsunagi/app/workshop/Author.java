package tsunagi.app.workshop;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.user.User;
import tsunagi.sync.v1.Role;

/** Who writes: the person who holds the tablet. */
final class Author {
    private Author() {}

    /** The id under which this person writes. */
    static String of(Parts parts) {
        return parts.users()
                .current()
                .map(User::personId)
                .orElseThrow(() -> new IllegalStateException("nobody said who holds the tablet"));
    }

    /** Whether that person may make one record of two; of others the server asks a supervisor first. */
    static boolean mayJoin(Parts parts) {
        return parts.users()
                .current()
                .filter(user -> user.member().getRole() == Role.ROLE_SUPERVISOR)
                .isPresent();
    }

    /** The team of whoever holds the tablet; all of the tablet's while nobody said who does. */
    static Set<UUID> teams(Parts parts) {
        Set<UUID> teams = new LinkedHashSet<>();
        parts.users().current().map(User::teamId).ifPresent(teams::add);
        if (teams.isEmpty()) {
            parts.users().all().forEach(each -> teams.add(each.teamId()));
        }
        return teams;
    }
}
