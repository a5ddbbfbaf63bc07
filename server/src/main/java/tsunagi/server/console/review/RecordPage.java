package tsunagi.server.console.review;

import java.util.List;

/**
 * A record with everything that was said about it.
 *
 * @param lines what it says now
 * @param changes what changed since somebody looked; empty when nobody did, or nothing changed
 * @param looked who looked last and when, in words; empty when nobody did
 * @param why why it is left out; empty when it is not, or nobody said
 */
public record RecordPage(
        Titled record,
        List<Line> lines,
        List<Moved> changes,
        List<QuestionRow> questions,
        String looked,
        boolean isLeftOut,
        String why) {
    /**
     * A field and what it says.
     *
     * @param askHref where a question about it is asked; empty when it cannot be
     */
    public record Line(String label, String value, String askHref) {}

    /** A field that says something else than then. */
    public record Moved(String label, String before, String now, String by) {}
}
