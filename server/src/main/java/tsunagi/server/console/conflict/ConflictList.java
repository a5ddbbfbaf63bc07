package tsunagi.server.console.conflict;

import java.util.List;

/**
 * The open conflicts of a team, as they are listed.
 *
 * @param next where the following ones are; empty when these are the last
 * @param trouble why nothing was settled; empty when nothing is wrong
 */
public record ConflictList(
        List<Filter> filters, boolean isFiltered, List<Item> records, List<Choice> ways, String next, String trouble) {
    /** A way to see fewer. */
    public record Filter(String name, String label, List<Choice> choices) {}

    /** One of some to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * A record in which something is open.
     *
     * @param address where it is settled
     */
    public record Item(String type, String title, String detail, String address, List<Line> lines) {}

    /**
     * A field that waits.
     *
     * @param seen what the form sends back of it
     */
    public record Line(String seen, String label, List<Side> sides) {}

    /** One of the values there are. */
    public record Side(String value, Written by, boolean stands) {}
}
