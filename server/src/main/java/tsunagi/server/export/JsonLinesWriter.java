package tsunagi.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A JSON object a line: the table, and what is not empty by the ids of the columns; choices by what stays the same. */
final class JsonLinesWriter implements ExportWriter {
    private final Writer out;
    private ExportTable table;
    private List<ExportColumn> columns;

    JsonLinesWriter(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin(ExportTable next) {
        table = next;
        columns = next.columns();
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        StringBuilder line = new StringBuilder("{\"table\":").append(quoted(table.key()));
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof Cell.Blank)) {
                line.append(',').append(quoted(columns.get(i).id())).append(':').append(value(cells.get(i)));
            }
        }
        out.write(line.append("}\n").toString());
    }

    private static String value(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return number.number().toPlainString();
        } else if (cell instanceof Cell.Choice choice) {
            return choice.code().equals("true") || choice.code().equals("false")
                    ? choice.code()
                    : quoted(choice.code());
        } else if (cell instanceof Cell.Moment moment) {
            return quoted(Instant.ofEpochMilli(moment.epochMs()).toString());
        } else if (cell instanceof Cell.Day day) {
            return quoted(day.day().toString());
        }
        return cell instanceof Cell.Text text ? quoted(text.text()) : "null";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate((char) c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    @Override
    public void finish(CodeBook codeBook) throws IOException {
        out.flush();
    }
}
