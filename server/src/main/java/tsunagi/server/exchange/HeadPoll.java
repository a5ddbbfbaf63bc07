package tsunagi.server.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Notices, when asked to look, that another program (a command, another server) moved a team. Not thread-safe. */
public final class HeadPoll {
    private final Database database;
    private final TeamHeads heads;
    private final Teams teams = new Teams();
    private final Map<UUID, Long> lastSeen = new HashMap<>();

    public HeadPoll(Database database, TeamHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    /** Wakes whoever waits for a team that moved since the last look; asks nothing when nobody waits. */
    public void look() {
        if (heads.watched().isEmpty()) {
            return;
        }
        for (Team team : database.read(teams::all)) {
            Long before = lastSeen.put(team.id(), team.head());
            if (before != null && before != team.head()) {
                heads.moved(team.id());
            }
        }
    }
}
