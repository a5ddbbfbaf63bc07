package tsunagi.server.duplicate;

import java.util.List;

/**
 * How likely two records are one.
 *
 * @param score 0 to 100; no probability, only an order in which to look
 * @param reasons what was found, what speaks for it first
 */
public record Likeness(int score, List<Reason> reasons) {
    /** From here on a pair is put before a person. */
    public static final int PROPOSED_FROM = 50;

    public static final int SCORE_MAX = 100;

    static final Likeness NONE = new Likeness(0, List.of());

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    public boolean isProposed() {
        return score >= PROPOSED_FROM;
    }
}
