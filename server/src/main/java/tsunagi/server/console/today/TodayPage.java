package tsunagi.server.console.today;

import java.util.List;

/**
 * What arrived and what waits.
 *
 * @param isWeek whether what arrived is that of seven days rather than that since yesterday
 * @param waiting what waits, without what does not
 * @param asOf how far the tables that are counted from have followed, in words; empty while they hold nothing
 */
public record TodayPage(boolean isWeek, List<Arrived> arrived, List<Waits> waiting, String asOf) {
    /** What somebody's tablet brought, in words. */
    public record Arrived(String person, String body, String device, String records, String at, String href) {}

    /** So many of something, and where it is settled. */
    public record Waits(String what, String number, String href) {}
}
