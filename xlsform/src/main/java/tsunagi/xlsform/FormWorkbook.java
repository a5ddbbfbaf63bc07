package tsunagi.xlsform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form's sheets as a workbook that coordinators can work on in Excel; it compiles to the same form. */
public final class FormWorkbook {
    private static final int TEXT_WIDTH = 36 * 256;
    private static final int WORD_WIDTH = 16 * 256;

    private final Workbook workbook;
    private final CellStyle heading;
    private final CellStyle text;

    private FormWorkbook(Workbook workbook) {
        this.workbook = workbook;
        this.text = workbook.createCellStyle();
        // As text: Excel would make dates of 2-1 and numbers of 001.
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        this.heading = workbook.createCellStyle();
        heading.cloneStyleFrom(text);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
    }

    /**
     * Writes the workbook; what is wrong with the file is said, and then nothing is written.
     *
     * @param form any file that can be compiled, such as a folder's {@code survey.csv}
     */
    public static Optional<Issue> write(Path form, OutputStream out) throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            List<Grid> grids = SpreadsheetFile.read(form);
            FormWorkbook writer = new FormWorkbook(workbook);
            grids.forEach(writer::add);
            workbook.write(out);
            return Optional.empty();
        } catch (UnreadableException e) {
            return Optional.of(e.issue());
        }
    }

    private void add(Grid grid) {
        Sheet sheet = workbook.createSheet(grid.name());
        int first = grid.rows().keySet().stream().min(Integer::compare).orElse(0);
        for (Map.Entry<Integer, ? extends Map<Integer, String>> line :
                grid.rows().entrySet()) {
            Row row = sheet.createRow(line.getKey());
            line.getValue().forEach((column, words) -> {
                org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
                cell.setCellValue(words);
                cell.setCellStyle(line.getKey() == first ? heading : text);
                if (line.getKey() == first) {
                    sheet.setColumnWidth(column, words.contains("::") ? TEXT_WIDTH : WORD_WIDTH);
                }
            });
        }
        sheet.createFreezePane(grid.name().equals("survey") ? 2 : 0, first + 1);
    }
}
