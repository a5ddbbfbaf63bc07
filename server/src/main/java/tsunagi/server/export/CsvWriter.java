package tsunagi.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One table, and nothing else, as a CSV file. */
final class CsvWriter implements ExportWriter {
    private final OutputStream out;
    private CsvFile file;

    CsvWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ExportTable table) throws IOException {
        file = new CsvFile(out, table, Lettering.UTF_8);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        file.row(cells);
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void end() throws IOException {
        file.flush();
    }

    @Override
    public void finish(CodeBook codeBook) {
        // There is no place for it; workbooks and ZIP files have one.
    }
}
