package tsunagi.app.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.Activity;
import android.content.Intent;
import android.view.ViewGroup;
import java.util.UUID;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.BreweryYear;
import tsunagi.app.fixture.Said;
import tsunagi.app.fixture.ServerSays;
import tsunagi.app.visit.VisitActivity;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class WorkplaceActivityTest {
    private final Brewery brewery = Brewery.onTablet();
    private final RecordKey workplace = brewery.workplace();

    private WorkplaceActivity open() {
        return Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace))
                .get();
    }

    private static String part(Activity screen, int id) {
        return Said.within(screen.findViewById(id));
    }

    @Test
    public void page_ofTheBrewery_showsWhatANurseAsksBeforeGoing() {
        new BreweryYear(brewery, workplace).happened();
        WorkplaceActivity screen = open();
        Stage.draw(screen, "workplace-page");

        assertThat(part(screen, R.id.workplace_sketch))
                .contains("株式会社つなぎ酒造", "つなぎしゅぞう", "E 製造業", "山里町大字上川1-2", "0240-00-0000")
                .contains("撮影禁止", "10月1日〜3月31日・仕込み", "駐車場は蔵の裏")
                .doesNotContain("いま繁忙期");
        assertThat(part(screen, R.id.workplace_contacts))
                .contains("酒井 裕子(さかい ゆうこ)", "総務・人事・労務、健康管理担当者", "午前中", "退任・退職");
        assertThat(part(screen, R.id.workplace_next)).contains("期限を 7 日過ぎています", "朝礼の体操の資料を届ける");
        assertThat(part(screen, R.id.workplace_referrals)).contains("登録産業医の面接指導", "結果待ち");
        assertThat(part(screen, R.id.workplace_departments))
                .contains("製造、瓶詰・出荷、事務、売店、営業")
                .contains("廃止: 配送");
        assertThat(part(screen, R.id.workplace_facts))
                .contains("2024年度(令和6年度): 34人\n2023年度(令和5年度): 33人")
                .contains("一部実施、対象33人のうち30人")
                .contains("喫煙室");
        assertThat(part(screen, R.id.workplace_problems)).contains("市区町村");
    }

    @Test
    public void thisYear_showsDaysAndBodiesAndNoContents() {
        new BreweryYear(brewery, workplace).happened();
        WorkplaceActivity screen = open();

        assertThat(part(screen, R.id.workplace_year))
                .contains("7月8日(月)  訪問", "山里町、県理学療法士会", "8月31日(土)  開催回")
                .doesNotContain("初回相談", "腰痛予防", "2023年");
        assertThat(part(screen, R.id.workplace_history)).contains("2023年11月20日", "不在", "初回相談", "腰痛予防ミニ講座");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void page_onAPhone_isOneColumn() {
        new BreweryYear(brewery, workplace).happened();
        WorkplaceActivity screen = open();
        Stage.draw(screen, "workplace-page-phone");
        Stage.draw(screen.<ViewGroup>findViewById(R.id.workplace_page).getChildAt(0), "workplace-page-phone-whole");

        assertThat(screen.findViewById(R.id.workplace_visit).isShown()).isTrue();
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-night-mdpi")
    public void page_atNightInEnglish_isDrawn() {
        new BreweryYear(brewery, workplace).happened();
        Stage.draw(open(), "workplace-page-night-en");
    }

    @Test
    public void page_inTypeTwiceAsLarge_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        new BreweryYear(brewery, workplace).happened();
        Stage.draw(open(), "workplace-page-large");
    }

    @Test
    public void page_ofAPlaceNobodyWasAt_saysWhatIsNotThere() {
        RecordKey empty = brewery.save(Workplace.newBuilder().setName("山里そば").build());
        WorkplaceActivity screen = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), empty))
                .get();
        Stage.draw(screen, "workplace-page-empty");

        assertThat(part(screen, R.id.workplace_history)).contains("まだありません");
        assertThat(part(screen, R.id.workplace_year)).contains("まだどの機関も");
        assertThat(part(screen, R.id.workplace_contacts)).contains("まだ登録されていません");
    }

    @Test
    public void page_ofAPlaceThatIsNotHere_saysSo() {
        RecordKey nowhere = workplace.withId(UUID.fromString("01900000-0000-7000-8000-00000000ffff"));
        WorkplaceActivity screen = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), nowhere))
                .get();
        Stage.draw(screen, "workplace-page-gone");

        assertThat(screen.findViewById(R.id.workplace_gone).isShown()).isTrue();
    }

    @Test
    public void page_withVeryLongTexts_keepsAllOfThem() {
        String name = "とても長い名称の".repeat(30) + "事業場";
        RecordKey key = brewery.save(Workplace.newBuilder()
                .setName(name)
                .setAddress("長い住所".repeat(60))
                .setVisitingNotes("注意".repeat(2_000))
                .putDepartments(
                        "d", Department.newBuilder().setName("部署".repeat(200)).build())
                .build());
        WorkplaceActivity screen = Stage.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), key))
                .get();
        Stage.draw(screen, "workplace-page-long");

        assertThat(part(screen, R.id.workplace_sketch)).contains(name);
    }

    @Test
    public void followUp_whenTapped_isClosedAndTheTapCanBeTakenBack() {
        RecordKey followUp = new BreweryYear(brewery, workplace).followUp("資料を届ける", "2024-07-31");
        WorkplaceActivity screen = open();

        Stage.tap(screen.findViewById(R.id.today_follow_up_done));

        assertThat(closing(followUp)).isEqualTo(FollowUpState.FOLLOW_UP_STATE_DONE);
        assertThat(part(screen, R.id.workplace_next)).contains("次の約束はありません");
        Stage.draw(screen, "workplace-follow-up-done");

        Stage.tap(screen.findViewById(com.google.android.material.R.id.snackbar_action));

        assertThat(closing(followUp)).isEqualTo(FollowUpState.FOLLOW_UP_STATE_UNSPECIFIED);
        assertThat(part(screen, R.id.workplace_next)).contains("資料を届ける");
    }

    private static FollowUpState closing(RecordKey key) {
        return Stage.parts()
                .tablet()
                .show(key)
                .as(FollowUp.getDefaultInstance())
                .getClosing()
                .getState();
    }

    @Test
    public void visit_whenTapped_isBegunForThisWorkplace() {
        WorkplaceActivity screen = open();

        Stage.tap(screen.findViewById(R.id.workplace_visit));

        Intent next = shadowOf(screen).getNextStartedActivity();
        assertThat(next.getComponent())
                .isEqualTo(VisitActivity.to(screen, workplace).getComponent());
        assertThat(next.getExtras().getString("workplace"))
                .isEqualTo(workplace.id().toString());
    }

    @Test
    public void conflict_isSaidOnThePage() {
        ServerSays.conflict(
                workplace,
                FieldPath.field(Workplace.PHONE_FIELD_NUMBER),
                Workplace.getDefaultInstance(),
                Workplace.newBuilder().setPhone("0240-00-9999").build());
        WorkplaceActivity screen = open();
        Stage.draw(screen, "workplace-page-conflict");

        assertThat(part(screen, R.id.workplace_conflicts)).contains("食い違いが 1 件あります", "電話");
    }
}
