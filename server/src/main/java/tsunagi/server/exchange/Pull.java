package tsunagi.server.exchange;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tsunagi.server.intake.Moved;
import tsunagi.sync.v1.ServerMessage;

/** What one tablet is still to be sent, its teams by turns. */
final class Pull {
    private final Deque<TeamPull> teams;

    Pull(List<TeamPull> teams) {
        this.teams = new ArrayDeque<>(teams);
    }

    /** Sends while the line takes more; true when the tablet then has everything. */
    boolean sendTo(Outlet outlet) {
        int idleTeams = 0;
        while (idleTeams < teams.size() && outlet.isReady()) {
            TeamPull team = teams.removeFirst();
            Optional<ServerMessage> message = team.next();
            message.ifPresent(outlet::send);
            if (team.isInPieces()) {
                teams.addFirst(team);
            } else {
                teams.addLast(team);
            }
            idleTeams = message.isPresent() ? 0 : idleTeams + 1;
        }
        return idleTeams == teams.size();
    }

    void note(Moved moved) {
        for (TeamPull team : teams) {
            if (team.teamId().equals(moved.key().teamId())) {
                team.note(moved);
            }
        }
    }

    Collection<TeamPull> teams() {
        return teams;
    }

    /** All teams may have moved. */
    void lookAgain() {
        teams.forEach(TeamPull::lookAgain);
    }
}
