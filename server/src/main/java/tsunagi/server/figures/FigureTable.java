package tsunagi.server.figures;

import java.util.List;
import java.util.Optional;

/**
 * A table of figures, as a page shows it and a file holds it.
 *
 * @param key what it is called in addresses, once in a chapter
 * @param heads of its columns, that of the names first
 * @param notes what a reader must know
 */
public record FigureTable(
        String key,
        String title,
        List<String> heads,
        List<FigureRow> rows,
        Optional<FigureChart> chart,
        List<String> notes) {
    static FigureTable of(String key, String title, List<String> heads, List<FigureRow> rows) {
        return new FigureTable(key, title, List.copyOf(heads), List.copyOf(rows), Optional.empty(), List.of());
    }

    FigureTable drawn(FigureChart.Kind kind, Integer... columns) {
        return new FigureTable(key, title, heads, rows, Optional.of(FigureChart.of(kind, columns)), notes);
    }

    FigureTable noting(String... said) {
        return new FigureTable(key, title, heads, rows, chart, List.of(said));
    }

    /** Whether there is anything to draw: of one row a picture says no more than its number. */
    public boolean isDrawn() {
        List<FigureRow> shown = rows.stream().filter(row -> !row.isTotal()).toList();
        return chart.isPresent()
                && (shown.size() > 1 || chart.get().kind().isOfOneRow())
                && shown.stream().anyMatch(row -> chart.get().columns().stream()
                        .anyMatch(column -> row.cells().get(column).value().orElse(0) != 0));
    }
}
