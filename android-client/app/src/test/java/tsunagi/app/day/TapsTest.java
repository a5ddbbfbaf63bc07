package tsunagi.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.view.View;
import android.widget.EditText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.Taps;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.app.questionnaire.FillActivity;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.visit.VisitActivity;
import tsunagi.app.workshop.WorkshopActivity;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;

/** How often a finger has to touch the screen for what is done most; typing is not counted. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class TapsTest {
    private static final Path PAGE = Paths.get("target/screens/taps.md");
    private static final Map<String, String> COUNTED = new TreeMap<>();

    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void openBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
    }

    @AfterClass
    public static void writePage() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Taps

                Counted by `TapsTest`; typing is not counted.

                | what | taps | at most |
                | --- | --- | --- |
                """);
        COUNTED.forEach(
                (what, row) -> page.append("| ").append(what).append(row).append(" |\n"));
        Files.createDirectories(PAGE.getParent());
        Files.write(PAGE, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void note(String what, Taps taps, int most) {
        COUNTED.put(what, " | " + taps.count() + " | " + most);
        assertThat(taps.count()).as(what).isLessThanOrEqualTo(most);
    }

    @Test
    public void thirtyPresent_fromTheStartScreen() {
        List<RecordKey> workers = brewery.workers(workplace, 30);
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        workers.forEach(worker -> expect(workshop, worker));
        TodayActivity today = Stage.open(TodayActivity.class).get();
        Taps taps = Taps.fromHere();

        new Eyes(today).tapLine("腰痛予防ミニ講座");
        RosterEyes roster = new RosterEyes(DayTablet.opened(today, WorkshopActivity.class));
        for (RecordKey worker : workers) {
            Stage.tap(roster.row(name(worker)));
        }

        assertThat(roster.count()).startsWith("出席 30 / 名簿 30");
        note("30 present, from the start screen", taps, 35);
    }

    @Test
    public void lateComer_onTheRoster() {
        List<RecordKey> workers = brewery.workers(workplace, 30);
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        workers.forEach(worker -> expect(workshop, worker));
        RosterEyes roster = RosterEyes.open(workshop);
        Taps taps = Taps.fromHere();

        Stage.tap(roster.activity().findViewById(R.id.roster_search));
        type(roster.activity(), R.id.roster_search, "かとう");
        Stage.tap(roster.row("加藤 美咲").findViewById(R.id.row_late));

        assertThat(roster.count()).contains("遅刻 1");
        note("a late-comer", taps, 2);
    }

    @Test
    public void newVisit_toTheFirstLetter() {
        brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-08")
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                .build());
        TodayActivity today = Stage.open(TodayActivity.class).get();
        Taps taps = Taps.fromHere();

        Stage.tap(today.findViewById(R.id.today_recent_visit));
        VisitActivity visit = DayTablet.opened(today, VisitActivity.class);

        assertThat(visit.<View>findViewById(R.id.visit_needs).isFocused()).isTrue();
        note("a new visit, from the start screen to the first letter", taps, 2);
    }

    @Test
    public void thirtyItems_ofOneChoiceEach() {
        String version = PublishedForm.onTablet("licensed_30_items").toString();
        FillActivity sheet = Stage.open(
                        FillActivity.class,
                        FillActivity.to(
                                Stage.app(),
                                Brewery.TEAM,
                                Response.newBuilder().setFormVersionId(version).build()))
                .get();
        Taps taps = Taps.fromHere();

        for (int item = 0; item < 30; item++) {
            new Eyes(sheet).tap("段階 1(許諾された文言を入れる)");
        }
        Stage.tap(sheet.findViewById(R.id.fill_next));

        assertThat(sheet.isFinishing()).isTrue();
        note("a questionnaire of 30 items", taps, 31);
    }

    private void expect(RecordKey workshop, RecordKey worker) {
        brewery.save(Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(worker.id().toString())
                .setMark(AttendanceMark.newBuilder().setState(AttendanceState.ATTENDANCE_STATE_REGISTERED))
                .build());
    }

    private static String name(RecordKey worker) {
        return Stage.parts()
                .tablet()
                .show(worker)
                .as(Participant.getDefaultInstance())
                .getName();
    }

    private static void type(Activity screen, int field, String text) {
        EditText view = screen.findViewById(field);
        view.setText(text);
        Stage.settle();
    }
}
