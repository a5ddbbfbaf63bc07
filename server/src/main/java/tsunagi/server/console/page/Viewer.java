package tsunagi.server.console.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.team.Team;
import tsunagi.server.words.Language;

/**
 * Somebody who is signed in at the console.
 *
 * @param teams those of which they are とりまとめ担当 now
 * @param mustChangePassword true while the password is one that somebody else made
 */
public record Viewer(
        String personId,
        String name,
        boolean isAdministrator,
        List<Team> teams,
        Language language,
        boolean mustChangePassword) {

    public Optional<Team> team(UUID id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }
}
