package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.EveryText;
import tsunagi.app.participant.Person;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Workshop;

/** Everything of a workshop that takes text, with very much of it, when the process ends before anybody saved. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class EveryTextOfAWorkshopTest {
    private static final String LONG = EveryText.text();

    private Brewery brewery;
    private RecordKey workplace;
    private RecordKey workshop;

    @Before
    public void theWorkshop() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workshop = brewery.workshop(workplace, "2024-07-26");
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private ActivityController<WorkshopEditActivity> edit() {
        return Stage.open(WorkshopEditActivity.class, WorkshopEditActivity.to(Stage.app(), workshop));
    }

    private static void kill(ActivityController<?> screen) {
        screen.pause().stop().destroy();
        Stage.app().killProcess();
    }

    private Map<Integer, String> typeInDialogAndSave() {
        View dialog = ShadowDialog.getLatestDialog().getWindow().getDecorView();
        Map<Integer, String> typed = EveryText.type(dialog);
        Stage.tap(dialog.findViewById(android.R.id.button1));
        return typed;
    }

    @Test
    public void workshop_whenTheProcessIsKilled_hasEveryTextWhole() {
        ActivityController<WorkshopEditActivity> screen = edit();
        Map<Integer, String> typed = EveryText.type(screen.get().getWindow().getDecorView());
        assertThat(typed).containsOnlyKeys(R.id.edit_name, R.id.edit_place, R.id.edit_audience, R.id.edit_notes);
        assertThat(typed.values()).containsOnly(LONG);

        kill(screen);

        assertThat(EveryText.read(edit().get().getWindow().getDecorView())).isEqualTo(typed);
    }

    @Test
    public void partsAndPeopleOfAWorkshop_whenTheProcessIsKilled_areWhole() {
        ActivityController<WorkshopEditActivity> screen = edit();
        Stage.tap(screen.get().findViewById(R.id.edit_segment_add));
        assertThat(typeInDialogAndSave()).containsOnlyKeys(R.id.segment_title);
        Stage.tap(screen.get().findViewById(R.id.edit_staff_add));
        androidx.appcompat.app.AlertDialog who = (androidx.appcompat.app.AlertDialog) ShadowDialog.getLatestDialog();
        int somebodyElse = who.getListView().getCount() - 1;
        who.getListView().performItemClick(null, somebodyElse, somebodyElse);
        Stage.settle();
        assertThat(typeInDialogAndSave()).containsOnlyKeys(R.id.line_answer);

        kill(screen);

        Workshop again = edit().get().draft().now();
        assertThat(again.getSegmentsMap().values())
                .extracting(Segment::getTitle)
                .containsExactly(LONG);
        assertThat(again.getMembersMap().values())
                .extracting(StaffMember::getName)
                .contains(LONG);
    }

    @Test
    public void participant_whenTheProcessIsKilled_hasNameAndReadingWhole() {
        RecordKey worker = brewery.workers(workplace, 1).get(0);
        ActivityController<WorkshopActivity> screen =
                Stage.open(WorkshopActivity.class, WorkshopActivity.to(Stage.app(), workshop));
        PersonEdit.ask(
                screen.get(), Person.of(tablet().show(worker)), WorkshopPage.of(Stage.parts(), screen.get(), workshop));
        assertThat(typeInDialogAndSave()).containsOnlyKeys(R.id.person_name, R.id.person_reading);

        kill(screen);

        Participant again = tablet().show(worker).as(Participant.getDefaultInstance());
        assertThat(again.getName()).isEqualTo(LONG);
        assertThat(again.getNameReading()).isEqualTo(LONG);
    }
}
