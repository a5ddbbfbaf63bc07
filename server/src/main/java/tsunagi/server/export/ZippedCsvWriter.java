package tsunagi.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsunagi.server.words.Language;

/** A CSV file for each table, in a ZIP with their code book and, where not all could be written, a list of that. */
final class ZippedCsvWriter implements ExportWriter {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Lettering lettering;
    private final Language language;
    private final Set<String> names = new HashSet<>();
    private CsvFile file;

    ZippedCsvWriter(OutputStream out, Lettering lettering, Language language) {
        this.zip = new ZipOutputStream(out);
        this.lettering = lettering;
        this.language = language;
    }

    @Override
    public void begin(ExportTable table) throws IOException {
        begin(table, lettering);
    }

    private void begin(ExportTable table, Lettering letters) throws IOException {
        String name = table.title();
        for (int i = 2; !names.add(name); i++) {
            name = table.title() + " (" + i + ")";
        }
        ZipEntry entry = new ZipEntry(name + ".csv");
        // The same data make the same file.
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        file = new CsvFile(zip, table, letters);
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
        zip.closeEntry();
    }

    @Override
    public void finish(CodeBook codeBook) throws IOException {
        whole(codeBook);
        if (lettering instanceof Cp932Lettering narrow) {
            // In UTF-8, or it could not show what it is about.
            ExportTable unwritten = narrow.unwritten(language);
            begin(unwritten, Lettering.UTF_8);
            for (List<Cell> row : unwritten.rows().next().orElse(List.of())) {
                row(row);
            }
            end();
        }
        zip.finish();
    }
}
