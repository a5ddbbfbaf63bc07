package tsunagi.server.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an export, made as they are read: a page of rows at a time, so that a reader who waits lets the export wait, and
 * nothing is held meanwhile, in memory or in the database. Not thread-safe.
 */
public final class ExportStream extends InputStream {
    /** How an export ended. */
    public interface Ending {
        /** All of it was read. */
        void isDone(long rows);

        /** Its reader went away, or something went wrong. */
        void isBrokenOff(long rows);
    }

    private final Made made = new Made();
    private final Deque<ExportTable> left;
    private final boolean isOnlyTable;
    private final CodeBook codeBook;
    private final ExportWriter writer;
    private final Ending ending;
    private Optional<Reading> reading = Optional.empty();
    private boolean isFinished;
    private boolean isTold;
    private long rows;

    /** A table whose rows are being read. */
    private static final class Reading {
        private final ExportTable table;
        private final RowPages pages;
        private boolean isBegun;

        Reading(ExportTable table) {
            this.table = table;
            this.pages = table.rows();
        }
    }

    /** What is made and not read yet. */
    private static final class Made extends ByteArrayOutputStream {
        private int read;

        int take(byte[] to, int offset, int length) {
            int some = Math.min(length, count - read);
            System.arraycopy(buf, read, to, offset, some);
            read += some;
            if (read == count) {
                reset();
                read = 0;
            }
            return some;
        }

        boolean isEmpty() {
            return read == count;
        }
    }

    ExportStream(Export export, ExportFormat format, Ending ending) {
        this.left = new ArrayDeque<>(export.tables());
        this.isOnlyTable = export.tables().size() == 1;
        this.codeBook = new CodeBook(export.language());
        this.writer = switch (format) {
            case XLSX -> new XlsxWriter(made);
            case CSV ->
                isOnlyTable ? new CsvWriter(made) : new ZippedCsvWriter(made, Lettering.UTF_8, export.language());
            case CSV_CP932 -> new ZippedCsvWriter(made, new Cp932Lettering(), export.language());
            case JSON_LINES -> new JsonLinesWriter(made);
        };
        this.ending = ending;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (made.isEmpty() && !isFinished) {
            step();
        }
        if (made.isEmpty()) {
            tellDone();
            return -1;
        }
        return made.take(to, offset, length);
    }

    private void step() throws IOException {
        try {
            if (reading.isPresent()) {
                goOn(reading.get());
            } else if (!left.isEmpty()) {
                reading = Optional.of(new Reading(left.remove()));
            } else {
                writer.finish(codeBook);
                isFinished = true;
            }
        } catch (IOException | RuntimeException e) {
            tellBrokenOff();
            throw e;
        }
    }

    private void goOn(Reading table) throws IOException {
        Optional<List<List<Cell>>> page = table.pages.next();
        // Of many tables those without a row would only be in the way.
        if (!table.isBegun
                && (isOnlyTable || page.filter(some -> !some.isEmpty()).isPresent())) {
            table.isBegun = true;
            writer.begin(table.table);
            codeBook.add(table.table);
        }
        if (page.isPresent()) {
            for (List<Cell> row : page.get()) {
                writer.row(row);
                rows++;
            }
            if (table.isBegun) {
                writer.flush();
            }
        } else {
            if (table.isBegun) {
                writer.end();
            }
            reading = Optional.empty();
        }
    }

    private void tellDone() {
        if (!isTold) {
            isTold = true;
            ending.isDone(rows);
        }
    }

    private void tellBrokenOff() {
        if (!isTold) {
            isTold = true;
            ending.isBrokenOff(rows);
        }
    }

    /** Whoever reads to the last byte need not read on to learn that it was. */
    @Override
    public void close() {
        if (isFinished && made.isEmpty()) {
            tellDone();
        } else {
            tellBrokenOff();
        }
    }
}
