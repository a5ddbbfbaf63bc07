package tsunagi.server.console.tablets;

import java.util.List;

/**
 * The tablets of a team, or all of them.
 *
 * @param isOfTeam whether they are those of a team
 * @param silentDays after how many days without a word one is asked about
 * @param trouble whether what was entered for that is no number of days
 */
public record TabletList(
        List<TabletRow> tablets, boolean isOfTeam, boolean isAdministrator, long silentDays, boolean trouble) {}
