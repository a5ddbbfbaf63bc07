package tsunagi.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tsunagi.server.plaintables.PlainScenario.TEAM;
import static tsunagi.server.plaintables.PlainScenario.named;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewExclusion;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Workplace;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.plaintables.PlainScenario;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.words.Language;
import tsunagi.sync.v1.EndReason;

@StorageContract
final class ExportsTest {
    private static final RecordFilter WORKPLACES = RecordFilter.of(TEAM).ofTypes(RecordType.RECORD_TYPE_WORKPLACE);

    private PlainScenario server;
    private Exports exports;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
        exports = new Exports(server.database(), PublishedForms.in(server.database()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private byte[] bytes(Export export, ExportFormat format) throws IOException {
        server.follows();
        try (ExportStream stream = Exports.open(export, format, new Ignored())) {
            return stream.readAllBytes();
        }
    }

    private String csv(Export export) throws IOException {
        return new String(bytes(export, ExportFormat.CSV), StandardCharsets.UTF_8);
    }

    private Export workplaces() {
        return exports.records(WORKPLACES, Language.JAPANESE);
    }

    private static Workplace.Builder workplace(String name) {
        return Workplace.newBuilder().setName(name);
    }

    @Test
    void csv_ofWhatBeginsLikeAFormula_beginsWithAnApostrophe_andNumbersAreNumbers() throws IOException {
        server.says("a", workplace("=HYPERLINK(\"http://x\",\"y\")").build());
        server.says("b", workplace("-1+1").build());
        server.says("c", workplace("@SUM(A1)").build());
        server.says("d", workplace("\t=1").build());
        server.says("e", workplace("＝1+1").build());
        server.says(
                "round",
                Round.newBuilder()
                        .setName("r")
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .build());
        server.says(
                "sheet",
                sheet().putAnswers("/data/n", Answer.newBuilder().setNumber(-3).build())
                        .build());

        assertThat(csv(workplaces()))
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "'-1+1,", "'@SUM(A1),", "'\t=1", "'＝1+1")
                .doesNotContain("\r\n=", "\n-1", ",@SUM");
        server.follows();
        assertThat(csv(sheets(false))).contains(",-3,").doesNotContain("'-3");
    }

    @Test
    void xlsx_ofAFormula_isAText_andHasACodeBook() throws IOException {
        server.says("a", workplace("=1+1").build());

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes(workplaces(), ExportFormat.XLSX)))) {
            var cell = book.getSheet("事業場").getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
            assertThat(book.getSheet("項目の説明").getRow(1).getCell(3).getStringCellValue())
                    .isEqualTo("workplace.name");
        }
    }

    @Test
    void cp932_ofWhatItCannotHold_setsAGetaAndListsWhere() throws IOException {
        server.says("a", workplace("髙橋𠮷田酒造😀〜").build());
        server.says("b", workplace("葛󠄀城").build());

        Map<String, byte[]> files = unzip(bytes(workplaces(), ExportFormat.CSV_CP932));

        assertThat(new String(files.get("事業場.csv"), Charset.forName("windows-31j")))
                .contains("髙橋〓田酒造〓～", "葛城");
        assertThat(new String(files.get("書けなかった文字.csv"), StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("事業場,") && line.contains(named("a") + ",事業場の名称,𠮷,U+20BB7,〓"))
                .anyMatch(line -> line.contains("😀,U+1F600,〓"))
                .anyMatch(line -> line.contains(named("b") + ",事業場の名称") && line.endsWith("U+E0100,（なし）"))
                .noneMatch(line -> line.contains("髙"))
                .noneMatch(line -> line.contains("〜"));
    }

    @Test
    void records_thatWereDeletedOrAreOfAnotherTeam_areNotInIt_leftOutOnesAreMarked() throws IOException {
        server.says("a", workplace("残る酒造").build());
        server.deletes("b", workplace("消えた酒造").build());
        server.says("c", workplace("撤回酒造").build());
        server.ends("c", Workplace.getDefaultInstance(), EndReason.END_REASON_WITHDRAWN);
        server.says("review", leavesOut("a", RecordType.RECORD_TYPE_WORKPLACE));

        assertThat(csv(workplaces()).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("残る酒造") && line.contains(",はい,"));
        assertThat(csv(exports.records(
                        RecordFilter.of(UUID.randomUUID()).ofTypes(RecordType.RECORD_TYPE_WORKPLACE),
                        Language.JAPANESE)))
                .doesNotContain("酒造");
    }

    @Test
    void sheets_withoutConsent_areNotInIt_evenBeforeTheTablesFollow() throws IOException {
        server.says(
                "round",
                round(RoundIdentity.ROUND_IDENTITY_CODED)
                        .addConsentScopes("totals")
                        .build());
        server.says("given", coded("123455", ConsentState.CONSENT_STATE_GIVEN));
        server.says("refused", coded("234566", ConsentState.CONSENT_STATE_REFUSED));
        server.says("withdrawn", coded("345677", ConsentState.CONSENT_STATE_GIVEN));
        server.says("not asked", sheet().setMatchCode("456788").build());
        server.follows();
        Export export = sheets(false);
        server.says("withdrawn", coded("345677", ConsentState.CONSENT_STATE_WITHDRAWN));

        try (ExportStream stream = Exports.open(export, ExportFormat.CSV, new Ignored())) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("123455")
                    .doesNotContain("234566", "345677", "456788");
        }
        String records =
                csv(exports.records(RecordFilter.of(TEAM).ofTypes(RecordType.RECORD_TYPE_RESPONSE), Language.JAPANESE));
        assertThat(records).contains("123455").doesNotContain("234566", "345677");
    }

    @Test
    void sheets_ofACodedRound_haveCodesAndNoNames_ofANamedOneNamesAndNoCodes() throws IOException {
        Response somebody = sheet().setMatchCode("123455")
                .setParticipantId(named("taro").toString())
                .build();
        server.says("taro", Participant.newBuilder().setName("灯 太郎").build());
        server.says("sheet", somebody);

        server.says("round", round(RoundIdentity.ROUND_IDENTITY_CODED).build());
        server.follows();
        assertThat(csv(sheets(true))).contains("123455").doesNotContain("太郎");
        server.says("round", round(RoundIdentity.ROUND_IDENTITY_NAMED).build());
        assertThat(csv(sheets(true))).contains("太郎").doesNotContain("123455");
        server.says("round", round(RoundIdentity.ROUND_IDENTITY_ANONYMOUS).build());
        assertThat(csv(sheets(true))).doesNotContain("太郎", "123455");
        assertThat(csv(exports.records(
                        RecordFilter.of(TEAM).ofTypes(RecordType.RECORD_TYPE_RESPONSE), Language.JAPANESE)))
                .doesNotContain("太郎", named("taro").toString());
    }

    @Test
    void freeText_isLeftOutUnlessAskedFor_andThenItsHeadingSaysSo() throws IOException {
        server.says("round", round(RoundIdentity.ROUND_IDENTITY_ANONYMOUS).build());
        server.says(
                "sheet",
                sheet().putAnswers(
                                "/data/wish",
                                Answer.newBuilder().setText("課長の佐藤がこわい").build())
                        .build());
        server.follows();

        assertThat(csv(sheets(false))).doesNotContain("佐藤", "wish");
        assertThat(csv(sheets(true))).contains("佐藤", "wish【自由記述】");
    }

    @Test
    void log_ofAnExport_saysHowItEnded() throws IOException {
        server.says("a", workplace("酒造").build());
        server.follows();
        ExportLog log =
                new ExportLog(server.database(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new RisingIds()::next);

        ExportStream.Ending whole = log.begin(TEAM, "oda", workplaces(), "", ExportFormat.CSV, false);
        try (ExportStream stream = Exports.open(workplaces(), ExportFormat.CSV, whole)) {
            stream.readAllBytes();
        }
        ExportStream.Ending half = log.begin(TEAM, "hori", workplaces(), "", ExportFormat.XLSX, true);
        try (ExportStream stream = Exports.open(workplaces(), ExportFormat.XLSX, half)) {
            assertThat(stream.read()).isNotNegative();
        }

        assertThat(log.latest(TEAM))
                .extracting(ExportLog.Entry::personId, ExportLog.Entry::state)
                .containsExactly(tuple("hori", ExportLog.State.BROKEN_OFF), tuple("oda", ExportLog.State.DONE));
        assertThat(log.latest(named("another team"))).isEmpty();
    }

    @Test
    void sheet_thatIsFull_goesOnInAnother() throws IOException {
        ExportTable table = new CodeBook(Language.ENGLISH);
        var out = new ByteArrayOutputStream();
        XlsxWriter writer = new XlsxWriter(out, 3);
        writer.begin(table);
        for (int i = 0; i < 5; i++) {
            writer.row(List.of(Cell.number(i)));
        }
        writer.end();
        writer.finish(new CodeBook(Language.ENGLISH));

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(2).getRow(1).getCell(0).getNumericCellValue())
                    .isEqualTo(4);
        }
    }

    private Export sheets(boolean withFreeText) {
        return exports.sheets(TEAM, named("round"), withFreeText, Language.JAPANESE)
                .orElseThrow();
    }

    private static Round.Builder round(RoundIdentity identity) {
        return Round.newBuilder().setName("実施前").setIdentity(identity);
    }

    private static Response.Builder sheet() {
        return Response.newBuilder().setRoundId(named("round").toString());
    }

    private static Response coded(String code, ConsentState consent) {
        return sheet().setMatchCode(code)
                .putConsents("totals", Consent.newBuilder().setState(consent).build())
                .build();
    }

    private static Review leavesOut(String record, RecordType type) {
        return Review.newBuilder()
                .setAboutId(named(record).toString())
                .setAboutType(type)
                .setExclusion(ReviewExclusion.newBuilder().setLeftOut(true))
                .build();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Ids that rise. */
    private static final class RisingIds {
        private long last;

        UUID next() {
            return new UUID(0, ++last);
        }
    }

    /** How it ended is of no interest. */
    private static final class Ignored implements ExportStream.Ending {
        @Override
        public void isDone(long rows) {}

        @Override
        public void isBrokenOff(long rows) {}
    }
}
