package tsunagi.app.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.view.View;
import android.widget.EditText;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.textfield.MaterialAutoCompleteTextView;
import java.util.Map;
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
import tsunagi.record.RecordKey;
import tsunagi.records.v1.DeclarationKind;
import tsunagi.records.v1.DutyState;
import tsunagi.records.v1.HealthDeclaration;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class YearFactsTest {
    private final RecordKey workplace = Brewery.onTablet().workplace();

    private WorkplaceEditActivity open() {
        return Stage.open(WorkplaceEditActivity.class, WorkplaceEditActivity.toFacts(Stage.app(), workplace))
                .get();
    }

    private static void chooseYear(WorkplaceEditActivity screen, int yearsBack) {
        EditHands.choose(screen, R.id.edit_fiscal_year, yearsBack);
    }

    private static String headcount(WorkplaceEditActivity screen) {
        return screen.<EditText>findViewById(R.id.edit_headcount).getText().toString();
    }

    private Workplace saved() {
        return Stage.parts().tablet().show(workplace).as(Workplace.getDefaultInstance());
    }

    private static void addDeclaration(WorkplaceEditActivity screen, String scheme) {
        Stage.tap(screen.findViewById(R.id.edit_declaration_add));
        EditHands.chooseInDialog(scheme);
    }

    @Test
    public void page_leadsToTheFactsOfThisYearFirst() {
        WorkplaceActivity page = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
        Stage.tap(page.findViewById(R.id.workplace_facts_edit));
        assertThat(shadowOf(page).getNextStartedActivity().filterEquals(WorkplaceEditActivity.to(page, workplace)))
                .isTrue();

        WorkplaceEditActivity screen = open();
        assertThat(screen.<EditText>findViewById(R.id.edit_fiscal_year)
                        .getText()
                        .toString())
                .isEqualTo("2024年度(令和6年度)");
        assertThat(screen.<View>findViewById(R.id.edit_scroll).getScrollY()).isPositive();
        Stage.draw(screen, "workplace-edit-facts");
    }

    @Test
    public void facts_ofAYearThatIsOver_areOfThatYearAndLeaveThisYearAlone() {
        WorkplaceEditActivity screen = open();
        EditHands.type(screen, R.id.edit_headcount, "34");
        chooseYear(screen, 1);
        assertThat(headcount(screen)).isEmpty();
        EditHands.type(screen, R.id.edit_headcount, "31");
        EditHands.choose(screen, R.id.edit_checkups, DutyState.DUTY_STATE_PARTLY_VALUE);
        EditHands.type(screen, R.id.edit_hazards, "有機溶剤、騒音");
        Stage.draw(screen, "workplace-edit-facts-last-year");
        chooseYear(screen, 0);
        assertThat(headcount(screen)).isEqualTo("34");
        chooseYear(screen, 1);
        assertThat(headcount(screen)).isEqualTo("31");
        Stage.tap(screen.findViewById(R.id.edit_save));

        Workplace saved = saved();
        assertThat(saved.getHeadcountsOrThrow("2024").getPeople()).isEqualTo(34);
        assertThat(saved.getHeadcountsOrThrow("2024").getAsOfOn()).isEqualTo("2024-07-26");
        assertThat(saved.getHeadcountsOrThrow("2023").getPeople()).isEqualTo(31);
        assertThat(saved.getHeadcountsOrThrow("2023").getAsOfOn()).isEmpty();
        assertThat(saved.getCheckupsOrThrow("2023").getState()).isEqualTo(DutyState.DUTY_STATE_PARTLY);
        assertThat(saved.getHazardousWorksOrThrow("2023").getKindsList()).containsExactly("有機溶剤", "騒音");
        assertThat(saved.getCheckupsMap()).doesNotContainKey("2024");
    }

    @Test
    public void duty_thatIsDoneForSome_isCountedAndNotOneThatIsNot() {
        WorkplaceEditActivity screen = open();
        View part = screen.findViewById(R.id.edit_year_facts);
        EditHands.choose(screen, R.id.edit_checkups, DutyState.DUTY_STATE_PARTLY_VALUE);
        EditHands.type(EditHands.input(part, "定期健康診断: 対象の人数").getEditText(), "34");
        EditHands.type(EditHands.input(part, "定期健康診断: 実施した人数").getEditText(), "３１");
        EditHands.choose(screen, R.id.edit_reexaminations, DutyState.DUTY_STATE_DONE_VALUE);
        EditHands.type(EditHands.input(part, "再検査・精密検査: 実施した人数").getEditText(), "2");
        EditHands.choose(screen, R.id.edit_reexaminations, DutyState.DUTY_STATE_NOT_DONE_VALUE);
        Stage.draw(screen, "workplace-edit-facts-people");
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved().getCheckupsOrThrow("2024").getOwedPeople()).isEqualTo(34);
        assertThat(saved().getCheckupsOrThrow("2024").getDonePeople()).isEqualTo(31);
        assertThat(saved().getReexaminationsOrThrow("2024").hasDonePeople()).isFalse();
        WorkplaceActivity page = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
        assertThat(Said.within(page.findViewById(R.id.workplace_facts))).contains("一部実施、対象34人のうち31人");
    }

    @Test
    public void year_whenTheScreenIsTurned_staysChosen() {
        var screen = Stage.open(WorkplaceEditActivity.class, WorkplaceEditActivity.toFacts(Stage.app(), workplace));
        chooseYear(screen.get(), 2);
        EditHands.type(screen.get(), R.id.edit_headcount, "29");
        screen.recreate();
        EditHands.pause();

        assertThat(headcount(screen.get())).isEqualTo("29");
        assertThat(screen.get()
                        .<EditText>findViewById(R.id.edit_fiscal_year)
                        .getText()
                        .toString())
                .isEqualTo("2022年度(令和4年度)");
    }

    @Test
    public void declaration_whenAdded_isOfTheChosenYearWithItsDay() {
        WorkplaceEditActivity screen = open();
        chooseYear(screen, 1);
        addDeclaration(screen, "健康経営優良法人");
        View lines = screen.findViewById(R.id.edit_declarations);
        EditHands.choose(
                (MaterialAutoCompleteTextView) EditHands.input(lines, "種類").getEditText(),
                DeclarationKind.DECLARATION_KIND_CERTIFIED_VALUE);
        EditHands.type(EditHands.input(lines, "実施主体").getEditText(), "経済産業省");
        EditHands.type(EditHands.input(lines, "等級").getEditText(), "ブライト500");
        EditHands.type(EditHands.input(lines, "宣言・認定の日").getEditText(), "令和6年3月11日");
        addDeclaration(screen, "ほかの制度");
        EditText name = ShadowDialog.getLatestDialog().findViewById(R.id.line_answer);
        name.setText("ふくしま健康宣言");
        Stage.tap(((AlertDialog) ShadowDialog.getLatestDialog()).getButton(AlertDialog.BUTTON_POSITIVE));
        EditHands.pause();
        Stage.draw(screen, "workplace-edit-declarations");
        chooseYear(screen, 0);
        assertThat(Said.within(screen.findViewById(R.id.edit_declarations))).isEmpty();
        Stage.tap(screen.findViewById(R.id.edit_save));

        assertThat(saved().getHealthDeclarationsMap())
                .containsOnly(
                        Map.entry(
                                "2023/健康経営優良法人",
                                HealthDeclaration.newBuilder()
                                        .setKind(DeclarationKind.DECLARATION_KIND_CERTIFIED)
                                        .setIssuer("経済産業省")
                                        .setGrade("ブライト500")
                                        .setGrantedOn("2024-03-11")
                                        .build()),
                        Map.entry(
                                "2023/ふくしま健康宣言",
                                HealthDeclaration.newBuilder()
                                        .setKind(DeclarationKind.DECLARATION_KIND_DECLARED)
                                        .build()));
        WorkplaceActivity page = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
        assertThat(Said.within(page.findViewById(R.id.workplace_facts)))
                .contains("2023年度(令和5年度) 健康経営優良法人: 認定・表彰、経済産業省、ブライト500、3月11日(月)");
    }

    @Test
    public void declaration_whenTakenOut_isGoneUnlessThatIsTakenBack() {
        WorkplaceEditActivity first = open();
        addDeclaration(first, "健康宣言");
        Stage.tap(first.findViewById(R.id.edit_save));
        WorkplaceEditActivity second = open();
        Stage.tap(second.findViewById(R.id.edit_entry_remove));
        EditHands.pause();
        assertThat(Said.within(second.findViewById(R.id.edit_declarations))).isEmpty();
        Stage.tap(second.findViewById(com.google.android.material.R.id.snackbar_action));
        assertThat(Said.within(second.findViewById(R.id.edit_declarations))).contains("健康宣言");
        Stage.tap(second.findViewById(R.id.edit_entry_remove));
        Stage.tap(second.findViewById(R.id.edit_save));

        assertThat(saved().getHealthDeclarationsMap()).isEmpty();
    }
}
