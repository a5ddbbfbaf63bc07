package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.Sql;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** The story's conflicts and its parked change, decided in a browser and seen on its tablets; each goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ConflictTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    @Order(1)
    void settle_ofOneSide_reachesTheTabletsAndCanBeTakenBack() throws IOException {
        RecordKey observation = inConflict(StoryTeam.BREWERY, RecordType.RECORD_TYPE_OBSERVATION);
        Page page = STAGE.open(StoryTeam.BREWERY, "/conflicts");
        assertThat(page.locator(".conflict-line")).hasCount(2);
        STAGE.look("conflict-list");

        page.locator("section.card a.button[href*='/observation/']").click();
        Locator sides = page.locator(".sides .side");
        assertThat(sides).hasCount(2);
        assertThat(sides.nth(0)).containsText("佐伯 典子");
        assertThat(sides.nth(1)).containsText("三上 隆");
        sides.nth(1).locator("input").focus();
        page.keyboard().press("Space");
        STAGE.look("conflict-settle");
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice")).containsText("食い違いを1件決めました。");
        assertThat(page.locator("fieldset.conflict legend")).containsText("開始");
        STAGE.look("conflict-next");
        assertThat(onTablet(observation)).isEqualTo(HazardLevel.HAZARD_LEVEL_HIGH);
        assertThat(openOnTablet(StoryTeam.BREWERY)).hasSize(1).doesNotContain(observation);

        page.locator(".notice button").click();
        assertThat(page.locator(".notice")).containsText("1件を、決める前の値に戻しました。");
        STAGE.look("conflict-taken-back");
        assertThat(onTablet(observation)).isEqualTo(HazardLevel.HAZARD_LEVEL_LOW);
        page.locator("tr", new Page.LocatorOptions().setHasText("三上 隆"))
                .locator("button")
                .first()
                .click();
        assertThat(page.locator(".notice")).containsText("選んだ内容に戻しました。");
        assertThat(onTablet(observation)).isEqualTo(HazardLevel.HAZARD_LEVEL_HIGH);
    }

    @Test
    @Order(2)
    void settle_whenSomebodyWroteMeanwhile_saysSoAndLosesNothing() throws IOException {
        RecordKey visit = inConflict(StoryTeam.BREWERY, RecordType.RECORD_TYPE_VISIT);
        Page page = STAGE.open(StoryTeam.BREWERY, "/conflicts/visit/" + visit.id());
        page.locator("input[value=other]").check();
        page.locator("[name='c0.other']").fill("13:15");
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            Visit earlier = Visit.newBuilder().setStartsAt("12:50").build();
            tablet.now().save(tablet.now().edit(visit).set(earlier), StoryPerson.SAEKI.id());
            tablet.sync();
        }

        settle(page);

        assertThat(page.locator("[role=alert]")).containsText("その間に別の書き込みがありました。");
        assertThat(page.locator("[name='c0.other']")).hasValue("13:15");
        assertThat(page.locator("input[value=other]")).isChecked();
        assertThat(page.locator(".sides")).containsText("12:50");
        STAGE.look("conflict-stale");

        settle(page);

        assertThat(page.locator(".notice")).containsText("食い違いを1件決めました。");
        assertThat(page.locator(".empty")).hasText("食い違いはありません。");
        STAGE.look("conflict-none");
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            assertThat(tablet.now().show(visit).as(Visit.getDefaultInstance()).getStartsAt())
                    .isEqualTo("13:15");
            assertThat(tablet.now().lookup().inConflict(StoryTeam.BREWERY.id())).isEmpty();
        }
    }

    @Test
    @Order(3)
    void settleAlike_ofAllThatAreChosen_takesTheLaterOnes() throws IOException {
        Page page = STAGE.open(StoryTeam.CITY, "/conflicts");
        page.locator("button", new Page.LocatorOptions().setHasText("選んだものを決める"))
                .click();
        assertThat(page.locator("[role=alert]")).containsText("左の四角で選んでください。");

        page.locator("input[data-check-all]").check();
        STAGE.look("conflict-chosen");
        page.selectOption("select[name=way]", "latest");
        page.locator("button", new Page.LocatorOptions().setHasText("選んだものを決める"))
                .click();

        assertThat(page.locator(".notice")).containsText("食い違いを1件決めました。");
        assertThat(page.locator(".empty")).hasText("食い違いはありません。");
        assertThat(openOnTablet(StoryTeam.CITY)).isEmpty();
    }

    @Test
    @Order(4)
    void drop_ofWhatWaits_asksFirst() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/parked");
        assertThat(page.locator("section.card")).hasCount(1);
        assertThat(page.locator("section.card")).containsText("倉本 直樹");
        STAGE.look("parked-list");

        page.locator("button.danger").click();

        assertThat(page.locator("h1")).hasText("取り込まないことにしますか");
        STAGE.look("parked-drop");
        page.locator("a", new Page.LocatorOptions().setHasText("待たせておく")).click();
        assertThat(page.locator("section.card")).hasCount(1);
    }

    @Test
    @Order(5)
    void release_ofWhatWaits_isDoneInTheNameOfWhoReleases() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/parked");
        page.locator("button.main", new Page.LocatorOptions().setHasText("取り込む"))
                .click();

        assertThat(page.locator(".notice")).containsText("1件を取り込みました。");
        assertThat(page.locator(".empty")).hasText("確認待ちの書き込みはありません。");
        STAGE.look("parked-none");
        List<String> withdrawn = STAGE.server().database().read(connection -> Sql.of(
                        connection,
                        "SELECT p.settled_by FROM change_log c JOIN parked_change p"
                                + " ON p.team_id = c.team_id AND p.change_id = c.change_id"
                                + " WHERE p.state = 'RELEASED' AND c.action = 'ACTION_WITHDRAW'")
                .list(row -> row.text("settled_by")));
        assertThat(withdrawn).containsExactly(StoryPerson.ODA.id());
    }

    private static void settle(Page page) {
        page.locator("button.main", new Page.LocatorOptions().setHasText("決める")).click();
    }

    private static RecordKey inConflict(StoryTeam team, RecordType type) throws IOException {
        return openOnTablet(team).stream()
                .filter(key -> key.type() == type.getNumber())
                .findFirst()
                .orElseThrow();
    }

    private static List<RecordKey> openOnTablet(StoryTeam team) throws IOException {
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            return tablet.now().lookup().inConflict(team.id()).stream()
                    .map(RecordView::key)
                    .toList();
        }
    }

    private static HazardLevel onTablet(RecordKey observation) throws IOException {
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            return tablet.now()
                    .show(observation)
                    .as(Observation.getDefaultInstance())
                    .getHazardLevel();
        }
    }
}
