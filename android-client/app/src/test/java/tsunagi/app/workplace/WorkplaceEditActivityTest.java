package tsunagi.app.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;
import static tsunagi.app.fixture.EditHands.choose;
import static tsunagi.app.fixture.EditHands.pause;
import static tsunagi.app.fixture.EditHands.type;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.textfield.TextInputLayout;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.BreweryYear;
import tsunagi.app.fixture.Said;
import tsunagi.app.fixture.ServerSays;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.ContactRole;
import tsunagi.records.v1.DutyState;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class WorkplaceEditActivityTest {
    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private static ActivityController<WorkplaceEditActivity> openNew() {
        return Stage.open(WorkplaceEditActivity.class, WorkplaceEditActivity.toNew(Stage.app()));
    }

    private ActivityController<WorkplaceEditActivity> open() {
        return Stage.open(WorkplaceEditActivity.class, WorkplaceEditActivity.to(Stage.app(), workplace));
    }

    private static TextInputLayout layout(Activity screen, int id) {
        View view = screen.findViewById(id);
        while (!(view instanceof TextInputLayout)) {
            view = (View) view.getParent();
        }
        return (TextInputLayout) view;
    }

    private static Workplace saved(RecordKey key) {
        return Stage.parts().tablet().show(key).as(Workplace.getDefaultInstance());
    }

    @Test
    public void save_ofANewOne_writesItAndOpensItsPage() {
        WorkplaceEditActivity screen = openNew().get();
        type(screen, R.id.edit_name, "喫茶ひだまり");
        type(screen, R.id.edit_reading, "キッサヒダマリ");
        type(screen, R.id.edit_postal_code, "９６３-０１０１");
        type(screen, R.id.edit_phone, "０２４０ー１２ー３４５６");
        choose(screen, R.id.edit_industry, Industry.INDUSTRY_M_ACCOMMODATION_FOOD_VALUE);
        type(screen, R.id.edit_headcount, "４");
        choose(screen, R.id.edit_checkups, DutyState.DUTY_STATE_NOT_DONE_VALUE);
        Stage.tap(screen.findViewById(R.id.edit_department_add));
        ViewGroup departments = screen.findViewById(R.id.edit_departments);
        EditText department = ((TextInputLayout) departments.getChildAt(0)).getEditText();
        department.setText("ホール");
        pause();
        Stage.draw(screen, "workplace-edit-new");
        Stage.tap(screen.findViewById(R.id.edit_save));

        RecordKey made = Stage.parts().tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_WORKPLACE_VALUE).stream()
                .map(view -> view.key())
                .filter(key -> !key.equals(workplace))
                .findFirst()
                .orElseThrow(AssertionError::new);
        Workplace saved = saved(made);
        assertThat(saved.getName()).isEqualTo("喫茶ひだまり");
        assertThat(saved.getNameReading()).isEqualTo("きっさひだまり");
        assertThat(saved.getPostalCode()).isEqualTo("9630101");
        assertThat(saved.getPhone()).isEqualTo("0240-12-3456");
        assertThat(saved.getIndustry()).isEqualTo(Industry.INDUSTRY_M_ACCOMMODATION_FOOD);
        assertThat(saved.getHeadcountsOrThrow("2024").getPeople()).isEqualTo(4);
        assertThat(saved.getCheckupsOrThrow("2024").getState()).isEqualTo(DutyState.DUTY_STATE_NOT_DONE);
        assertThat(saved.getDepartmentsMap().values()).extracting("name_").containsExactly("ホール");
        assertThat(shadowOf(screen).getNextStartedActivity().filterEquals(WorkplaceActivity.to(screen, made)))
                .isTrue();
        assertThat(screen.isFinishing()).isTrue();
        assertThat(Stage.parts().tablet().drafts()).isEmpty();
    }

    @Test
    public void newOne_thatIsLikelyHere_saysSoBeforeItIsMade() {
        WorkplaceEditActivity screen = openNew().get();
        View beside = screen.findViewById(R.id.edit_beside);
        assertThat(beside.isShown()).isFalse();

        type(screen, R.id.edit_name, "㈱つなぎ酒造");
        assertThat(Said.within(beside)).contains("株式会社つなぎ酒造", "名称が同じ", "山里町大字上川1-2");
        type(screen, R.id.edit_phone, "0240000000");
        assertThat(Said.within(beside)).contains("名称が同じ、電話が同じ");
        assertThat(Said.within(screen.findViewById(R.id.edit_likely))).contains("株式会社つなぎ酒造(名称が同じ、電話が同じ)");
        Stage.draw(screen, "workplace-edit-likely");

        type(screen, R.id.edit_name, "つなぎ酒造 直売所");
        assertThat(Said.within(beside)).contains("名称が似ている");
        type(screen, R.id.edit_name, "海辺食堂");
        type(screen, R.id.edit_phone, "");
        assertThat(beside.isShown()).isFalse();
    }

    @Test
    public void corporateNumber_withAWrongCheckDigit_isSaidAtOnce() {
        WorkplaceEditActivity screen = open().get();
        type(screen, R.id.edit_corporate_number, "1234567890123");

        assertThat(String.valueOf(layout(screen, R.id.edit_corporate_number).getError()))
                .contains("法人番号「1234567890123」は正しくありません");
        type(screen, R.id.edit_corporate_number, "8700110005901");
        assertThat(layout(screen, R.id.edit_corporate_number).getError()).isNull();
    }

    @Test
    public void typing_whenTheProcessIsKilled_goesOnWhereItStopped() {
        ActivityController<WorkplaceEditActivity> first = openNew();
        type(first.get(), R.id.edit_name, "喫茶ひだ");
        Bundle kept = new Bundle();
        first.pause().stop().saveInstanceState(kept).destroy();

        ActivityController<WorkplaceEditActivity> second = Robolectric.buildActivity(
                        WorkplaceEditActivity.class, WorkplaceEditActivity.toNew(Stage.app()))
                .setup(kept);
        Stage.settle();

        assertThat(second.get().<EditText>findViewById(R.id.edit_name).getText().toString())
                .isEqualTo("喫茶ひだ");
        assertThat(Stage.parts().tablet().drafts()).hasSize(1);
    }

    @Test
    public void edit_whenSomebodyElseChangedTheField_showsItBesideAndForcesNothingIn() {
        RecordKey key = workplace.withId(UUID.fromString("01900000-0000-7000-8000-0000000000ff"));
        Workplace before = Workplace.newBuilder()
                .setName("喫茶ひだまり")
                .setPhone("0240-00-0000")
                .build();
        ServerSays.record(key, 100, before);
        WorkplaceEditActivity screen = Stage.open(
                        WorkplaceEditActivity.class, WorkplaceEditActivity.to(Stage.app(), key))
                .get();
        type(screen, R.id.edit_phone, "0240-11-1111");
        ServerSays.record(key, 200, before.toBuilder().setPhone("0240-22-2222").build());
        screen.reload();
        Stage.settle();

        View moved = screen.findViewById(R.id.edit_moved_value);
        assertThat(Said.within(moved)).contains("0240-22-2222");
        assertThat(screen.<EditText>findViewById(R.id.edit_phone).getText().toString())
                .isEqualTo("0240-11-1111");
        Stage.draw(screen, "workplace-edit-moved");

        Stage.tap(screen.findViewById(R.id.edit_moved_take));

        assertThat(screen.<EditText>findViewById(R.id.edit_phone).getText().toString())
                .isEqualTo("0240-22-2222");
        assertThat(screen.findViewById(R.id.edit_moved_value) == null).isTrue();
    }

    @Test
    public void edit_whenSomebodyElseWroteTheSameOnceMore_showsNothingBeside() {
        RecordKey key = workplace.withId(UUID.fromString("01900000-0000-7000-8000-0000000000ff"));
        Workplace before = Workplace.newBuilder().setName("喫茶ひだまり").build();
        ServerSays.record(key, 100, before);
        WorkplaceEditActivity screen = Stage.open(
                        WorkplaceEditActivity.class, WorkplaceEditActivity.to(Stage.app(), key))
                .get();
        screen.findViewById(R.id.edit_name).clearFocus();
        screen.findViewById(R.id.edit_name).requestFocus();
        Stage.settle();
        ServerSays.record(key, 200, before.toBuilder().setPhone("0240-22-2222").build());
        screen.reload();
        Stage.settle();

        assertThat(screen.findViewById(R.id.edit_moved_value) == null).isTrue();
    }

    @Test
    public void departments_areRenamedAndClosed() {
        WorkplaceEditActivity screen = open().get();
        ViewGroup departments = screen.findViewById(R.id.edit_departments);
        TextInputLayout brewing = (TextInputLayout) departments.getChildAt(0);
        brewing.getEditText().setText("醸造");
        pause();
        View close = brewing.findViewById(com.google.android.material.R.id.text_input_end_icon);
        Stage.tap(close);
        pause();
        Stage.draw(screen, "workplace-edit-departments");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(workplace).getDepartmentsOrThrow("brewing").getName()).isEqualTo("醸造");
        assertThat(saved(workplace).getDepartmentsOrThrow("brewing").getClosedOn())
                .isEqualTo("2024-07-26");
        assertThat(saved(workplace).getDepartmentsOrThrow("brewing").getDisplayOrder())
                .isEqualTo(1);
        assertThat(saved(workplace).getDepartmentsCount()).isEqualTo(5);
    }

    @Test
    public void discard_throwsTheDraftAwayAndLeavesTheRecord() {
        WorkplaceEditActivity screen = open().get();
        type(screen, R.id.edit_phone, "0240-11-1111");
        screen.<MaterialToolbar>findViewById(R.id.edit_toolbar).getMenu().performIdentifierAction(R.id.edit_discard, 0);
        Stage.settle();
        AlertDialog dialog = (AlertDialog) ShadowDialog.getLatestDialog();
        Stage.tap(dialog.getButton(AlertDialog.BUTTON_POSITIVE));

        assertThat(Stage.parts().tablet().drafts()).isEmpty();
        assertThat(saved(workplace).getPhone()).isEqualTo("0240-00-0000");
        assertThat(screen.isFinishing()).isTrue();
    }

    @Test
    public void day_byTheJapaneseCalendar_isReadAndShownByBoth() {
        WorkplaceEditActivity screen = open().get();
        type(screen, R.id.edit_closed_on, "令和６年３月31日");
        assertThat(String.valueOf(layout(screen, R.id.edit_closed_on).getHelperText()))
                .contains("2024年3月31日", "令和6年3月31日");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved(workplace).getClosedOn()).isEqualTo("2024-03-31");
    }

    @Test
    public void contact_new_belongsToTheWorkplace() {
        ContactEditActivity screen = Stage.open(
                        ContactEditActivity.class, ContactEditActivity.toNew(Stage.app(), workplace))
                .get();
        type(screen, R.id.edit_name, "酒井 裕子");
        ViewGroup roles = screen.findViewById(R.id.edit_roles);
        roles.getChildAt(ContactRole.CONTACT_ROLE_PERSONNEL_VALUE - 1).performClick();
        roles.getChildAt(ContactRole.CONTACT_ROLE_HEALTH_MANAGER_VALUE - 1).performClick();
        pause();
        Stage.draw(screen, "contact-edit-new");
        Stage.tap(screen.findViewById(R.id.edit_save));

        Contact contact = Stage.parts().tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_CONTACT_VALUE).stream()
                .map(view -> view.as(Contact.getDefaultInstance()))
                .filter(each -> each.getName().equals("酒井 裕子"))
                .findFirst()
                .orElseThrow(AssertionError::new);
        assertThat(contact.getWorkplaceId()).isEqualTo(workplace.id().toString());
        assertThat(contact.getRolesList())
                .containsExactlyInAnyOrder(ContactRole.CONTACT_ROLE_PERSONNEL, ContactRole.CONTACT_ROLE_HEALTH_MANAGER);
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void edit_onAPhoneInLargeType_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        new BreweryYear(brewery, workplace).happened();
        Stage.draw(open().get(), "workplace-edit-phone-large");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-night-mdpi")
    public void edit_atNight_isDrawn() {
        new BreweryYear(brewery, workplace).happened();
        Stage.draw(open().get(), "workplace-edit-night");
    }
}
