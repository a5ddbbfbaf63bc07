package tsunagi.trials.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.RecordedTwice;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** Records that may be one, settled in the browser; and what tablets make of it. */
final class DuplicateTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    private static final RecordKey FIRST = key(RecordedTwice.JOINERY);
    private static final RecordKey AGAIN = key(RecordedTwice.JOINERY_AGAIN);

    @Test
    void merge_thenALateChangeFromATablet_goesToTheRecordThatStays_andASplitGivesItBack() throws Exception {
        Page page = openWorkplacePair();
        STAGE.look("duplicate-pair");
        choose(page, "株式会社髙田木工所");
        see(page.locator("td:has(input:checked)").first()).containsText("株式会社髙田木工所");
        page.click("text=1つにまとめる");
        see(page.locator(".notice")).containsText("1つにまとめました");

        lateWord("建具・家具・神棚");
        assertThat(workplace(FIRST).getBusiness()).isEqualTo("建具・家具・神棚");
        assertThat(state(AGAIN).life().successor()).contains(FIRST.id());

        page.navigate(address("/duplicates/merged"));
        see(page.locator("tbody tr")).hasCount(1);
        STAGE.look("duplicate-merged");
        page.click("tbody button");
        see(page.locator(".notice")).containsText("2つの記録に戻しました");
        assertThat(workplace(AGAIN).getBusiness()).isEqualTo("建具・家具・神棚");
        assertThat(workplace(FIRST).getBusiness()).isEmpty();
        see(page.locator(".empty")).isVisible();
        STAGE.look("duplicate-merged-empty");
    }

    @Test
    void merge_whenSomebodyWroteMeanwhile_showsThePairAgain() {
        Page page = openWorkplacePair();
        page.evaluate("document.querySelector('input[name=revisions]').value = '1.1'");
        page.click("text=1つにまとめる");

        see(page.locator("[role=alert]")).containsText("もう一度ご確認ください");
        STAGE.look("duplicate-pair-moved");
    }

    @Test
    void keepApart_whenSeveralAreTicked_takesThemOffTheListUntilItIsTakenBack() {
        Page page = open("/duplicates?type=workplace");
        int pairs = page.locator(".duplicate-pairs li").count();
        page.check("[data-check-all=pair]");
        page.click("text=選んだ組は別のもの");
        see(page.locator(".notice")).containsText(pairs + "組を別のものとして分けました");

        page.navigate(address("/duplicates/apart"));
        see(page.locator("tbody tr")).hasCount(pairs);
        STAGE.look("duplicate-apart");
        page.locator("tbody tr button").first().click();
        see(page.locator(".notice")).containsText("取り消しました");
        while (page.locator("tbody tr button").count() > 0) {
            page.locator("tbody tr button").first().click();
        }
        STAGE.look("duplicate-apart-empty");
        page.navigate(address("/duplicates?type=workplace"));
        see(page.locator(".duplicate-pairs li")).hasCount(pairs);
    }

    @Test
    void list_showsPairsWithTheirReasons() {
        Page page = open("/duplicates");
        Locator pair = page.locator(".duplicate-pairs li", new Page.LocatorOptions().setHasText("髙田木工所"));
        see(pair.first()).containsText("名前の書き方だけが違う");
        see(pair.first()).containsText("電話が同じ");
        STAGE.look("duplicate-list");
        page.navigate(address("/duplicates?type=attendance"));
        see(page.locator(".empty")).isVisible();
        STAGE.look("duplicate-list-empty");
    }

    private static LocatorAssertions see(Locator shown) {
        return PlaywrightAssertions.assertThat(shown);
    }

    private static Page open(String rest) {
        Page page = STAGE.open(StoryTeam.CITY, rest);
        // The list follows the records quietly, seconds behind.
        for (int i = 0;
                i < 60
                        && page.locator(".duplicate-pairs li", new Page.LocatorOptions().setHasText("髙田木工所"))
                                        .count()
                                == 0;
                i++) {
            page.waitForTimeout(500);
            page.reload();
        }
        return page;
    }

    private static Page openWorkplacePair() {
        Page page = open("/duplicates?type=workplace");
        page.locator(".duplicate-pairs li", new Page.LocatorOptions().setHasText("髙田木工所"))
                .locator("a.button")
                .click();
        see(page.locator("h1")).containsText("くらべる");
        return page;
    }

    /** Ticks the record that stays. */
    private static void choose(Page page, String title) {
        page.locator(".duplicate-sides .card", new Page.LocatorOptions().setHasText(title))
                .locator("input[name=stays]")
                .check();
    }

    /** The tablet that recorded the joinery again has not heard of the merge when somebody writes on it. */
    private static void lateWord(String business) throws Exception {
        try (StagedTablet staged = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.HEALTH_CENTRE)) {
            Tablet tablet = staged.now();
            Workplace late = Workplace.newBuilder().setBusiness(business).build();
            tablet.save(tablet.edit(AGAIN).set(late), StoryPerson.HORI.id());
            staged.sync();
            Workplace there = tablet.show(FIRST).as(Workplace.getDefaultInstance());
            assertThat(there.getBusiness()).isEqualTo(business);
            assertThat(tablet.show(AGAIN).state().life().successor()).contains(FIRST.id());
        }
    }

    private static String address(String rest) {
        return "/teams/" + StoryTeam.CITY.id() + rest;
    }

    private static Workplace workplace(RecordKey key) throws Exception {
        return Workplace.parseFrom(state(key).body());
    }

    private static RecordState state(RecordKey key) {
        return STAGE.server()
                .database()
                .read(connection -> new RecordRows().find(connection, key))
                .map(StoredRecord::toState)
                .orElseThrow();
    }

    private static RecordKey key(String id) {
        return new RecordKey(StoryTeam.CITY.id(), RecordType.RECORD_TYPE_WORKPLACE_VALUE, UUID.fromString(id));
    }
}
