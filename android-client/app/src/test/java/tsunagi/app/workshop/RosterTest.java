package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.DialogInterface;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.chip.ChipGroup;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.Taps;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.participant.Person;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceMethod;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class RosterTest {
    private Brewery brewery;
    private RecordKey workplace;
    private RecordKey workshop;
    private List<RecordKey> workers;

    @Before
    public void aLectureWithThirtyWorkers() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workers = brewery.workers(workplace, 30);
        workshop = brewery.workshop(workplace, "2024-07-26");
        workers.forEach(worker -> register(worker));
    }

    private void register(RecordKey worker) {
        mark(worker, AttendanceState.ATTENDANCE_STATE_REGISTERED);
    }

    private void mark(RecordKey worker, AttendanceState state) {
        brewery.save(Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(worker.id().toString())
                .setMark(AttendanceMark.newBuilder().setState(state))
                .build());
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private AttendanceMark saved(RecordKey worker) {
        return tablet().show(Attendances.key(workshop, worker.id().toString()))
                .as(Attendance.getDefaultInstance())
                .getMark();
    }

    @Test
    public void tap_whenThirtyPeopleCome_takesThirtyOneTapsFromTheListOfWorkshops() {
        WorkshopsActivity section = Stage.open(WorkshopsActivity.class).get();
        Taps taps = Taps.fromHere();
        Stage.draw(section, "workshops");
        RecyclerView lines = section.findViewById(R.id.workshops_list);
        Stage.tap(lines.findViewHolderForAdapterPosition(1).itemView);
        assertThat(Shadows.shadowOf(section)
                        .getNextStartedActivity()
                        .getComponent()
                        .getClassName())
                .isEqualTo(WorkshopActivity.class.getName());

        RosterScreen screen = RosterScreen.open(workshop);
        for (int i = 0; i < 30; i++) {
            Stage.tap(screen.row(i));
        }

        assertThat(taps.count()).isEqualTo(31);
        assertThat(screen.count()).isEqualTo("出席 30 / 名簿 30");
        assertThat(workers).allSatisfy(worker -> assertThat(saved(worker).getState())
                .isEqualTo(AttendanceState.ATTENDANCE_STATE_PRESENT));
        Stage.draw(screen.activity, "workshop-roster-present");
    }

    @Test
    public void tap_whenTheRowSaysPresent_isOnDiskWithTimeWayAndPerson() {
        RosterScreen screen = RosterScreen.open(workshop);

        Stage.tap(screen.row("佐々木 太郎"));

        assertThat(screen.state("佐々木 太郎")).isEqualTo("出席");
        AttendanceMark mark = saved(workers.get(0));
        assertThat(mark.getMarkedAtMs()).isEqualTo(Stage.parts().nowMs());
        assertThat(mark.getMethod()).isEqualTo(AttendanceMethod.ATTENDANCE_METHOD_ROSTER_TAP);
        assertThat(mark.getMarkingPersonId()).isEqualTo(Brewery.NURSE);
    }

    @Test
    public void tap_whenTappedAgain_takesItBackAndUndoBringsItBack() {
        RosterScreen screen = RosterScreen.open(workshop);
        Stage.tap(screen.row("佐々木 太郎"));
        long markedAtMs = saved(workers.get(0)).getMarkedAtMs();
        Stage.app().time().pass(Duration.ofMinutes(1));

        Stage.tap(screen.row("佐々木 太郎"));
        assertThat(screen.state("佐々木 太郎")).isEqualTo("未確認");
        Stage.draw(screen.activity, "workshop-roster-undo");
        screen.undo();

        assertThat(screen.state("佐々木 太郎")).isEqualTo("出席");
        assertThat(saved(workers.get(0)).getMarkedAtMs()).isEqualTo(markedAtMs);
    }

    @Test
    public void everyone_whenSomeAreLateAbsentOrLeft_leavesThemAsTheyAre() {
        RosterScreen screen = RosterScreen.open(workshop);
        screen.tapIn("佐々木 太郎", R.id.row_late);
        screen.tapIn("高橋 花子", R.id.row_absent);
        screen.tapIn("渡邉 健一", R.id.row_left);

        Stage.tap(screen.activity.findViewById(R.id.roster_everyone));

        assertThat(saved(workers.get(0)).getState()).isEqualTo(AttendanceState.ATTENDANCE_STATE_LATE);
        assertThat(saved(workers.get(1)).getState()).isEqualTo(AttendanceState.ATTENDANCE_STATE_ABSENT);
        assertThat(saved(workers.get(2)).getState()).isEqualTo(AttendanceState.ATTENDANCE_STATE_LEFT_EARLY);
        assertThat(screen.count()).isEqualTo("出席 29 / 名簿 30 ・ 遅刻 1 ・ 早退 1 ・ 欠席 1");
        Stage.draw(screen.activity, "workshop-roster-marks");
        screen.undo();
        assertThat(screen.count()).isEqualTo("出席 2 / 名簿 30 ・ 遅刻 1 ・ 早退 1 ・ 欠席 1 ・ 未確認 27");
    }

    @Test
    public void latecomer_whenOnTheRoster_takesTwoTaps() {
        RosterScreen screen = RosterScreen.open(workshop);
        Taps taps = Taps.fromHere();

        Stage.tap(screen.activity.findViewById(R.id.roster_search));
        screen.type("かとう");
        screen.tapIn("加藤 美咲", R.id.row_late);

        assertThat(taps.count()).isEqualTo(2);
        assertThat(screen.state("加藤 美咲")).isEqualTo("遅刻");
    }

    @Test
    public void latecomer_whenKnownAndNotOnTheRoster_isAddedLateInTwoTaps() {
        RecordKey cook = brewery.save(Participant.newBuilder()
                .setName("安藤 みどり")
                .setNameReading("あんどう みどり")
                .setWorkplaceId(workplace.id().toString())
                .build());
        RosterScreen screen = RosterScreen.open(workshop);
        Taps taps = Taps.fromHere();

        Stage.tap(screen.activity.findViewById(R.id.roster_search));
        screen.type("アンド");
        Stage.draw(screen.activity, "workshop-roster-search");
        Stage.tap(screen.newcomer("あんどう").findViewById(R.id.newcomer_late));

        assertThat(taps.count()).isEqualTo(2);
        assertThat(saved(cook).getState()).isEqualTo(AttendanceState.ATTENDANCE_STATE_LATE);
        assertThat(screen.count()).isEqualTo("出席 1 / 名簿 31 ・ 遅刻 1 ・ 未確認 30");
        assertThat(screen.list().getAdapter().getItemCount()).isEqualTo(31);
    }

    @Test
    public void latecomer_whenNobodyWroteThePersonDown_isMadeWithNameAndWorkplaceInTwoTaps() {
        RosterScreen screen = RosterScreen.open(workshop);

        screen.type("　もり しげこ ");
        Stage.tap(screen.newcomer("つなぎ酒造"));

        RecordView made = tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_PARTICIPANT_VALUE).stream()
                .filter(view ->
                        view.as(Participant.getDefaultInstance()).getName().equals("もり しげこ"))
                .findFirst()
                .orElseThrow(AssertionError::new);
        Participant participant = made.as(Participant.getDefaultInstance());
        assertThat(participant.getNameReading()).isEqualTo("もり しげこ");
        assertThat(participant.getWorkplaceId()).isEqualTo(workplace.id().toString());
        assertThat(saved(made.key()).getState()).isEqualTo(AttendanceState.ATTENDANCE_STATE_PRESENT);

        screen.undo();
        assertThat(tablet().show(made.key()).isAlive()).isFalse();
        assertThat(screen.count()).isEqualTo("出席 0 / 名簿 30 ・ 未確認 30");
    }

    @Test
    public void walkIn_whenWrittenDownOnTwoTablets_isAskedAboutAndThenCountsAsOne() {
        RecordKey here = brewery.save(Participant.newBuilder()
                .setName("森 茂子")
                .setNameReading("もり しげこ")
                .setWorkplaceId(workplace.id().toString())
                .build());
        RecordKey there =
                brewery.save(Participant.newBuilder().setName("モリ シゲコ").build());
        mark(here, AttendanceState.ATTENDANCE_STATE_PRESENT);
        mark(there, AttendanceState.ATTENDANCE_STATE_LATE);
        RosterScreen screen = RosterScreen.open(workshop);
        assertThat(screen.count()).startsWith("出席 2 / 名簿 32");

        View question = screen.row("森 茂子").findViewById(R.id.row_question);
        assertThat(((TextView) question).getText().toString()).isEqualTo("同じ人ではありませんか（モリ シゲコ）");
        Stage.draw(screen.activity, "workshop-roster-same");
        Stage.tap(question);
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        assertThat(((TextView) dialog.findViewById(android.R.id.message))
                        .getText()
                        .toString())
                .contains("とりまとめ担当が確認してから");
        Stage.draw(dialog.getWindow().getDecorView(), "workshop-roster-same-dialog");
        Stage.tap(dialog.getButton(DialogInterface.BUTTON_POSITIVE));

        assertThat(screen.count()).startsWith("出席 1 / 名簿 31 ・ 遅刻 1");
        assertThat(screen.state("森 茂子")).isEqualTo("遅刻");
        assertThat(tablet().show(there).state().life().successor()).contains(here.id());
        Stage.tap(screen.row("森 茂子").findViewById(R.id.row_absent));
        assertThat(screen.count()).startsWith("出席 0 / 名簿 31 ・ 欠席 1");
        assertThat(saved(here)).isEqualTo(saved(there));
    }

    @Test
    public void walkIn_whenJoinedByMistake_isTwoPeopleAgain() {
        RecordKey here = brewery.save(Participant.newBuilder().setName("森 茂子").build());
        RecordKey there = brewery.save(Participant.newBuilder().setName("森茂子").build());
        mark(here, AttendanceState.ATTENDANCE_STATE_PRESENT);
        mark(there, AttendanceState.ATTENDANCE_STATE_LATE);
        RosterScreen screen = RosterScreen.open(workshop);
        Stage.tap(screen.row("森 茂子").findViewById(R.id.row_question));
        Stage.tap(((AlertDialog) ShadowDialog.getLatestDialog()).getButton(DialogInterface.BUTTON_POSITIVE));
        assertThat(screen.count()).startsWith("出席 1 / 名簿 31");
        TextView said = screen.activity.findViewById(com.google.android.material.R.id.snackbar_text);
        assertThat(said.getText().toString()).contains("とりまとめ担当が確認すると");
        Stage.draw(screen.activity, "workshop-roster-joined");

        screen.undo();

        assertThat(screen.count()).startsWith("出席 2 / 名簿 32 ・ 遅刻 1");
        assertThat(tablet().show(here).isAlive()).isTrue();
        assertThat(tablet().show(there).isAlive()).isTrue();
    }

    @Test
    public void walkIn_whenASupervisorIsAsked_isJoinedWithoutFurtherAdo() {
        Stage.parts().users().choose(brewery.user(Brewery.SUPERVISOR));
        RecordKey here = brewery.save(Participant.newBuilder().setName("森 茂子").build());
        RecordKey there = brewery.save(Participant.newBuilder().setName("森茂子").build());
        mark(here, AttendanceState.ATTENDANCE_STATE_PRESENT);
        mark(there, AttendanceState.ATTENDANCE_STATE_PRESENT);
        RosterScreen screen = RosterScreen.open(workshop);

        Stage.tap(screen.row("森 茂子").findViewById(R.id.row_question));

        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        assertThat(((TextView) dialog.findViewById(android.R.id.message))
                        .getText()
                        .toString())
                .doesNotContain("確認してから");
    }

    @Test
    public void edit_whenANameWasMisspelt_isMendedFromTheRow() {
        RosterScreen screen = RosterScreen.open(workshop);
        PersonEdit.ask(
                screen.activity,
                Person.of(tablet().show(workers.get(0))),
                WorkshopPage.of(Stage.parts(), screen.activity, workshop));
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        dialog.<EditText>findViewById(R.id.person_name).setText("笹木 太郎");
        ChipGroup employments = dialog.findViewById(R.id.person_employments);
        employments.check(
                employments.findViewWithTag(Employment.EMPLOYMENT_AGENCY).getId());
        Stage.draw(dialog.getWindow().getDecorView(), "workshop-roster-person");
        Stage.tap(dialog.getButton(DialogInterface.BUTTON_POSITIVE));

        Participant mended = tablet().show(workers.get(0)).as(Participant.getDefaultInstance());
        assertThat(mended.getName()).isEqualTo("笹木 太郎");
        assertThat(mended.getEmployment()).isEqualTo(Employment.EMPLOYMENT_AGENCY);
        assertThat(mended.getNameReading()).isEqualTo("ささき たろう");
        assertThat(screen.state("笹木 太郎")).isEqualTo("未確認");
    }

    @Test
    public void walkIn_whenSaidToBeTwoPeople_isNotAskedAgain() {
        RecordKey here = brewery.save(Participant.newBuilder().setName("森 茂子").build());
        RecordKey there = brewery.save(Participant.newBuilder().setName("森茂子").build());
        mark(here, AttendanceState.ATTENDANCE_STATE_PRESENT);
        mark(there, AttendanceState.ATTENDANCE_STATE_PRESENT);
        RosterScreen screen = RosterScreen.open(workshop);

        Stage.tap(screen.row("森 茂子").findViewById(R.id.row_question));
        Stage.tap(((AlertDialog) ShadowDialog.getLatestDialog()).getButton(DialogInterface.BUTTON_NEGATIVE));

        assertThat(screen.row("森 茂子").findViewById(R.id.row_question).getVisibility())
                .isEqualTo(View.GONE);
        assertThat(screen.count()).startsWith("出席 2 / 名簿 32");
    }

    @Test
    public void register_whenTheRosterIsEmpty_putsThePeopleOfTheWorkplaceOnIt() {
        RecordKey evening = brewery.workshop(workplace, "2024-07-27");
        RosterScreen screen = RosterScreen.open(evening);
        Stage.draw(screen.activity, "workshop-roster-empty");

        Stage.tap(screen.activity.findViewById(R.id.roster_empty_register));

        assertThat(screen.count()).isEqualTo("出席 0 / 名簿 30 ・ 未確認 30");
        Stage.draw(screen.activity, "workshop-roster-open");
    }
}
