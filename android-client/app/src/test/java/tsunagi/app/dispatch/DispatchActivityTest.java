package tsunagi.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.view.View;
import android.view.ViewGroup;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.textfield.MaterialAutoCompleteTextView;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.EditHands;
import tsunagi.app.fixture.Said;
import tsunagi.app.workplace.WorkplaceActivity;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class DispatchActivityTest {
    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private RecordKey planned() {
        return brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-30")
                .putMembers(Brewery.NURSE, member(Brewery.CITY, StaffRole.STAFF_ROLE_LEAD))
                .putMembers(Brewery.THERAPIST, member(Brewery.ASSOCIATION, StaffRole.STAFF_ROLE_MEMBER))
                .build());
    }

    private static StaffMember member(String body, StaffRole role) {
        return StaffMember.newBuilder().setBodyId(body).setRole(role).build();
    }

    private static DispatchActivity open(RecordKey record) {
        return Stage.open(DispatchActivity.class, DispatchActivity.to(Stage.app(), record))
                .get();
    }

    private WorkplaceActivity page() {
        return Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
    }

    /** The part of the screen about one who goes. */
    private static View of(DispatchActivity screen, String name) {
        for (int column : new int[] {R.id.edit_first, R.id.edit_second}) {
            ViewGroup parts = screen.findViewById(column);
            for (int i = 0; i < parts.getChildCount(); i++) {
                if (Said.within(parts.getChildAt(i)).startsWith(name)) {
                    return parts.getChildAt(i);
                }
            }
        }
        throw new AssertionError(name + " does not go");
    }

    private static void say(DispatchActivity screen, String name, PermissionState state) {
        EditHands.choose(
                (MaterialAutoCompleteTextView)
                        EditHands.input(of(screen, name), "派遣許可").getEditText(),
                state.getNumber());
    }

    private static Visit saved(RecordKey visit) {
        return Stage.parts().tablet().show(visit).as(Visit.getDefaultInstance());
    }

    @Test
    public void page_whenAVisitIsPlanned_saysWhoMayGoAndLeadsThere() {
        RecordKey visit = planned();
        WorkplaceActivity page = page();

        ViewGroup part = page.findViewById(R.id.workplace_dispatch);
        assertThat(Said.within(part))
                .contains("7月30日(火)  訪問", "山田 明子(山里町): 未記入", "佐藤 健(県理学療法士会): 未記入", "許可の確認が済んでいません");
        Stage.tap(part.getChildAt(1));
        assertThat(shadowOf(page).getNextStartedActivity().filterEquals(DispatchActivity.to(page, visit)))
                .isTrue();
    }

    @Test
    public void page_whenNothingIsPlanned_doesNotSpeakOfIt() {
        assertThat(page().findViewById(R.id.workplace_dispatch).isShown()).isFalse();
    }

    @Test
    public void permission_whenGranted_saysSinceWhenAndByWhom() {
        RecordKey visit = planned();
        DispatchActivity screen = open(visit);
        say(screen, "佐藤 健", PermissionState.PERMISSION_STATE_GRANTED);
        EditHands.type(EditHands.input(of(screen, "佐藤 健"), "決定日").getEditText(), "令和6年7月22日");
        EditHands.type(EditHands.input(of(screen, "佐藤 健"), "決定した人・文書番号").getEditText(), "事務局 第12号");
        say(screen, "山田 明子", PermissionState.PERMISSION_STATE_NOT_NEEDED);
        Stage.draw(screen, "dispatch");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(visit).getPermissionsMap().get(Brewery.THERAPIST))
                .isEqualTo(DispatchPermission.newBuilder()
                        .setState(PermissionState.PERMISSION_STATE_GRANTED)
                        .setDecidedOn("2024-07-22")
                        .setDecidedBy("事務局 第12号")
                        .build());
        assertThat(saved(visit).getPermissionsOrThrow(Brewery.NURSE).getDecidedOn())
                .isEqualTo("2024-07-26");
        assertThat(Said.within(page().findViewById(R.id.workplace_dispatch)))
                .contains("佐藤 健(県理学療法士会): 許可", "山田 明子(山里町): 不要")
                .doesNotContain("済んでいません");
    }

    @Test
    public void permission_whenRefused_isSaidOnThePage() {
        RecordKey visit = planned();
        DispatchActivity screen = open(visit);
        say(screen, "佐藤 健", PermissionState.PERMISSION_STATE_REFUSED);
        Stage.tap(screen.findViewById(R.id.edit_save));

        WorkplaceActivity page = page();
        assertThat(Said.within(page.findViewById(R.id.workplace_dispatch))).contains("許可されなかった人がいます");
        Stage.draw(page, "workplace-dispatch");
    }

    @Test
    public void save_whenTheVisitWasBegunToBeWritten_leavesThatBegun() {
        RecordKey visit = planned();
        Tablet tablet = Stage.parts().tablet();
        tablet.edit(visit).set(Visit.newBuilder().setNeeds("腰痛の相談").build());
        DispatchActivity screen = open(visit);
        say(screen, "佐藤 健", PermissionState.PERMISSION_STATE_REQUESTED);
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(visit).getPermissionsMap()).containsOnlyKeys(Brewery.THERAPIST);
        assertThat(saved(visit).getNeeds()).isEmpty();
        assertThat(tablet.drafts()).hasSize(1);
        assertThat(tablet.resume(tablet.drafts().get(0).draftId())
                        .get()
                        .entered()
                        .keySet())
                .extracting(path -> path.number())
                .containsExactly(Visit.NEEDS_FIELD_NUMBER);
    }

    @Test
    public void discard_throwsOnlyThePermissionsAway() {
        RecordKey visit = planned();
        Tablet tablet = Stage.parts().tablet();
        tablet.edit(visit).set(Visit.newBuilder().setNeeds("腰痛の相談").build());
        DispatchActivity screen = open(visit);
        say(screen, "佐藤 健", PermissionState.PERMISSION_STATE_REQUESTED);
        screen.<MaterialToolbar>findViewById(R.id.edit_toolbar).getMenu().performIdentifierAction(R.id.edit_discard, 0);
        Stage.settle();
        Stage.tap(((AlertDialog) ShadowDialog.getLatestDialog()).getButton(AlertDialog.BUTTON_POSITIVE));

        assertThat(saved(visit).getPermissionsMap()).isEmpty();
        assertThat(tablet.drafts()).hasSize(1);
    }

    @Test
    public void permission_forAWorkshop_isKeptThere() {
        RecordKey workshop = brewery.save(Workshop.newBuilder()
                .setTitle("腰痛予防ミニ講座")
                .setHeldOn("2024-08-31")
                .setWorkplaceId(workplace.id().toString())
                .putMembers(Brewery.THERAPIST, member(Brewery.ASSOCIATION, StaffRole.STAFF_ROLE_INSTRUCTOR))
                .build());
        DispatchActivity screen = open(workshop);
        say(screen, "佐藤 健", PermissionState.PERMISSION_STATE_REQUESTED);
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(Stage.parts()
                        .tablet()
                        .show(workshop)
                        .as(Workshop.getDefaultInstance())
                        .getPermissionsOrThrow(Brewery.THERAPIST)
                        .getState())
                .isEqualTo(PermissionState.PERMISSION_STATE_REQUESTED);
        assertThat(Said.within(page().findViewById(R.id.workplace_dispatch))).contains("8月31日(土)  開催回", "申請中");
    }
}
