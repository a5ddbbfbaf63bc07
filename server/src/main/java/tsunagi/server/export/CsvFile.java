package tsunagi.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One table as comma-separated values, its lines ended as Windows does. */
final class CsvFile {
    /** By this Excel knows UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ExportTable table;
    private final List<ExportColumn> columns;
    private final Lettering lettering;
    private final int idPlace;
    private final CSVPrinter printer;
    private long line = 1;

    CsvFile(OutputStream out, ExportTable table, Lettering lettering) throws IOException {
        this.table = table;
        this.columns = table.columns();
        this.lettering = lettering;
        this.idPlace = columns.stream().map(ExportColumn::id).toList().indexOf("id");
        Writer writer = new OutputStreamWriter(out, lettering.charset());
        if (lettering == Lettering.UTF_8) {
            writer.write(BYTE_ORDER_MARK);
        }
        this.printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        row(columns.stream().map(column -> Cell.text(column.heading())).toList(), "");
    }

    void row(List<Cell> cells) throws IOException {
        // A code book too has a column of this name, and no records.
        boolean isRecord = idPlace >= 0 && columns.get(idPlace).kind() == ExportColumn.Kind.ID;
        row(cells, isRecord ? CellText.csv(cells.get(idPlace)) : "");
    }

    private void row(List<Cell> cells, String recordId) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String text = CellText.csv(cells.get(i)).replace("\r\n", "\n").replace('\r', '\n');
            printer.print(lettering.written(
                    text,
                    new Lettering.Place(table.title(), line, columns.get(i).heading(), recordId)));
        }
        printer.println();
        line++;
    }

    void flush() throws IOException {
        printer.flush();
    }
}
