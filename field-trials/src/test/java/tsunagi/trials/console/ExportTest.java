package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.story.StoryTeam;

/** Records and answers leave as files that other programs read. */
final class ExportTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    private static final String RECORDS = "form[action$='/exports/records'] ";
    private static final String SHEETS = "form[action$='/exports/sheets'] ";

    @Test
    void records_ofTheYearAsXlsx_areASheetATypeWithACodeBook() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/exports");
        STAGE.look("exports");
        page.selectOption(RECORDS + "select[name=year]", "2024");

        Download download = take(page, RECORDS, "xlsx");

        assertThat(download.suggestedFilename()).endsWith("記録_2024年度.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(download.path()))) {
            Sheet visits = book.getSheet("訪問");
            assertThat(headings(visits)).contains("事業場", "訪問日", "訪問の種類", "集計から除く", "記録者", "記録ID");
            Row visit = visits.getRow(1);
            assertThat(cell(visits, visit, "事業場").getStringCellValue()).contains("酒造");
            assertThat(DateUtil.isCellDateFormatted(cell(visits, visit, "訪問日"))).isTrue();
            Sheet codeBook = book.getSheet("項目の説明");
            assertThat(headings(codeBook)).contains("見出し", "項目名", "選択肢（＝のあとは項目値）");
            assertThat(column(codeBook, "項目名")).contains("visit.visit_on", "visit.workplace", "workplace.name");
            assertThat(column(codeBook, "選択肢（＝のあとは項目値）")).anyMatch(choices -> choices.contains("＝"));
            assertThat(book.getSheet("回答票")).isNotNull();
            assertThat(headings(book.getSheet("回答票"))).doesNotContain("受講者");
        }
        page.reload();
        assertThat(page.locator("tbody tr").first()).containsText("記録_2024年度");
        assertThat(page.locator("tbody tr").first()).containsText("完了");
        STAGE.look("exports-done");
    }

    @Test
    void answers_ofARound_areAColumnAQuestion_withoutNamesWithoutTheWithdrawn() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/exports");
        List<String> rounds = page.locator(SHEETS + "option").allTextContents();
        page.selectOption(
                SHEETS + "select[name=round]",
                new SelectOption()
                        .setLabel(rounds.stream()
                                .filter(round -> round.contains("実施後"))
                                .findFirst()
                                .orElseThrow()
                                .strip()));

        Download download = take(page, SHEETS, "xlsx");

        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(download.path()))) {
            Sheet sheets = book.getSheet("回答票");
            assertThat(headings(sheets)).contains("照合コード", "部署", "有効・無効").doesNotContain("受講者");
            // 28 came back; one of them took consent back.
            assertThat(sheets.getLastRowNum()).isEqualTo(27);
            assertThat(headings(sheets)).noneMatch(heading -> heading.contains("自由記述"));
            List<String> ids = column(book.getSheet("項目の説明"), "項目名");
            assertThat(ids).anyMatch(id -> id.startsWith("sheet./data/"));
            assertThat(IntStream.range(0, headings(sheets).size())
                            .mapToObj(i -> sheets.getRow(1).getCell(i))
                            .filter(cell -> cell != null && cell.getCellType() == CellType.NUMERIC))
                    .isNotEmpty();
        }
    }

    @Test
    void records_asCsv_beginWithAByteOrderMark_andTypesComeInAZip() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/exports?type=visit");
        byte[] csv = Files.readAllBytes(take(page, RECORDS, "csv").path());
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("訪問日").contains("\r\n");

        page = STAGE.open(StoryTeam.BREWERY, "/exports?type=visit&type=workplace");
        Map<String, byte[]> files = unzip(take(page, RECORDS, "csv_cp932").path());
        assertThat(files.keySet()).containsExactly("事業場.csv", "訪問.csv", "項目の説明.csv", "書けなかった文字.csv");
        assertThat(new String(files.get("訪問.csv"), Charset.forName("windows-31j")))
                .contains("訪問日");
    }

    @Test
    void records_asJsonLines_areReadableLineByLine() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/exports?type=visit&year=2024");
        List<String> lines =
                Files.readAllLines(take(page, RECORDS, "json_lines").path());

        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonObject visit = JsonParser.parseString(line).getAsJsonObject();
            assertThat(visit.get("table").getAsString()).isEqualTo("visit");
            assertThat(visit.get("visit_on").getAsString()).matches("202[45]-\\d\\d-\\d\\d");
        }
    }

    private static Download take(Page page, String form, String format) {
        page.check(form + "input[value=" + format + "]");
        return page.waitForDownload(() -> page.click(form + "button.main"));
    }

    private static List<String> headings(Sheet sheet) {
        List<String> headings = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
        return headings;
    }

    private static Cell cell(Sheet sheet, Row row, String heading) {
        return row.getCell(headings(sheet).indexOf(heading));
    }

    private static List<String> column(Sheet sheet, String heading) {
        int place = headings(sheet).indexOf(heading);
        return IntStream.rangeClosed(1, sheet.getLastRowNum())
                .mapToObj(line -> sheet.getRow(line).getCell(place))
                .map(cell -> cell == null ? "" : cell.getStringCellValue())
                .toList();
    }

    private static Map<String, byte[]> unzip(Path zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
