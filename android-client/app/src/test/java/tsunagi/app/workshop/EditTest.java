package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.DialogInterface;
import android.content.Intent;
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
import org.robolectric.Shadows;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class EditTest {
    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void theBrewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static Workshop saved(RecordKey workshop) {
        return tablet().show(workshop).as(Workshop.getDefaultInstance());
    }

    private static ActivityController<WorkshopEditActivity> open(Intent intent) {
        return Stage.open(WorkshopEditActivity.class, intent);
    }

    private static void type(WorkshopEditActivity screen, int id, String words) {
        EditText field = screen.findViewById(id);
        field.requestFocus();
        field.setText(words);
        Stage.settle();
    }

    @Test
    public void save_whenOnlyATitleWasTyped_makesAWorkshopOfTodayGivenByWhoeverHoldsTheTablet() {
        WorkshopEditActivity screen =
                open(WorkshopEditActivity.toNewAt(Stage.app(), workplace)).get();
        Stage.draw(screen, "workshop-edit-new");
        type(screen, R.id.edit_name, "肩こり予防講座");
        Stage.tap(screen.findViewById(R.id.edit_save));

        RecordKey made = WorkshopActivity.key(Shadows.shadowOf(screen).getNextStartedActivity());
        Workshop workshop = saved(made);
        assertThat(workshop.getTitle()).isEqualTo("肩こり予防講座");
        assertThat(workshop.getHeldOn()).isEqualTo("2024-07-26");
        assertThat(workshop.getMode()).isEqualTo(HoldingMode.HOLDING_MODE_ON_SITE);
        assertThat(workshop.getHostingBodyId()).isEqualTo(Brewery.CITY);
        assertThat(workshop.getMembersOrThrow(Brewery.NURSE).getRole()).isEqualTo(StaffRole.STAFF_ROLE_INSTRUCTOR);
        assertThat(workshop.getParticipatingWorkplaceIdsList())
                .containsExactly(workplace.id().toString());
        assertThat(tablet().drafts()).isEmpty();
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    public void draft_whenTheProcessIsKilled_goesOnWhereItWas() {
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        ActivityController<WorkshopEditActivity> first = open(WorkshopEditActivity.to(Stage.app(), workshop));
        type(first.get(), R.id.edit_notes, "質問が多かった");
        type(first.get(), R.id.edit_place, "");
        first.pause().stop().destroy();

        WorkshopEditActivity again =
                open(WorkshopEditActivity.to(Stage.app(), workshop)).get();

        assertThat(again.<EditText>findViewById(R.id.edit_notes).getText().toString())
                .isEqualTo("質問が多かった");
        assertThat(again.<EditText>findViewById(R.id.edit_place).getText().toString())
                .isEmpty();
        Stage.tap(again.findViewById(R.id.edit_save));
        assertThat(saved(workshop).getNotes()).isEqualTo("質問が多かった");
        assertThat(saved(workshop).getPlace()).isEmpty();
        assertThat(saved(workshop).getTitle()).isEqualTo("腰痛予防ミニ講座");
    }

    @Test
    public void draft_whenNothingWasEntered_leavesNothingBehind() {
        ActivityController<WorkshopEditActivity> controller = open(WorkshopEditActivity.toNew(Stage.app()));
        controller.get().findViewById(R.id.edit_notes).requestFocus();
        Stage.settle();
        controller.get().finish();
        Stage.settle();

        assertThat(tablet().drafts()).isEmpty();
    }

    @Test
    public void workplace_whenFoundAsOneTypes_takesPart() {
        RecordKey mill = brewery.save(Workplace.newBuilder()
                .setName("山里製作所")
                .setNameReading("やまざとせいさくしょ")
                .build());
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        WorkshopEditActivity screen =
                open(WorkshopEditActivity.to(Stage.app(), workshop)).get();

        Stage.tap(screen.findViewById(R.id.edit_workplace_add));
        EditText search = ShadowDialog.getLatestDialog().findViewById(R.id.workplace_search);
        search.setText("ヤマザト");
        Stage.settle();
        View found = ShadowDialog.getLatestDialog().findViewById(R.id.workplace_found);
        Stage.draw(ShadowDialog.getLatestDialog().getWindow().getDecorView(), "workshop-edit-workplace");
        Stage.tap(
                (View) found.<TextView>findViewById(R.id.row_title).getParent().getParent());
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(workshop).getParticipatingWorkplaceIdsList())
                .containsExactly(workplace.id().toString(), mill.id().toString());
        assertThat(saved(workshop).getWorkplaceId()).isEqualTo(workplace.id().toString());
    }

    @Test
    public void edit_whenAnotherTabletChangedTheSameField_showsItBesideAndLeavesWhatIsTyped() {
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        OtherTablet.knows(tablet());
        ActivityController<WorkshopEditActivity> controller = open(WorkshopEditActivity.to(Stage.app(), workshop));
        WorkshopEditActivity screen = controller.get();
        type(screen, R.id.edit_place, "会議室");

        OtherTablet.writes(
                tablet(), workshop, saved(workshop).toBuilder().setPlace("商工会館").build());
        screen.reload();
        Stage.settle();

        assertThat(screen.<EditText>findViewById(R.id.edit_place).getText().toString())
                .isEqualTo("会議室");
        assertThat(screen.<TextView>findViewById(R.id.edit_moved).getText().toString())
                .contains("商工会館");
        Stage.draw(screen, "workshop-edit-moved");
    }

    @Test
    public void parts_whenAPersonASegmentAndALeafletAreAdded_areSavedTogether() {
        RecordKey leaflet =
                brewery.save(Material.newBuilder().setTitle("腰痛予防リーフレット").build());
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        WorkshopEditActivity screen =
                open(WorkshopEditActivity.to(Stage.app(), workshop)).get();

        Stage.tap(screen.findViewById(R.id.edit_staff_add));
        choose(1);
        Stage.tap(screen.findViewById(R.id.edit_segment_add));
        ShadowDialog.getLatestDialog()
                .<EditText>findViewById(R.id.segment_title)
                .setText("腰痛体操");
        ShadowDialog.getLatestDialog()
                .<EditText>findViewById(R.id.segment_starts)
                .setText("１５３０");
        ShadowDialog.getLatestDialog()
                .<EditText>findViewById(R.id.segment_minutes)
                .setText("30");
        ViewGroup staff = ShadowDialog.getLatestDialog().findViewById(R.id.segment_staff);
        Stage.tap(staff.getChildAt(0));
        Stage.draw(ShadowDialog.getLatestDialog().getWindow().getDecorView(), "workshop-edit-segment");
        save();
        Stage.tap(screen.findViewById(R.id.edit_material_add));
        choose(0);
        ShadowDialog.getLatestDialog().<EditText>findViewById(R.id.edit_copies).setText("30");
        save();
        Stage.draw(screen, "workshop-edit-parts");
        Stage.tap(screen.findViewById(R.id.edit_save));

        Workshop saved = saved(workshop);
        assertThat(saved.getMembersOrThrow(Brewery.THERAPIST).getRole()).isEqualTo(StaffRole.STAFF_ROLE_INSTRUCTOR);
        assertThat(saved.getSegmentsMap().values())
                .containsExactly(Segment.newBuilder()
                        .setTitle("腰痛体操")
                        .setStartsAt("15:30")
                        .setDurationMinutes(30)
                        .addInstructorKeys(Brewery.THERAPIST)
                        .build());
        assertThat(saved.getMaterialsOrThrow(leaflet.id().toString()).getCopies())
                .isEqualTo(30);
        WorkshopActivity page = RosterScreen.open(workshop).activity;
        TabLayout tabs = page.findViewById(R.id.workshop_tabs);
        tabs.selectTab(tabs.getTabAt(2));
        Stage.draw(page, "workshop-details");
    }

    private static void choose(int which) {
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        dialog.getListView().performItemClick(dialog.getListView().getChildAt(which), which, which);
        Stage.settle();
    }

    private static void save() {
        Stage.tap(((AlertDialog) ShadowDialog.getLatestDialog()).getButton(DialogInterface.BUTTON_POSITIVE));
    }

    @Test
    public void edit_whenEverythingIsLong_isDrawn() {
        StringBuilder words = new StringBuilder();
        String part = "とても長い記録👩‍⚕️ שלום ";
        while (words.length() + part.length() <= 5_000) {
            words.append(part);
        }
        brewery.save(Material.newBuilder().setTitle("腰痛予防リーフレット").build());
        RecordKey workshop = brewery.save(Workshop.newBuilder()
                .setTitle(words.toString())
                .setHeldOn("2024-07-26")
                .setPlace(words.toString())
                .setNotes(words.toString())
                .build());
        WorkshopEditActivity screen =
                open(WorkshopEditActivity.to(Stage.app(), workshop)).get();
        type(screen, R.id.edit_audience, words.toString());
        Stage.draw(screen, "workshop-edit-long");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(workshop).getAudience()).isEqualTo(words.toString());
        Stage.draw(RosterScreen.open(workshop).activity, "workshop-roster-long-title");
    }
}
