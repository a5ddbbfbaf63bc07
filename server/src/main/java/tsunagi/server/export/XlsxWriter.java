package tsunagi.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tsunagi.calendar.JapaneseDays;

/** A workbook with a sheet for each table, texts as texts that nothing takes for a formula. */
final class XlsxWriter implements ExportWriter {
    /** No sheet has more; what is beyond goes on in another one. */
    static final int LINES_MAX = 1_048_576;
    /** No cell holds more. */
    private static final int TEXT_MAX = 32_767;

    private static final String HEADING_COLOUR = "E3EAF4";
    private static final int WIDTH_NARROW = 13;
    private static final int WIDTH_TEXT = 22;
    private static final int WIDTH_WIDE = 42;

    private final Workbook book;
    private final int linesMax;
    private ExportTable table;
    private Worksheet sheet;
    private int part;
    private int line;

    XlsxWriter(OutputStream out) {
        this(out, LINES_MAX);
    }

    XlsxWriter(OutputStream out, int linesMax) {
        this.book = new Workbook(out, "Tsunagi", "1.0");
        this.linesMax = linesMax;
    }

    @Override
    public void begin(ExportTable next) {
        table = next;
        part = 1;
        beginSheet(next.title());
    }

    private void beginSheet(String name) {
        sheet = book.newWorksheet(name);
        line = 0;
        List<ExportColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, width(columns.get(i)));
            text(i, columns.get(i).heading());
            sheet.style(line, i).bold().wrapText(true).fillColor(HEADING_COLOUR).set();
        }
        sheet.freezePane(1, 1);
        sheet.setAutoFilter(0, 0, columns.size() - 1);
        line = 1;
    }

    private static int width(ExportColumn column) {
        return switch (column.kind()) {
            case NUMBER, DAY, CHOICE -> WIDTH_NARROW;
            case TEXT, MOMENT, CHOICES -> WIDTH_TEXT;
            case FREE_TEXT, ID -> WIDTH_WIDE;
        };
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (line == linesMax) {
            sheet.finish();
            part++;
            beginSheet(table.title() + " (" + part + ")");
        }
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        line++;
    }

    private void put(int column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            text(column, text.text());
        } else if (cell instanceof Cell.Choice choice) {
            text(column, choice.word());
        } else if (cell instanceof Cell.Number number) {
            sheet.value(line, column, number.number());
        } else if (cell instanceof Cell.Day day) {
            sheet.value(line, column, day.day());
            sheet.style(line, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(
                    line, column, LocalDateTime.ofInstant(Instant.ofEpochMilli(moment.epochMs()), JapaneseDays.TIME));
            sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
        }
    }

    /** In the cell itself: a list of all texts of the workbook would grow with it. */
    private void text(int column, String text) {
        String fit = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX - 1) + "…";
        sheet.inlineString(line, column, withoutControls(fit));
        if (fit.indexOf('\n') >= 0) {
            sheet.style(line, column).wrapText(true).set();
        }
    }

    /** XML has no way to hold them. */
    private static String withoutControls(String text) {
        return text.codePoints().allMatch(XlsxWriter::isWritable)
                ? text
                : text.codePoints()
                        .filter(XlsxWriter::isWritable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isWritable(int codePoint) {
        boolean isControl = codePoint < ' ' && codePoint != '\n' && codePoint != '\t';
        boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && codePoint != 0xFFFE && codePoint != 0xFFFF;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
    }

    @Override
    public void finish(CodeBook codeBook) throws IOException {
        whole(codeBook);
        book.finish();
    }
}
