package tsunagi.server.console.window;

import java.util.List;

/** What is booked in a month, week by week. */
public record AgendaShown(
        String month,
        String title,
        String previous,
        String next,
        String bodyId,
        List<RequestShown.Choice> bodies,
        List<Week> weeks,
        int warnings) {

    /** A week that has anything. */
    public record Week(String title, List<Day> days) {}

    /** A day that has anything. */
    public record Day(String title, boolean isToday, List<Item> items) {}

    /**
     * One thing that takes place or is due.
     *
     * @param warnings what speaks against it
     */
    public record Item(
            String time,
            String kind,
            String kindTag,
            String title,
            String people,
            String bodies,
            boolean isOpen,
            List<String> warnings) {}
}
