package tsunagi.server.figures;

/**
 * The part of a team's work that figures are of.
 *
 * @param value the programme's or body's id, the municipality's code, the theme's key, the word of industry or size; empty for
 *     all of it
 */
public record Split(SplitBy by, String value) {
    /** All of the team's work. */
    public static final Split TOTAL = new Split(SplitBy.TOTAL, "");

    public boolean isTotal() {
        return by == SplitBy.TOTAL;
    }
}
