package tsunagi.server.console.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tsunagi.server.figures.Figure;
import tsunagi.server.figures.FigureCell;
import tsunagi.server.figures.FigureRow;
import tsunagi.server.figures.FigureTable;

/** A table as a file that Excel opens by itself: CSV in UTF-8 with a byte order mark. What a formula could begin with is defused. */
final class FigureFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FigureFile() {}

    static byte[] of(FigureTable table) {
        List<List<String>> lines = new ArrayList<>(List.of(table.heads()));
        for (FigureRow row : table.rows()) {
            List<String> line = new ArrayList<>(List.of(row.name()));
            row.cells().stream().map(FigureCell::download).forEach(line::add);
            lines.add(line);
        }
        return write(lines);
    }

    static byte[] of(List<String> heads, List<Figure> figures) {
        List<List<String>> lines = new ArrayList<>(List.of(heads));
        figures.forEach(
                figure -> lines.add(List.of(figure.chapter(), figure.name(), figure.counting(), figure.value())));
        return write(lines);
    }

    private static byte[] write(List<List<String>> lines) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            for (List<String> line : lines) {
                printer.printRecord(line.stream().map(FigureFile::defused).collect(Collectors.toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Numbers stay numbers; other text that a spreadsheet would run is kept from it by an apostrophe. */
    private static String defused(String text) {
        boolean isNumber = text.matches("[-+]?\\d+(\\.\\d+)?%?");
        return !isNumber && text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
