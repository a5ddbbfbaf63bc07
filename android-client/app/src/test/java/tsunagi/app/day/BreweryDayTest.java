package tsunagi.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.app.Activity;
import android.app.Dialog;
import android.content.DialogInterface;
import android.content.Intent;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.tabs.TabLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.kiosk.KioskActivity;
import tsunagi.app.kiosk.KioskReadyActivity;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.app.round.RoundActivity;
import tsunagi.app.server.TestServer;
import tsunagi.app.settings.StaffPin;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.visit.ObservationActivity;
import tsunagi.app.visit.VisitActivity;
import tsunagi.app.workshop.WorkshopActivity;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/**
 * 26 July at the brewery, through the screens: a visit with what was observed, twelve questionnaires, a lecture on two
 * tablets; no signal all day, and the app killed twice. In the evening the server knows it all, once.
 */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class BreweryDayTest {
    private static final String FIRST = "a";
    private static final String SECOND = "b";
    private static final String PIN = "4712";
    private static final int WORKERS = 29;
    private static final int SHEETS = 12;
    private static final int ITEMS = 30;
    private static final String CHOICE = "段階 1(許諾された文言を入れる)";
    private static final String WALK_IN = "もり しげこ";

    private RecordKey workplace;
    private RecordKey workshop;
    private RecordKey round;
    private final List<String> workers = new ArrayList<>();

    @Test
    public void theBrewerysDay_whenNoSignalReachesIt_isOnTheServerInTheEveningToTheUnit() throws IOException {
        try (TestServer server = TestServer.start()) {
            prepare(server);
            server.stop();

            DayTablet.take(FIRST);
            Shadows.shadowOf(Stage.app()).grantPermissions(Manifest.permission.CAMERA);
            visit();
            askTwelve();
            takeAttendance(0, 15, 2);
            DayTablet.take(SECOND);
            takeAttendance(15, WORKERS, 1);

            server.startAgain();
            DayTablet.sync();
            DayTablet.take(FIRST);
            DayTablet.sync();
            DayTablet.parts().users().choose(DayTablet.user(TestServer.SUPERVISOR));
            joinTheWalkIn();
            closeTheLecture();
            DayTablet.sync();
            assertThat(DayTablet.tablet().status().tally().waiting()).isZero();
            assertThat(DayTablet.tablet().files().waitingCount()).isZero();
            DayTablet.take(SECOND);
            DayTablet.sync();
            assertThat(roster().count()).startsWith("出席 30 / 名簿 30 ・ 遅刻 3");

            assertThat(observed()).hasSize(3).allSatisfy(observation -> assertThat(observation.getPhotosMap())
                    .hasSize(1));
            assertThat(figures(server))
                    .contains(
                            "訪問 訪問 延べ 1",
                            "訪問 訪問した事業場 実 1",
                            "講座 開催 延べ 1",
                            "講座 受講者 延べ 30",
                            "講座 受講者(記名のみ) 実 30",
                            "講座 参加事業場 実 1",
                            "調査 調査回 延べ 1",
                            "調査 回収 枚 12",
                            "調査 有効 枚 12");
            assertThat(server.admin("parked", "list", "--json")).allMatch(String::isEmpty);
        }
    }

    private void prepare(TestServer server) {
        String form = System.getProperty("tsunagi.home") + "/forms/licensed_30_items/survey.csv";
        server.admin("form", "publish", form, "--team", TestServer.TEAM, "--by", TestServer.SUPERVISOR);
        DayTablet.begin(FIRST, server, TestServer.NURSE);
        new StaffPin(DayTablet.parts().settings(), DayTablet.parts()::nowMs).choose(PIN);
        workplace = DayTablet.save(Workplace.newBuilder()
                .setName("株式会社つなぎ酒造")
                .setNameReading("つなぎしゅぞう")
                .putDepartments("brewing", Department.newBuilder().setName("製造").build())
                .putDepartments(
                        "bottling", Department.newBuilder().setName("瓶詰・出荷").build())
                .build());
        DayTablet.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-26")
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .build());
        workshop = DayTablet.save(Workshop.newBuilder()
                .setTitle("腰痛予防ミニ講座")
                .setHeldOn("2024-07-26")
                .setStartsAt("15:00")
                .setWorkplaceId(workplace.id().toString())
                .addParticipatingWorkplaceIds(workplace.id().toString())
                .build());
        for (int i = 0; i < WORKERS; i++) {
            expect("従業員" + (char) ('あ' + 2 * i));
        }
        round = DayTablet.save(Round.newBuilder()
                .setFormVersionId(DayTablet.tablet()
                        .forms()
                        .all(DayTablet.team())
                        .get(0)
                        .formVersionId()
                        .toString())
                .setName("実施前(7月)")
                .setWorkplaceId(workplace.id().toString())
                .setPhase(RoundPhase.ROUND_PHASE_BEFORE)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
                .setOpensOn("2024-07-08")
                .build());
        DayTablet.sync();
        DayTablet.begin(SECOND, server, TestServer.THERAPIST);
    }

    private void expect(String name) {
        workers.add(name);
        RecordKey worker = DayTablet.save(Participant.newBuilder()
                .setName(name)
                .setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE)
                .setWorkplaceId(workplace.id().toString())
                .build());
        DayTablet.save(Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(worker.id().toString())
                .setMark(AttendanceMark.newBuilder().setState(AttendanceState.ATTENDANCE_STATE_REGISTERED))
                .build());
    }

    private void visit() throws IOException {
        TodayActivity today = Stage.open(TodayActivity.class).get();
        new Eyes(today).tapLine("株式会社つなぎ酒造");
        VisitActivity screen = DayTablet.opened(today, VisitActivity.class);
        type(screen, R.id.visit_needs, "腰痛の訴えが多い");
        new Eyes(screen).tap("撮影可");
        observe(screen, "蒸米の運搬");
        observe(screen, "一升瓶ケースの積み上げ");
        DayTablet.take(FIRST);

        TodayActivity again = Stage.open(TodayActivity.class).get();
        new Eyes(again).tapLine("株式会社つなぎ酒造");
        VisitActivity resumed = DayTablet.opened(again, VisitActivity.class);
        assertThat(resumed.<EditText>findViewById(R.id.visit_needs).getText().toString())
                .isEqualTo("腰痛の訴えが多い");
        observe(resumed, "瓶の検品");
        new Eyes(resumed).tap("実施");
        Stage.tap(resumed.findViewById(R.id.visit_finish));
        Dialog summary = ShadowDialog.getLatestDialog();
        Stage.tap(summary.findViewById(R.id.visit_summary_save));
        assertThat(DayTablet.tablet().drafts()).isEmpty();
    }

    private void observe(VisitActivity visit, String task) throws IOException {
        Stage.tap(visit.findViewById(R.id.visit_add_observation));
        ObservationActivity observation = DayTablet.opened(visit, ObservationActivity.class);
        type(observation, R.id.observation_task, task);
        photograph(observation);
        observation.getOnBackPressedDispatcher().onBackPressed();
        Stage.settle();
    }

    private static void photograph(Activity screen) throws IOException {
        Stage.tap(screen.findViewById(R.id.photo_take));
        Intent camera = Shadows.shadowOf(screen).getNextStartedActivityForResult().intent;
        Files.write(new File(screen.getCacheDir(), "photos/taken.jpg").toPath(), CameraJpeg.of(600, 900));
        Shadows.shadowOf(screen).receiveResult(camera, Activity.RESULT_OK, null);
        Stage.settle();
    }

    private void askTwelve() {
        RoundActivity page = Stage.open(RoundActivity.class, RoundActivity.to(Stage.app(), round))
                .get();
        Stage.tap(page.findViewById(R.id.round_start_kiosk));
        Intent first = Shadows.shadowOf(page).getNextStartedActivity();
        KioskActivity kiosk = first.getComponent().getClassName().equals(KioskReadyActivity.class.getName())
                ? handOver(Stage.open(KioskReadyActivity.class, first).get())
                : Stage.open(KioskActivity.class, first).get();
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            begin(kiosk, sheet);
            if (sheet == 6) {
                answer(kiosk, 5);
                DayTablet.take(FIRST);
                kiosk = Stage.open(KioskActivity.class).get();
                begin(kiosk, sheet);
                new Eyes(kiosk).tap(R.id.kiosk_go_on);
                answer(kiosk, ITEMS - 5);
            } else {
                answer(kiosk, ITEMS);
            }
            new Eyes(kiosk).tap(R.id.fill_next);
            new Eyes(kiosk).tap(R.id.kiosk_close);
        }
        new Eyes(kiosk).tap(R.id.kiosk_staff);
        new Eyes(kiosk).tap(R.id.kiosk_pin_pad, PIN);
        new Eyes(kiosk).tap(R.id.kiosk_pin_ok);
        assertThat(kiosk.isFinishing()).isTrue();
    }

    private static KioskActivity handOver(KioskReadyActivity ready) {
        Stage.tap(ready.findViewById(R.id.kiosk_ready_go));
        return DayTablet.opened(ready, KioskActivity.class);
    }

    private void begin(KioskActivity kiosk, int sheet) {
        Eyes eyes = new Eyes(kiosk);
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        eyes.tap(R.id.kiosk_pad, new RoundCodes(round.id()).code(sheet).digits());
        eyes.tap(R.id.kiosk_code_next);
    }

    private static void answer(KioskActivity kiosk, int questions) {
        for (int i = 0; i < questions; i++) {
            new Eyes(kiosk).tap(CHOICE);
        }
    }

    /** Those of the list that come to this instructor, the last of them late, and somebody nobody expected. */
    private void takeAttendance(int from, int to, int late) {
        RosterEyes roster = roster();
        for (int i = from; i < to; i++) {
            View row = roster.row(workers.get(i));
            Stage.tap(i < to - late ? row : row.findViewById(R.id.row_late));
        }
        type(roster.activity(), R.id.roster_search, WALK_IN);
        Stage.tap(roster.newcomer("つなぎ酒造"));
    }

    private RosterEyes roster() {
        return RosterEyes.open(workshop);
    }

    private void joinTheWalkIn() {
        RosterEyes roster = roster();
        assertThat(roster.count()).startsWith("出席 31 / 名簿 31");
        View question = roster.row(WALK_IN).findViewById(R.id.row_question);
        assertThat(((TextView) question).getText().toString()).contains("同じ人ではありませんか");
        Stage.tap(question);
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        Stage.tap(dialog.getButton(DialogInterface.BUTTON_POSITIVE));
        assertThat(roster.count()).startsWith("出席 30 / 名簿 30");
    }

    private void closeTheLecture() {
        WorkshopActivity screen = roster().activity();
        TabLayout tabs = screen.findViewById(R.id.workshop_tabs);
        tabs.selectTab(tabs.getTabAt(tabs.getTabCount() - 1));
        Stage.settle();
        Stage.tap(screen.findViewById(R.id.summary_held));
        assertThat(screen.<TextView>findViewById(R.id.summary_participants)
                        .getText()
                        .toString())
                .isEqualTo("参加 30 人");
    }

    /** What was observed, as the tablet knows it that was not there. */
    private static List<Observation> observed() {
        return DayTablet.tablet().list(DayTablet.team(), RecordType.RECORD_TYPE_OBSERVATION_VALUE).stream()
                .map(view -> view.as(Observation.getDefaultInstance()))
                .collect(Collectors.toList());
    }

    private static void type(Activity screen, int field, String text) {
        EditText view = screen.findViewById(field);
        view.requestFocus();
        view.setText(text);
        Stage.settle();
    }

    /** The year's figures, once the tables they are read from have caught up with what came in. */
    private static List<String> figures(TestServer server) {
        List<String> lines;
        do {
            lines = server.admin("figures", "--team", TestServer.TEAM, "--year", "2024", "--json").stream()
                    .filter(line -> line.startsWith("{"))
                    .collect(Collectors.toList());
        } while (!lines.stream().allMatch(line -> line.contains("\"tables_behind\":0")));
        return lines.stream()
                .map(line -> Stream.of("chapter", "name", "counting", "value")
                        .map(name -> TestServer.property(name, line))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toList());
    }
}
