package tsunagi.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.InsurerKind;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.server.admin.AdminCommands;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.form.FormCommand;
import tsunagi.server.imports.TeamRecords.Held;
import tsunagi.server.team.Teams;

/** Imports as somebody types them, of tables as people have them. */
final class ImportCommandTest {
    private static final Charset CP932 = Charset.forName("windows-31j");

    @TempDir
    private Path directory;

    @TempDir
    private Path tables;

    private String said = "";

    @BeforeEach
    void openATeam() {
        types("team", "add", "灯浜チーム");
        types("person", "add", "佐伯典子", "--team", "灯浜チーム", "--role", "supervisor");
    }

    private int types(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commands = AdminCommands.with(new FormCommand(), ImportCommand.commandLine());
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = directory.toString();
        int exitCode = commands.execute(all);
        said = out.toString();
        return exitCode;
    }

    private int imports(String kind, Path file, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"import", kind, file.toString(), "--team", "灯浜チーム"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return types(arguments);
    }

    private int applies(String kind, Path file, String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(new String[] {"--apply", "--by", "佐伯典子"}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        return imports(kind, file, all);
    }

    private Path csv(String name, Charset charset, String... lines) throws IOException {
        return Files.write(tables.resolve(name), String.join("\r\n", lines).getBytes(charset));
    }

    private <T> T withRecords(Function<TeamRecords, T> work) {
        Configured configured = configured();
        return configured.withData(data -> {
            UUID team = data.database()
                    .read(connection -> new Teams().all(connection))
                    .get(0)
                    .id();
            return work.apply(new TeamRecords(data.database(), team));
        });
    }

    private Configured configured() {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs("--data", directory.toString());
        return holder.configured;
    }

    /** Carries the options into a test. */
    @CommandLine.Command(name = "test")
    private static final class Holder {
        @CommandLine.Mixin
        private Configured configured;
    }

    private <M extends Message> List<M> all(M type) {
        return withRecords(records -> records.all(type).stream().map(Held::body).toList());
    }

    /** Somebody writes a record at the server. */
    private String writes(Message body) {
        Configured configured = configured();
        return configured.withDesk((data, desk) -> {
            UUID team = data.database()
                    .read(connection -> new Teams().all(connection))
                    .get(0)
                    .id();
            String author = data.database().read(connection -> new Directory(connection).person("佐伯典子"));
            RecordKey key = new RecordKey(team, TeamRecords.typeOf(body), UUID.randomUUID());
            desk.write(team, author, List.of(DeskEdit.of(RecordState.absent(key), body)));
            return key.id().toString();
        });
    }

    private void edits(UUID id, Message values) {
        Configured configured = configured();
        configured.<Integer>withDesk((data, desk) -> {
            UUID team = data.database()
                    .read(connection -> new Teams().all(connection))
                    .get(0)
                    .id();
            String author = data.database().read(connection -> new Directory(connection).person("佐伯典子"));
            RecordKey key = new RecordKey(team, TeamRecords.typeOf(values), id);
            desk.write(team, author, List.of(DeskEdit.of(desk.show(key), values)));
            return 0;
        });
    }

    @Test
    void workplaces_fromAShiftJisTable_areMade_andImportedTwiceAreNotDoubled() throws IOException {
        Path file = csv(
                "事業場一覧.csv",
                CP932,
                "令和6年度 事業場一覧,,,,,,,,",
                "事業所名,フリガナ,法人番号,業種,郵便番号,市区町村コード,所在地,電話番号,従業者数,基準日,保険者",
                "㈱灯浜酒造,ﾄﾓｼﾋﾞﾊﾏｼｭｿﾞｳ,7000012050002,E,049-0111,012360,七重浜１－２－３,０１３８－００－００００,34人,R6.4.1,協会けんぽ、国保",
                "髙橋鉄工所,タカハシテッコウショ,,製造業,,01236,飯生2-1,138000001,4,令和6年4月1日,国保");

        assertThat(imports("workplaces", file)).isZero();
        assertThat(said).contains("新規 2・変更 0・変更なし 0・取り込まない 0", "まだ何も書いていません");
        assertThat(all(Workplace.getDefaultInstance())).isEmpty();

        assertThat(applies("workplaces", file)).isZero();

        assertThat(all(Workplace.getDefaultInstance())).anySatisfy(workplace -> {
            assertThat(workplace.getName()).isEqualTo("(株)灯浜酒造");
            assertThat(workplace.getNameReading()).isEqualTo("ともしびはましゅぞう");
            assertThat(workplace.getCorporateNumber()).isEqualTo("7000012050002");
            assertThat(workplace.getIndustry()).isEqualTo(Industry.INDUSTRY_E_MANUFACTURING);
            assertThat(workplace.getPostalCode()).isEqualTo("0490111");
            assertThat(workplace.getMunicipalityCode()).isEqualTo("01236");
            assertThat(workplace.getPhone()).isEqualTo("0138-00-0000");
            assertThat(workplace.getHeadcountsMap().get("2024").getPeople()).isEqualTo(34);
            assertThat(workplace.getInsurerKindsList())
                    .containsExactly(InsurerKind.INSURER_KIND_KYOKAI_KENPO, InsurerKind.INSURER_KIND_MUNICIPAL);
        });
        assertThat(all(Workplace.getDefaultInstance())).anySatisfy(workplace -> {
            assertThat(workplace.getPhone()).isEqualTo("0138000001");
            assertThat(workplace.getMunicipalityCode()).isEqualTo("01236");
        });
        assertThat(applies("workplaces", file)).isZero();
        assertThat(said).contains("新規 0・変更 0・変更なし 2・取り込まない 0");
        assertThat(all(Workplace.getDefaultInstance())).hasSize(2);
    }

    @Test
    void workplaces_whatIsWrong_isRefusedByRowAndColumn_andTheRestGoesIn() throws IOException {
        Path file = csv(
                "w.csv",
                StandardCharsets.UTF_8,
                "\uFEFF名称,法人番号,業種,従業員数,市区町村コード,住所",
                "灯浜酒造,1000012050002,E,,01236,七重浜1",
                "灯浜醤油,,E,34,01236,七重浜2",
                "みなと整備,,自動車,,01236,飯生3",
                "浜の湯旅館,,M 宿泊業・飲食サービス業,,01236,飯生4",
                "浜の湯旅館,,M,,01236,飯生4",
                ",,E,,01236,飯生5");

        assertThat(applies("workplaces", file)).isZero();

        assertThat(said)
                .contains("2 行目 B (法人番号) 列: 法人番号「1000012050002」は正しくありません")
                .contains("3 行目 D (従業員数) 列: 従業員数がいつの数か分かりません")
                .contains("4 行目 C (業種) 列: 「自動車」は分かりません。使える言葉: A 農業・林業、B 漁業")
                .contains("6 行目 A (名称) 列: 5 行目と同じ事業場に見えます")
                .contains("7 行目 A (名称) 列: 事業場名が空です")
                .contains("新規 1・変更 0・変更なし 0・取り込まない 5");
        assertThat(all(Workplace.getDefaultInstance()))
                .extracting(Workplace::getName)
                .containsExactly("浜の湯旅館");
    }

    @Test
    void workplaces_whoseHeadcountHasABadDay_areRefusedOnce() throws IOException {
        Path file = csv("w.csv", StandardCharsets.UTF_8, "事業場名,従業員数,基準日", "灯浜酒造,34,令和6年4月31日");

        assertThat(imports("workplaces", file)).isZero();

        assertThat(said).contains("2 行目 C (基準日) 列: 「令和6年4月31日」は日付として読めません").doesNotContain("いつの数か");
    }

    @Test
    void workplaces_thatAreThere_getWhatTheyLack_andKeepWhatSomebodyWrote() throws IOException {
        writes(Workplace.newBuilder()
                .setName("灯浜酒造株式会社")
                .setPhone("0138-11-1111")
                .addAliases("灯浜の蔵")
                .build());
        Path file =
                csv("w.csv", StandardCharsets.UTF_8, "事業場名,電話番号,業種,市区町村コード,別名", "（株）燈濱酒造,0138-22-2222,E,01236,ともはま");

        assertThat(applies("workplaces", file)).isZero();

        assertThat(said).contains("変更 1", "すでに「0138-11-1111」と記録されているので、phone は変えません");
        assertThat(all(Workplace.getDefaultInstance())).singleElement().satisfies(workplace -> {
            assertThat(workplace.getName()).isEqualTo("灯浜酒造株式会社");
            assertThat(workplace.getPhone()).isEqualTo("0138-11-1111");
            assertThat(workplace.getIndustry()).isEqualTo(Industry.INDUSTRY_E_MANUFACTURING);
            assertThat(workplace.getAliasesList()).containsExactly("灯浜の蔵", "ともはま");
        });
        assertThat(applies("workplaces", file, "--overwrite")).isZero();
        assertThat(all(Workplace.getDefaultInstance()))
                .singleElement()
                .satisfies(workplace -> assertThat(workplace.getPhone()).isEqualTo("0138-22-2222"));
    }

    @Test
    void workplaces_thatOnlyLookAlike_areMade_andSaidToLookAlike() throws IOException {
        writes(Workplace.newBuilder()
                .setName("みなと整備")
                .setMunicipalityCode("01202")
                .setPhone("0138-33-3333")
                .build());
        Path file = csv(
                "w.csv", StandardCharsets.UTF_8, "事業場名,業種,市区町村コード,電話番号", "ミナト整備,R,01236,", "港自動車,R,01236,0138333333");

        assertThat(imports("workplaces", file)).isZero();

        assertThat(said)
                .contains("2 行目 A (事業場名) 列: すでにある「みなと整備」()と同じかもしれません(名前が同じ)")
                .contains("3 行目 D (電話番号) 列: すでにある「みなと整備」()と同じかもしれません(電話番号が同じ)")
                .contains("新規 2");
    }

    @Test
    void undo_deletesWhatWasMade_andKeepsWhatSomebodyTouchedSince() throws IOException {
        Path file = csv("w.csv", StandardCharsets.UTF_8, "事業場名,業種,市区町村コード", "灯浜酒造,E,01236", "みなと整備,R,01236");
        applies("workplaces", file);
        String importId = said.replaceAll("(?s).*import undo ([-0-9a-f]{36}) .*", "$1");
        UUID touched = withRecords(records -> records.all(Workplace.getDefaultInstance()).stream()
                .filter(held -> held.body().getName().equals("みなと整備"))
                .findFirst()
                .orElseThrow()
                .state()
                .key()
                .id());
        edits(touched, Workplace.newBuilder().setPhone("0138-00-0000").build());

        assertThat(types("import", "undo", importId, "--team", "灯浜チーム", "--by", "佐伯典子"))
                .isZero();

        assertThat(said).contains("1 件を削除しました", "1 件は残しました");
        assertThat(all(Workplace.getDefaultInstance()))
                .extracting(Workplace::getName)
                .containsExactly("みなと整備");
        assertThat(applies("workplaces", file)).isZero();
        assertThat(said).contains("新規 1・変更 0・変更なし 1");
        assertThat(all(Workplace.getDefaultInstance())).hasSize(2);
    }

    @Test
    void participantsAndAttendance_fromAWorkbook_findTheirWorkplaceAndWorkshop() throws IOException {
        String brewery = writes(Workplace.newBuilder()
                .setName("灯浜酒造株式会社")
                .putDepartments("brewing", Department.newBuilder().setName("製造").build())
                .build());
        writes(Workshop.newBuilder()
                .setTitle("腰痛予防講座 第1回")
                .setHeldOn("2024-07-26")
                .build());
        Path people = csv(
                "受講者.csv",
                StandardCharsets.UTF_8,
                "氏名,ふりがな,勤務先,部署,所属,職種,雇用形態,区分",
                "佐藤　花子,ｻﾄｳ ﾊﾅｺ,(株)灯浜酒造,製造,,製造,正社員,",
                "髙橋 一郎,たかはし いちろう,,,灯浜市保健センター,保健師,,地域側",
                "山田 太郎,,知らない会社,,,,,");

        assertThat(applies("participants", people)).isZero();

        assertThat(said).contains("4 行目 C (勤務先) 列: 事業場「知らない会社」がまだありません", "新規 2", "取り込まない 1");
        assertThat(all(Participant.getDefaultInstance())).anySatisfy(person -> {
            assertThat(person.getNameReading()).isEqualTo("さとう はなこ");
            assertThat(person.getWorkplaceId()).isEqualTo(brewery);
            assertThat(person.getDepartmentKey()).isEqualTo("brewing");
            assertThat(person.getSide()).isEqualTo(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE);
            assertThat(person.getOccupation()).isEqualTo(Occupation.OCCUPATION_PRODUCTION);
        });

        Path roster = roster();
        assertThat(applies("attendance", roster)).isZero();

        assertThat(said).contains("5 行目 A (開催日) 列: 2024-08-31 の開催回がありません").contains("新規 3・変更 0・変更なし 0・取り込まない 1");
        assertThat(all(Attendance.getDefaultInstance()))
                .extracting(attendance -> attendance.getMark().getState())
                .containsExactlyInAnyOrder(
                        AttendanceState.ATTENDANCE_STATE_PRESENT,
                        AttendanceState.ATTENDANCE_STATE_LATE,
                        AttendanceState.ATTENDANCE_STATE_ABSENT);
        assertThat(all(Participant.getDefaultInstance())).hasSize(3);
        assertThat(applies("attendance", roster)).isZero();
        assertThat(said).contains("新規 0・変更 0・変更なし 3");
        assertThat(all(Attendance.getDefaultInstance())).hasSize(3);
        assertThat(all(Participant.getDefaultInstance())).hasSize(3);
    }

    /** A roster as Excel keeps it: days as numbers with a format. */
    private Path roster() throws IOException {
        Path file = tables.resolve("出席簿.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("名簿");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            String[][] lines = {
                {"開催日", "氏名", "勤務先", "所属", "出欠"},
                {"2024-07-26", "佐藤花子", "灯浜酒造", "", "○"},
                {"2024-07-26", "高橋一郎", "", "灯浜市保健センター", "遅刻"},
                {"2024-07-26", "鈴木 次郎", "灯浜酒造", "", "×"},
                {"2024-08-31", "佐藤花子", "灯浜酒造", "", "○"},
            };
            for (int i = 0; i < lines.length; i++) {
                // A line between the headings and the first name stays empty.
                Row row = sheet.createRow(i);
                for (int column = 0; column < lines[i].length; column++) {
                    if (i > 0 && column == 0) {
                        row.createCell(0).setCellValue(LocalDate.parse(lines[i][0]));
                        row.getCell(0).setCellStyle(day);
                    } else {
                        row.createCell(column).setCellValue(lines[i][column]);
                    }
                }
            }
            workbook.write(out);
        }
        return file;
    }

    @Test
    void answers_ofAnOnlineSurvey_becomeSheets_twiceTheSameStayTwo_andTwiceImportedAreNotDoubled() throws IOException {
        writes(Round.newBuilder()
                .setName("研修会アンケート")
                .setFormVersionId(new UUID(0, 5).toString())
                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                .addMunicipalityCodes("01236")
                .build());
        Path form = csv(
                "survey.csv",
                StandardCharsets.UTF_8,
                "type,name,label",
                "select_one five,satisfaction,研修会の満足度",
                "select_multiple why,reasons,活動していない理由",
                "integer,years,経験年数");
        csv(
                "choices.csv",
                StandardCharsets.UTF_8,
                "list_name,name,label",
                "five,5,とても満足",
                "five,4,満足",
                "why,people,人手",
                "why,money,\"お金、予算\"",
                "why,knowhow,ノウハウ");
        Path answers = csv(
                "回答.csv",
                StandardCharsets.UTF_8,
                "タイムスタンプ,研修会の満足度,活動していない理由,経験年数,感想(自由記述)",
                "2024/11/30 16:05:22,とても満足,\"人手, ノウハウ\",12年,よかった",
                "2024/11/30 16:06:01,5,\"お金、予算;人手\",３,",
                "2024/11/30 16:06:01,5,\"お金、予算;人手\",３,",
                "2024/11/30 16:07:40,最高,,,");

        assertThat(applies("answers", answers, "--round", "研修会アンケート", "--form", form.toString()))
                .isZero();

        assertThat(said)
                .contains("列「感想(自由記述)」は調査票")
                .contains("4 行目 まったく同じ内容の行が前にあります")
                .contains("5 行目 B (研修会の満足度) 列: 「最高」はこの質問の選択肢や形式に合いません")
                .contains("新規 3・変更 0・変更なし 0・取り込まない 1");
        List<Response> sheets = all(Response.getDefaultInstance());
        assertThat(sheets).hasSize(3).allSatisfy(sheet -> {
            assertThat(sheet.getWrittenOn()).isEqualTo("2024-11-30");
            assertThat(sheet.getAnswersMap().get("/data/satisfaction").getChoicesList())
                    .containsExactly("5");
        });
        assertThat(sheets)
                .extracting(sheet ->
                        List.copyOf(sheet.getAnswersMap().get("/data/reasons").getChoicesList()))
                .containsExactlyInAnyOrder(
                        List.of("people", "knowhow"), List.of("money", "people"), List.of("money", "people"));
        applies("answers", answers, "--round", "研修会アンケート", "--form", form.toString());
        assertThat(said).contains("新規 0・変更 0・変更なし 3・取り込まない 1");
        assertThat(all(Response.getDefaultInstance())).hasSize(3);
    }

    @Test
    void answers_toAnotherVersionThanTheRoundAsks_areNotTaken() throws IOException {
        String version = writes(FormVersion.newBuilder()
                .setFormKey("feedback")
                .setVersion("2")
                .setTitle("研修会アンケート")
                .build());
        writes(Round.newBuilder().setName("アンケート").setFormVersionId(version).build());
        Path form = csv("survey.csv", StandardCharsets.UTF_8, "type,name,label", "integer,years,経験年数");
        Path answers = csv("回答.csv", StandardCharsets.UTF_8, "タイムスタンプ,経験年数", "2024/11/30 16:05:22,12");

        assertThat(applies("answers", answers, "--round", "アンケート", "--form", form.toString()))
                .isEqualTo(1);

        assertThat(said).contains("The round asks feedback 2, and this is");
        assertThat(all(Response.getDefaultInstance())).isEmpty();
    }

    @Test
    void answers_toAPublishedForm_needNoFileOfIt() throws IOException {
        csv("settings.csv", StandardCharsets.UTF_8, "form_id,form_title,version", "feedback,研修会アンケート,1");
        Path form = csv("survey.csv", StandardCharsets.UTF_8, "type,name,label", "integer,years,経験年数");
        assertThat(types("form", "publish", form.toString(), "--team", "灯浜チーム", "--by", "佐伯典子"))
                .as(said)
                .isZero();
        String version = withRecords(
                records -> records.all(FormVersion.getDefaultInstance()).get(0).id());
        writes(Round.newBuilder().setName("アンケート").setFormVersionId(version).build());
        Path answers = csv("回答.csv", StandardCharsets.UTF_8, "タイムスタンプ,経験年数", "2024/11/30 16:05:22,12");

        assertThat(applies("answers", answers, "--round", "アンケート")).as(said).isZero();

        assertThat(all(Response.getDefaultInstance())).singleElement().satisfies(sheet -> assertThat(
                        sheet.getAnswersMap().get("/data/years").getNumber())
                .isEqualTo(12));
    }

    @Test
    void coverage_inLinesOrInColumns_addsUpFinerClasses_andPassesTotalsOver() throws IOException {
        Path lines = csv(
                "long.csv",
                CP932,
                "市区町村コード,産業大分類,従業者規模,事業所数,従業者数",
                "01236,A～S 全産業,総数,\"1,234\",9999",
                "01236,E 製造業,1～4人,\"1,040\",2100",
                "01236,E 製造業,5～9人,81,560",
                "01236,E 製造業,100～199人,2,250",
                "01236,E 製造業,300人以上,1,410",
                "01236,E 製造業,5～9人,80,550");
        assertThat(applies("coverage", lines, "--statistic", "economic_census_2021", "--as-of", "令和3年6月1日"))
                .isZero();

        assertThat(said).contains("7 行目 C (従業者規模) 列: 4 行目と同じ市区町村・業種・規模です");
        assertThat(all(AreaCensus.getDefaultInstance())).singleElement().satisfies(census -> {
            assertThat(census.getAsOfOn()).isEqualTo("2021-06-01");
            assertThat(census.getCountsMap()).containsOnlyKeys("E/1-4", "E/5-9", "E/100-");
            assertThat(census.getCountsMap().get("E/1-4").getWorkplaces()).isEqualTo(1040);
            assertThat(census.getCountsMap().get("E/100-").getWorkplaces()).isEqualTo(3);
            assertThat(census.getCountsMap().get("E/100-").getPeople()).isEqualTo(660);
        });

        Path columns = csv(
                "wide.csv",
                StandardCharsets.UTF_8,
                "地域コード,産業,総数,1～4人,5～9人,10～19人,100～199人,200～299人,300人以上",
                "1202,医療・福祉,70,40,20,10,-,1,2");
        assertThat(applies("coverage", columns, "--statistic", "economic_census_2021"))
                .isZero();

        assertThat(all(AreaCensus.getDefaultInstance())).hasSize(2).anySatisfy(census -> {
            assertThat(census.getMunicipalityCode()).isEqualTo("01202");
            assertThat(census.getCountsMap().get("P/100-").getWorkplaces()).isEqualTo(3);
            assertThat(census.getCountsMap().get("P/5-9").getWorkplaces()).isEqualTo(20);
        });
    }

    @Test
    void aFileThatCannotBeUsed_saysWhyAndWhatToDo() throws IOException {
        Path noHeadings = csv("x.csv", StandardCharsets.UTF_8, "りんご,みかん", "1,2");
        Path text = Files.writeString(tables.resolve("x.txt"), "hello");

        assertThat(imports("workplaces", noHeadings)).isEqualTo(1);
        assertThat(said).contains("見出しの行が見つかりません", "事業場名", "import template");
        assertThat(imports("workplaces", text)).isEqualTo(1);
        assertThat(said).contains("表計算ファイルではありません");
        assertThat(imports("workplaces", csv("y.csv", StandardCharsets.UTF_8, "業種,住所", "E,七重浜")))
                .isEqualTo(1);
        assertThat(said).contains("「事業場名」の列がありません");
    }

    @Test
    void template_canBeImportedAsItIs() {
        for (ImportKind kind : List.of(ImportKind.WORKPLACES, ImportKind.PARTICIPANTS, ImportKind.COVERAGE)) {
            Path file = tables.resolve(kind + ".csv");
            StringWriter out = new StringWriter();
            CommandLine commands = AdminCommands.with(ImportCommand.commandLine());
            commands.setOut(new PrintWriter(out));
            assertThat(commands.execute("import", "template", kind.toString(), "-o", file.toString()))
                    .isZero();

            assertThat(applies(kind.toString(), file, "--statistic", "s"))
                    .as(said)
                    .isZero();
            assertThat(said).contains("新規 1・変更 0・変更なし 0・取り込まない 0");
        }
    }
}
