package tsunagi.server.figures;

import java.util.List;
import java.util.Locale;

/**
 * How a table is drawn.
 *
 * @param columns which of its columns, the first after the names being 0
 */
public record FigureChart(Kind kind, List<Integer> columns) {
    /** What it looks like. */
    public enum Kind {
        BARS,
        STACKED,
        SHARES,
        LINES,
        TILES,
        CHANGES;

        /** Whether one row is enough to show something. */
        boolean isOfOneRow() {
            return this == TILES || this == CHANGES || this == SHARES;
        }

        /** As the page names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FigureChart of(Kind kind, Integer... columns) {
        return new FigureChart(kind, List.of(columns));
    }
}
