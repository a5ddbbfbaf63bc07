package tsunagi.server.console.tablets;

import java.util.List;

/**
 * One tablet and what went wrong with it.
 *
 * @param people who wrote on it in this team; empty where that is not asked
 * @param enrolled when it became known, in words
 * @param revoked when it was revoked, in words; empty while it is not
 * @param revokeTo where a form to revoke it is sent
 * @param back the list it stands in
 */
public record TabletPage(
        TabletRow tablet,
        String people,
        String enrolled,
        String revoked,
        List<Trouble> troubles,
        boolean isAdministrator,
        String revokeTo,
        String back) {
    /** What went wrong, when, and how often in a row. */
    public record Trouble(String when, String what, String detail, long times) {}
}
