package tsunagi.server.figures;

import java.util.OptionalDouble;

/**
 * One figure in a table.
 *
 * @param text as it is read
 * @param unit what is counted, 回 or 事業場; empty where the heading says it
 * @param value for pictures; empty where there is none to draw
 * @param download as it stands in a file
 */
public record FigureCell(String text, String unit, OptionalDouble value, String download, Look look) {
    /** What a reader should see at once. */
    public enum Look {
        PLAIN,
        NOTHING,
        HIDDEN,
        LATE,
        WORDS
    }
}
