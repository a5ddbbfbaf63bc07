package tsunagi.server.console.page;

import java.util.UUID;
import tsunagi.server.team.Team;

/**
 * The とりまとめ担当 of the team that the address names. A handler that takes this is closed to everybody else; its address begins with
 * {@code /teams/{team}}.
 */
public record Supervisor(Page page) {
    public Team team() {
        return page.team().orElseThrow();
    }

    public UUID teamId() {
        return team().id();
    }

    public String personId() {
        return page.viewer().orElseThrow().personId();
    }
}
