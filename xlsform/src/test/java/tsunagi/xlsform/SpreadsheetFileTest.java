package tsunagi.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.xlsform.Workbooks.compiled;
import static tsunagi.xlsform.Workbooks.refusal;
import static tsunagi.xlsform.Workbooks.save;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.questionnaires.QuestionnaireScenario;

/** Files as they come in: made in several programs, and not always what they pretend to be. */
final class SpreadsheetFileTest {
    private static final String FORM = """
            # survey
            type | name | label | default | constraint
            select_one yn | ok | よいですか |  |
            integer | rooms | 部屋 | 4 | . < 10
            # choices
            list_name | name | label
            yn | 1 | はい
            yn | 2 | いいえ
            # settings
            form_title | form_id | version
            試し | trial | 2024070801
            """;

    @TempDir
    private Path folder;

    @Test
    void xlsXlsxAndCsv_giveTheSameForm() throws IOException {
        String fromXlsx = compiled(XlsForm.compile(save(Workbooks.xlsx(FORM), file("a.xlsx"))))
                .xform();
        String fromXls = compiled(XlsForm.compile(save(Workbooks.xls(FORM), file("a.xls"))))
                .xform();
        write("a-survey.csv", StandardCharsets.UTF_8, """
                type,name,label,default,constraint
                select_one yn,ok,よいですか
                integer,rooms,部屋,4,. < 10
                """);
        write("a-choices.csv", StandardCharsets.UTF_8, "\uFEFFlist_name,name,label\n\nyn,1,はい\nyn,2,いいえ\n");
        write("a-settings.csv", StandardCharsets.UTF_8, "form_title,form_id,version\n試し,trial,2024070801\n");
        String fromCsv = compiled(XlsForm.compile(file("a-survey.csv"))).xform();

        assertThat(fromXls).isEqualTo(fromXlsx).contains("version=\"2024070801\"", "<rooms>4</rooms>");
        assertThat(fromCsv).isEqualTo(fromXlsx);
    }

    @Test
    void csv_inTheEncodingOfJapaneseExcel_isRead() throws IOException {
        write("survey.csv", Charset.forName("windows-31j"), "type,name,label\ntext,a,①髙橋さんの部署\n");

        QuestionnaireScenario.fillIn(
                        compiled(XlsForm.compile(file("survey.csv"))).xform())
                .isShownAs("a", "①髙橋さんの部署");
    }

    @Test
    void csv_inOneFileWithTheSheetInFront_isRead() throws IOException {
        write("all.csv", StandardCharsets.UTF_8, """
                survey,,,
                ,type,name,label
                ,select_one l,a,質問
                choices,,,
                ,list_name,name,label
                ,l,1,"一, いち"
                """);

        QuestionnaireScenario.fillIn(compiled(XlsForm.compile(file("all.csv"))).xform())
                .offersLabels("a", "一, いち");
    }

    @Test
    void csv_inNoKnownEncoding_isRefused() throws IOException {
        Files.write(file("survey.csv"), new byte[] {(byte) 0x81, 0x20, (byte) 0xFD, (byte) 0xFF, 0x0A});

        assertThat(refusal(XlsForm.compile(file("survey.csv")))).contains("UTF-8", "CP932");
    }

    @Test
    void numbersAndDates_areAsTheUserSeesThem() throws IOException {
        Workbook workbook = Workbooks.xlsx(FORM);
        Sheet survey = workbook.getSheet("survey");
        survey.getRow(2).getCell(3).setCellValue(4.0);
        add(workbook, survey, "date", "day", "yyyy\"年\"m\"月\"d\"日\"", 45_481);
        add(workbook, survey, "time", "at", "h:mm", 0.5);
        add(workbook, survey, "text", "code", "00000", 1_100);
        add(workbook, survey, "decimal", "exact", "General", 0.1 + 0.2);

        QuestionnaireScenario.fillIn(compiled(XlsForm.compile(save(workbook, file("a.xlsx"))))
                        .xform())
                .holds("rooms", "4")
                .holds("day", "2024-07-08")
                .holds("at", "12:00")
                .holds("code", "01100")
                .holds("exact", "0.3");
    }

    private static void add(Workbook workbook, Sheet survey, String type, String name, String format, double value) {
        Row row = survey.createRow(survey.getPhysicalNumberOfRows());
        row.createCell(0).setCellValue(type);
        row.createCell(1).setCellValue(name);
        row.createCell(2).setCellValue(name);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        row.createCell(3).setCellValue(value);
        row.getCell(3).setCellStyle(style);
    }

    @Test
    void formulas_countByTheirSavedResults() {
        Workbook workbook = Workbooks.xlsx(FORM);
        Row row = workbook.getSheet("survey").getRow(2);
        row.getCell(3).setCellFormula("2+3");
        row.createCell(2).setCellFormula("CONCATENATE(\"部\",\"屋\")");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        Workbook unsaved = Workbooks.xlsx(FORM);
        unsaved.getSheet("survey").getRow(2).getCell(3).setCellFormula("1/0");
        unsaved.getCreationHelper().createFormulaEvaluator().evaluateAll();

        QuestionnaireScenario.fillIn(compiled(XlsForm.compile(save(workbook, file("a.xlsx"))))
                        .xform())
                .holds("rooms", "5")
                .isShownAs("rooms", "部屋");
        assertThat(refusal(XlsForm.compile(save(unsaved, file("b.xlsx"))))).contains("row 3, column D", "#DIV/0!");
    }

    @Test
    void mergedListNames_countForAllTheirRows() {
        Workbook workbook = Workbooks.xlsx(FORM);
        Sheet choices = workbook.getSheet("choices");
        choices.getRow(2).removeCell(choices.getRow(2).getCell(0));
        choices.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

        QuestionnaireScenario.fillIn(compiled(XlsForm.compile(save(workbook, file("a.xlsx"))), "結合されたセル")
                        .xform())
                .offers("ok", "1", "2");
    }

    @Test
    void blankRowsOtherSheetsAndHiddenOnes_doNoHarm() {
        Workbook workbook = Workbooks.xlsx(FORM);
        workbook.getSheet("survey").shiftRows(2, 2, 3);
        workbook.createSheet("作業メモ").createRow(0).createCell(0).setCellValue("なんでも");
        workbook.setSheetHidden(workbook.getSheetIndex("choices"), true);

        QuestionnaireScenario.fillIn(compiled(XlsForm.compile(save(workbook, file("a.xlsx"))))
                        .xform())
                .offers("ok", "1", "2")
                .holds("rooms", "4");
    }

    @Test
    void macros_areRefused() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet("survey");
            workbook.setVBAProject(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
            save(workbook, file("a.xlsm"));
        }
        Files.copy(file("a.xlsm"), file("renamed.xlsx"));

        assertThat(refusal(XlsForm.compile(file("a.xlsm")))).contains("macros", "マクロ");
        assertThat(refusal(XlsForm.compile(file("renamed.xlsx")))).contains("macros");
    }

    @Test
    void passwords_areRefused() throws Exception {
        try (POIFSFileSystem locked = new POIFSFileSystem();
                Workbook workbook = Workbooks.xlsx(FORM)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(locked)) {
                workbook.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file("a.xlsx"))) {
                locked.writeFilesystem(out);
            }
        }
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            save((HSSFWorkbook) Workbooks.xls(FORM), file("b.xls"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(XlsForm.compile(file("a.xlsx")))).contains("password", "パスワード");
        assertThat(refusal(XlsForm.compile(file("b.xls")))).contains("password");
    }

    @Test
    void whatIsNoSpreadsheet_isRefused() throws IOException {
        write("a.xlsx", StandardCharsets.UTF_8, "Dear colleague,");
        Files.write(file("b.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        Files.write(file("c.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        write("d.docx", StandardCharsets.UTF_8, "x");

        assertThat(refusal(XlsForm.compile(file("a.xlsx")))).contains("no spreadsheet");
        assertThat(refusal(XlsForm.compile(file("b.xlsx")))).contains(".xlsx");
        assertThat(refusal(XlsForm.compile(file("c.xls")))).contains(".xls");
        assertThat(refusal(XlsForm.compile(file("d.docx")))).contains("no spreadsheet");
        assertThat(refusal(XlsForm.compile(file("nowhere.xlsx")))).contains("There is no file");
    }

    @Test
    void zipBomb_isNotUnpacked() throws IOException {
        replacing("xl/sharedStrings.xml", out -> {
            out.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 512; i++) {
                out.write(blanks);
            }
        });

        assertThat(refusal(XlsForm.compile(file("bomb.xlsx")))).contains("unpacks", "異常に大きく");
    }

    @Test
    void externalEntities_areNotResolved() throws IOException {
        Path secret = Files.writeString(file("secret.txt"), "text");
        replacing(
                "xl/sharedStrings.xml",
                out -> out.write(("<!DOCTYPE sst [<!ENTITY e SYSTEM \"" + secret.toUri()
                                + "\">]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&e;</t></si></sst>")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal(XlsForm.compile(file("bomb.xlsx")))).contains(".xlsx");
    }

    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    private void replacing(String name, Part part) throws IOException {
        save(Workbooks.xlsx(FORM), file("fine.xlsx"));
        try (ZipFile fine = new ZipFile(file("fine.xlsx").toFile());
                ZipOutputStream bomb = new ZipOutputStream(Files.newOutputStream(file("bomb.xlsx")))) {
            for (ZipEntry entry : fine.stream().toList()) {
                bomb.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    part.write(bomb);
                } else {
                    fine.getInputStream(entry).transferTo(bomb);
                }
            }
        }
    }

    @Test
    void tenMegabytes_areRefusedInTime() throws IOException {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("type,name,label\n");
        while (rows.length() < 10 * 1024 * 1024) {
            rows.append("note,n")
                    .append(rows.length())
                    .append(',')
                    .append(Long.toHexString(random.nextLong()).repeat(8))
                    .append('\n');
        }
        write("survey.csv", StandardCharsets.UTF_8, rows.toString());
        write("long.csv", StandardCharsets.UTF_8, "type,name\n".repeat(Grid.MOST_ROWS + 10));
        Files.write(file("large.csv"), new byte[(int) SpreadsheetFile.MOST_CSV_BYTES + 1]);

        assertThat(refusal(XlsForm.compile(file("survey.csv")))).contains("too many questions");
        assertThat(refusal(XlsForm.compile(file("long.csv")))).contains("too large");
        assertThat(refusal(XlsForm.compile(file("large.csv")))).contains("too large");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void write(String name, Charset charset, String text) throws IOException {
        Files.write(file(name), text.getBytes(charset));
    }
}
