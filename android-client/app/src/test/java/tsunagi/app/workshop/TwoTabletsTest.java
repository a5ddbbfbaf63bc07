package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.change.Reading;
import tsunagi.change.Stamp;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class TwoTabletsTest {
    private Brewery brewery;
    private RecordKey workshop;
    private List<RecordKey> workers;

    @Before
    public void twentyExpectedAndKnownToAll() {
        brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        workers = brewery.workers(workplace, 20);
        workshop = brewery.workshop(workplace, "2024-07-26");
        for (RecordKey worker : workers) {
            brewery.save(attendance(worker, AttendanceState.ATTENDANCE_STATE_REGISTERED, Brewery.NURSE));
        }
        OtherTablet.knows(tablet());
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private Attendance attendance(RecordKey worker, AttendanceState state, String by) {
        return Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(worker.id().toString())
                .setMark(AttendanceMark.newBuilder()
                        .setState(state)
                        .setMarkedAtMs(Stage.parts().nowMs())
                        .setMarkingPersonId(by))
                .build();
    }

    private RecordKey key(RecordKey worker) {
        return Attendances.key(workshop, worker.id().toString());
    }

    /** The nurse and the therapist say different things of the first worker. */
    private void dispute(AttendanceState nurses, AttendanceState therapists) {
        RecordKey worker = workers.get(0);
        OtherTablet.disputes(
                tablet(),
                key(worker),
                attendance(worker, nurses, Brewery.NURSE),
                Brewery.NURSE,
                RosterReader.MARK,
                attendance(worker, therapists, Brewery.THERAPIST),
                Brewery.THERAPIST);
    }

    @Test
    public void arrival_whenTheOtherTabletMarkedSome_showsThemAndLeavesWhatIsTyped() {
        RosterScreen screen = RosterScreen.open(workshop);
        Stage.tap(screen.row("佐々木 太郎"));
        screen.type("たか");
        int found = screen.rows();

        OtherTablet.writes(
                tablet(),
                key(workers.get(1)),
                attendance(workers.get(1), AttendanceState.ATTENDANCE_STATE_LATE, Brewery.THERAPIST));
        screen.activity.reload();
        Stage.settle();

        EditText field = screen.activity.findViewById(R.id.roster_search);
        assertThat(field.getText().toString()).isEqualTo("たか");
        assertThat(screen.rows()).isEqualTo(found);
        assertThat(screen.state("高橋 花子")).isEqualTo("遅刻");
        assertThat(screen.count()).isEqualTo("出席 2 / 名簿 20 ・ 遅刻 1 ・ 未確認 18");
    }

    @Test
    public void tap_whenTheRowWasDrawnBeforeTheOtherTabletsWord_isBasedOnWhatWasSeen() {
        RosterScreen screen = RosterScreen.open(workshop);
        RecordKey attendance = key(workers.get(0));
        Stamp seen = tablet().show(attendance).state().stampOf(RosterReader.MARK);

        OtherTablet.writes(
                tablet(),
                attendance,
                attendance(workers.get(0), AttendanceState.ATTENDANCE_STATE_ABSENT, Brewery.THERAPIST));
        Stage.tap(screen.row("佐々木 太郎"));

        RecordView view = tablet().show(attendance);
        Reading reading =
                tablet().reader().read(Brewery.TEAM, view.onTop().get(0).wire());
        assertThat(((Reading.Readable) reading).change().seenIn(RosterReader.MARK))
                .isEqualTo(seen);
    }

    @Test
    public void dispute_whenTheOtherSaysAbsent_showsBothWithWhoAndIsDecidedThere() {
        dispute(AttendanceState.ATTENDANCE_STATE_PRESENT, AttendanceState.ATTENDANCE_STATE_ABSENT);
        RosterScreen screen = RosterScreen.open(workshop);

        assertThat(screen.state("佐々木 太郎")).isEqualTo("食い違い");
        TextView question = screen.row("佐々木 太郎").findViewById(R.id.row_question);
        assertThat(question.getText().toString()).contains("出席 10:42（山田 明子）").contains("欠席 10:42（佐藤 健）");
        Stage.draw(screen.activity, "workshop-roster-dispute");
        Stage.tap(screen.row("佐々木 太郎"));
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        Stage.draw(dialog.getWindow().getDecorView(), "workshop-roster-dispute-dialog");
        View absent = dialog.getListView().getChildAt(1);
        dialog.getListView().performItemClick(absent, 1, 1);
        Stage.settle();

        assertThat(screen.state("佐々木 太郎")).isEqualTo("欠席");
        assertThat(tablet().show(key(workers.get(0))).state().conflicts()).isEmpty();
    }

    @Test
    public void dispute_whenAButtonOfTheRowIsTapped_isDecidedByIt() {
        dispute(AttendanceState.ATTENDANCE_STATE_PRESENT, AttendanceState.ATTENDANCE_STATE_ABSENT);
        RosterScreen screen = RosterScreen.open(workshop);

        screen.tapIn("佐々木 太郎", R.id.row_late);

        assertThat(screen.state("佐々木 太郎")).isEqualTo("遅刻");
        assertThat(tablet().show(key(workers.get(0))).state().conflicts()).isEmpty();
    }

    @Test
    public void everyone_whenSomeIsDisputed_leavesTheDispute() {
        dispute(AttendanceState.ATTENDANCE_STATE_ABSENT, AttendanceState.ATTENDANCE_STATE_PRESENT);
        RosterScreen screen = RosterScreen.open(workshop);

        Stage.tap(screen.activity.findViewById(R.id.roster_everyone));

        assertThat(screen.count()).isEqualTo("出席 19 / 名簿 20 ・ 欠席 1 ・ 食い違い 1");
    }
}
