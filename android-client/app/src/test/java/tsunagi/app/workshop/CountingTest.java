package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.DialogInterface;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.TextView;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.tabs.TabLayout;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class CountingTest {
    private static final String OTHER_TABLET = "01900000-0000-7000-8000-00000000c001";

    private Brewery brewery;
    private RecordKey workplace;
    private RecordKey workshop;

    @Before
    public void anEveningTalkAtTheBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workshop = brewery.workshop(workplace, "2024-07-26");
    }

    private Workshop saved() {
        return Stage.parts().tablet().show(workshop).as(Workshop.getDefaultInstance());
    }

    private TallySheet own() {
        return saved().getTallySheetsOrThrow(
                        Tally.key(Stage.parts().tablet().device().id(), workshop));
    }

    private void attended(RecordKey person, AttendanceState state) {
        brewery.save(Attendance.newBuilder()
                .setWorkshopId(workshop.id().toString())
                .setParticipantId(person.id().toString())
                .setMark(AttendanceMark.newBuilder().setState(state))
                .build());
    }

    private static void turnTo(WorkshopActivity activity, int tab) {
        TabLayout tabs = activity.findViewById(R.id.workshop_tabs);
        tabs.selectTab(tabs.getTabAt(tab));
        Stage.settle();
    }

    private static View counter(WorkshopActivity activity, String words) {
        ViewGroup counters = activity.findViewById(R.id.tally_counters);
        for (int i = 0; i < counters.getChildCount(); i++) {
            TextView shown = counters.getChildAt(i).findViewById(R.id.counter_words);
            if (shown.getText().toString().equals(words)) {
                return counters.getChildAt(i);
            }
        }
        throw new AssertionError("no counter " + words);
    }

    private static void tapSplit(WorkshopActivity activity, Split split) {
        Stage.tap(activity.findViewById(R.id.tally_splits).findViewWithTag(split));
    }

    private static String text(WorkshopActivity activity, int id) {
        return activity.<TextView>findViewById(id).getText().toString();
    }

    private void otherTabletCounts(int people) {
        Draft draft = Stage.parts()
                .tablet()
                .edit(workshop)
                .set(Workshop.newBuilder()
                        .putTallySheets(
                                OTHER_TABLET,
                                TallySheet.newBuilder()
                                        .setCountingPersonId(Brewery.THERAPIST)
                                        .setCountedWhere("東側入口")
                                        .addRows(TallyRow.newBuilder().setPeople(people))
                                        .build())
                        .build());
        Stage.parts().tablet().save(draft, Brewery.THERAPIST);
    }

    @Test
    public void count_whenTappedFasterThanTheDisk_countsEachTapAndKeepsIt() {
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 1);
        tapSplit(activity, Split.EMPLOYMENT);

        for (int i = 0; i < 12; i++) {
            counter(activity, "正社員").findViewById(R.id.counter_more).performClick();
        }
        Stage.settle();
        Stage.tap(counter(activity, "パート・アルバイト").findViewById(R.id.counter_more));
        Stage.tap(counter(activity, "正社員").findViewById(R.id.counter_less));

        assertThat(own().getRowsList())
                .containsExactlyInAnyOrder(
                        TallyRow.newBuilder()
                                .setPeople(11)
                                .setEmployment(Employment.EMPLOYMENT_REGULAR)
                                .build(),
                        TallyRow.newBuilder()
                                .setPeople(1)
                                .setEmployment(Employment.EMPLOYMENT_PART_TIME)
                                .build());
        assertThat(own().getCountingPersonId()).isEqualTo(Brewery.NURSE);
        assertThat(text(activity, R.id.workshop_count)).isEqualTo("名簿 0 人 ・ 人数のみ 12");
        Stage.draw(activity, "workshop-tally-employment");
    }

    @Test
    public void count_whenTheProcessWasKilled_goesOnInTheSameSheet() {
        RosterScreen screen = RosterScreen.open(workshop);
        turnTo(screen.activity, 1);
        Stage.tap(counter(screen.activity, "人数").findViewById(R.id.counter_more));
        screen.controller.pause().stop().destroy();

        WorkshopActivity again = RosterScreen.open(workshop).activity;
        turnTo(again, 1);
        Stage.tap(counter(again, "人数").findViewById(R.id.counter_more));

        assertThat(saved().getTallySheetsCount()).isEqualTo(1);
        assertThat(own().getRows(0).getPeople()).isEqualTo(2);
    }

    @Test
    public void count_whenTheSplitIsChanged_losesNobody() {
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 1);
        Stage.tap(counter(activity, "人数").findViewById(R.id.counter_more));

        tapSplit(activity, Split.DEPARTMENT);
        Stage.tap(counter(activity, "製造").findViewById(R.id.counter_more));

        assertThat(text(activity, R.id.tally_total)).isEqualTo("人数のみ 合計 2 人");
        assertThat(counter(activity, "人数").isShown()).isTrue();
        Stage.draw(activity, "workshop-tally-department");
    }

    @Test
    public void otherSheets_whenTheyCountOtherPeople_addUpAndOtherwiseNot() {
        otherTabletCounts(14);
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 1);
        Stage.tap(counter(activity, "人数").findViewById(R.id.counter_more));
        assertThat(text(activity, R.id.tally_total)).isEqualTo("人数のみ 合計 15 人");

        Stage.tap(activity.findViewById(R.id.tally_repeat));

        assertThat(text(activity, R.id.tally_total)).isEqualTo("人数のみ 合計 1 人");
        assertThat(saved().getRepeatedTallyKeysList()).containsExactly(OTHER_TABLET);
        Stage.draw(activity, "workshop-tally-others");
        Stage.tap(activity.findViewById(R.id.tally_repeat));
        assertThat(saved().getRepeatedTallyKeysList()).isEmpty();
    }

    @Test
    public void basis_whenChosen_saysWhichFigureIsTheNumberOfParticipants() {
        RecordKey worker = brewery.workers(workplace, 1).get(0);
        attended(worker, AttendanceState.ATTENDANCE_STATE_LATE);
        otherTabletCounts(14);
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 3);
        assertThat(text(activity, R.id.summary_participants)).isEqualTo("参加 1 人");

        turnTo(activity, 1);
        Stage.tap(activity.findViewById(R.id.tally_basis_both));
        turnTo(activity, 3);

        assertThat(saved().getCountingBasis()).isEqualTo(CountingBasis.COUNTING_BASIS_NAMES_AND_TALLIES);
        assertThat(text(activity, R.id.summary_participants)).isEqualTo("参加 15 人");
        turnTo(activity, 1);
        Stage.tap(activity.findViewById(R.id.tally_basis_tallies));
        assertThat(text(activity, R.id.summary_participants)).isEqualTo("参加 14 人");
    }

    @Test
    public void close_whenHeld_saysTotalsAndWhatIsMissing() {
        brewery.workers(workplace, 5).forEach(worker -> attended(worker, AttendanceState.ATTENDANCE_STATE_PRESENT));
        RecordKey newcomer = brewery.workers(workplace, 6).get(5);
        attended(newcomer, AttendanceState.ATTENDANCE_STATE_REGISTERED);
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 3);
        Stage.draw(activity, "workshop-summary");

        Stage.tap(activity.findViewById(R.id.summary_held));

        assertThat(saved().getOutcome().getState()).isEqualTo(WorkshopState.WORKSHOP_STATE_HELD);
        assertThat(text(activity, R.id.summary_participants)).isEqualTo("参加 5 人");
        assertThat(text(activity, R.id.summary_season)).isEqualTo("株式会社つなぎ酒造 の今年度：1 回、名簿で延べ 5 人・実 5 人");
        assertThat(texts(activity.findViewById(R.id.summary_splits))).contains("正社員 3 人 ・ パート・アルバイト 2 人");
        assertThat(texts(activity.findViewById(R.id.summary_missing))).contains("出欠が未確認の人が 1 人います。");
        Stage.draw(activity, "workshop-summary-held");
    }

    @Test
    public void close_whenCancelled_keepsTheReason() {
        WorkshopActivity activity = RosterScreen.open(workshop).activity;
        turnTo(activity, 3);

        Stage.tap(activity.findViewById(R.id.summary_cancelled));
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        dialog.<EditText>findViewById(R.id.summary_why).setText("大雪のため");
        Stage.tap(dialog.getButton(DialogInterface.BUTTON_POSITIVE));

        assertThat(saved().getOutcome().getState()).isEqualTo(WorkshopState.WORKSHOP_STATE_CANCELLED);
        assertThat(saved().getOutcome().getReason()).isEqualTo("大雪のため");
        assertThat(text(activity, R.id.summary_reason)).isEqualTo("理由：大雪のため");
    }

    private static String texts(View view) {
        StringBuilder texts = new StringBuilder();
        if (view instanceof TextView text) {
            texts.append(text.getText()).append('\n');
        } else if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                texts.append(texts(group.getChildAt(i)));
            }
        }
        return texts.toString();
    }
}
