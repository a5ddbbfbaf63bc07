package tsunagi.server.export;

import java.util.List;

/**
 * One column of an exported table, and what its code book says of it.
 *
 * @param id what stays the same in every language and year
 * @param heading what stands above it
 * @param explanation for whoever reads it; empty when the heading says it all
 * @param unit of its numbers; empty when there is none
 * @param choices the values that can stand in it; none when there is no end of them
 */
public record ExportColumn(
        String id, String heading, Kind kind, String explanation, String unit, List<Cell.Choice> choices) {

    /** What stands in it. */
    public enum Kind {
        TEXT,
        /** Words that somebody put freely, in which people may be told of. */
        FREE_TEXT,
        NUMBER,
        DAY,
        MOMENT,
        CHOICE,
        /** Several choices, parted by 、 or a line each. */
        CHOICES,
        /** What names this or another record, for whoever joins tables. */
        ID
    }

    public ExportColumn {
        choices = List.copyOf(choices);
    }

    static ExportColumn of(String id, String heading, Kind kind) {
        return new ExportColumn(id, heading, kind, "", "", List.of());
    }

    ExportColumn explained(String words) {
        return new ExportColumn(id, heading, kind, words, unit, choices);
    }
}
