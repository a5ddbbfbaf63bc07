package tsunagi.server.console.conflict;

import java.util.List;

/**
 * What is open in one record, side by side.
 *
 * @param address where this page is
 * @param trouble why nothing was settled; empty when nothing is wrong
 */
public record ConflictSheet(
        String type,
        String title,
        String detail,
        String address,
        List<Field> fields,
        List<Settled> settled,
        String trouble) {
    /**
     * A field that waits.
     *
     * @param name begins the names of its inputs
     * @param seen what the form sends back of it
     * @param before the value that both sides started from
     * @param both all of it in one; empty where the field cannot hold that
     * @param chosen the choice that was made, when the page is shown again
     * @param trouble what cannot be read; empty when nothing
     */
    public record Field(
            String name,
            String seen,
            String label,
            String before,
            List<Side> sides,
            String both,
            ThirdInput third,
            String chosen,
            String trouble,
            List<Said> history) {
        public boolean hasBoth() {
            return !both.isEmpty();
        }
    }

    /**
     * One of the values there are.
     *
     * @param choice what the form sends for it
     * @param difference what is different from the value before; empty where that helps nobody
     */
    public record Side(
            String choice, String value, List<TextDifference.Piece> difference, Written by, boolean stands) {}

    /**
     * A field that waits no more, so that what lost can be brought back.
     *
     * @param path names it in the form
     * @param stamp of the value in place, which the form sends back
     */
    public record Settled(String path, String stamp, String label, String value, List<Said> history) {}

    /**
     * What somebody said of the field.
     *
     * @param change names it in a form
     */
    public record Said(String change, String value, Written by, boolean settles, boolean stands, boolean waits) {}
}
