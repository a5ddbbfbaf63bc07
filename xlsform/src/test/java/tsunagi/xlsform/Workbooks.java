package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.QuestionnaireScenario;

/**
 * Spreadsheets written down as text: a line {@code # survey} begins a sheet, then lines of cells parted by {@code |}. A number that
 * stands alone becomes a number.
 */
final class Workbooks {
    private Workbooks() {}

    static Workbook xlsx(String text) {
        return fill(new XSSFWorkbook(), text);
    }

    static Workbook xls(String text) {
        return fill(new HSSFWorkbook(), text);
    }

    private static Workbook fill(Workbook workbook, String text) {
        Sheet sheet = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                sheet = workbook.createSheet(line.substring(2));
            } else {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                List<String> cells = Arrays.asList(line.split("\\|", -1));
                for (int i = 0; i < cells.size(); i++) {
                    put(row, i, cells.get(i).strip());
                }
            }
        }
        return workbook;
    }

    private static void put(Row row, int column, String words) {
        if (words.matches("-?\\d+(\\.\\d+)?")) {
            row.createCell(column).setCellValue(Double.parseDouble(words));
        } else if (!words.isEmpty()) {
            row.createCell(column).setCellValue(words);
        }
    }

    static Path save(Workbook workbook, Path file) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Compilation compile(String text) {
        try {
            Path file = Files.createTempFile("trial", ".xlsx");
            try {
                return XlsForm.compile(save(xlsx(text + "\n# settings\nform_id\ntrial\n"), file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form, which must compile without any issue but those named. */
    static Compilation.Compiled compiled(Compilation compilation, String... warnings) {
        assertThat(compilation).as(said(compilation)).isInstanceOf(Compilation.Compiled.class);
        assertThat(compilation.issues()).as(said(compilation)).hasSameSizeAs(warnings);
        for (String warning : warnings) {
            assertThat(said(compilation)).contains(warning);
        }
        return (Compilation.Compiled) compilation;
    }

    static QuestionnaireScenario fillIn(String text, String... warnings) {
        return QuestionnaireScenario.fillIn(compiled(compile(text), warnings).xform());
    }

    static QuestionnaireScenario fillIn(String text, FormMedia media) {
        return QuestionnaireScenario.fillIn(compiled(compile(text)).xform(), media);
    }

    /** What is said of a spreadsheet that must be refused. */
    static String refusal(String text) {
        return refusal(compile(text));
    }

    static String refusal(Compilation compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Refused.class);
        return said(compilation);
    }

    static String said(Compilation compilation) {
        return compilation.issues().stream().map(Issue::toString).collect(Collectors.joining("\n"));
    }
}
