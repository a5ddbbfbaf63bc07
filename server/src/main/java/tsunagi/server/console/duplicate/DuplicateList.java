package tsunagi.server.console.duplicate;

import java.util.List;
import java.util.Optional;

/**
 * The pairs that may be one, as a page shows them.
 *
 * @param tabs the types there are pairs of
 * @param next the address of the page behind this one
 * @param isFirst whether the list begins here
 */
public record DuplicateList(List<Tab> tabs, List<Row> rows, Optional<String> next, boolean isFirst) {
    /** A type to filter by. */
    public record Tab(String word, String address, long count, boolean isChosen) {}

    /**
     * A pair.
     *
     * @param value by which a form names it
     */
    public record Row(
            String value,
            String address,
            String type,
            RecordShown first,
            RecordShown second,
            int score,
            List<ReasonTag> reasons) {}

    /** A reason in words. */
    public record ReasonTag(String word, boolean isAgainst) {}
}
