package tsunagi.server.export;

import java.io.IOException;
import java.util.List;

/** Writes tables down, one after the other, keeping nothing of what it has written. */
interface ExportWriter {
    /** Begins a table with its headings. */
    void begin(ExportTable table) throws IOException;

    void row(List<Cell> cells) throws IOException;

    /** Hands on what it holds of the rows so far. */
    void flush() throws IOException;

    void end() throws IOException;

    /** Ends the whole, with what explains it. */
    void finish(CodeBook codeBook) throws IOException;

    /** A table with all its rows. */
    default void whole(ExportTable table) throws IOException {
        begin(table);
        RowPages pages = table.rows();
        for (var page = pages.next(); page.isPresent(); page = pages.next()) {
            for (List<Cell> row : page.get()) {
                row(row);
            }
        }
        end();
    }
}
