package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** Finding, reading and writing records at the desk. */
final class RecordTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void list_whenOneTypesKana_findsWhatIsWrittenInKanjiAndTheAddressCanBeShared() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/records");
        STAGE.look("record-list");

        page.fill("input[name=q]", "ひはま");
        page.selectOption("select[name=type]", "workplace");

        assertThat(page.locator("table.records")).containsText("灯浜酒造");
        assertThat(page).hasURL(Pattern.compile(".*/records\\?type=workplace&q=.*"));
        String shared = page.url();
        page.navigate(shared);
        assertThat(page.locator("input[name=q]")).hasValue("ひはま");
        assertThat(page.locator("table.records tbody tr")).hasCount(1);
        STAGE.look("record-list-found");
    }

    @Test
    void list_whenNothingIsFound_saysHowToWiden() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/records?type=visit&year=2019&q=tanuki");

        STAGE.look("record-list-empty");
        page.click("text=年度を外す");

        assertThat(page).hasURL(Pattern.compile(".*/records\\?type=visit&q=tanuki"));
    }

    @Test
    void record_whenItIsAWorkplace_showsWhatHappenedThere() {
        Page page = brewery();

        assertThat(page.locator("aside")).containsText("訪問");
        assertThat(page.locator("aside")).containsText("関係者");
        STAGE.look("record-workplace");
    }

    @Test
    void edit_whenAFieldIsChanged_savesItAndGoesBackWithOneClick() {
        Page page = brewery();
        page.click("main >> text=直す");
        STAGE.look("record-edit-workplace");
        page.fill("[name='f.phone']", "0259-00-1234");
        page.click(".record-save button");

        assertThat(page.locator("[role=status]")).containsText("保存しました。");
        assertThat(page.locator("dl.facts >> text=0259-00-1234")).hasCount(1);
        page.locator(".record-history button:has-text('前の値に戻す')").first().click();

        assertThat(page.locator("[role=status]")).containsText("前の内容に戻しました。");
        assertThat(page.locator("dl.facts >> text=0259-00-1234")).hasCount(0);
    }

    @Test
    void edit_whenAValueCannotBeRead_keepsEverythingAndMarksTheField() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/records/new?type=meeting");
        page.fill("[name='f.title']", "臨時の会議");
        page.fill("[name='f.duration_minutes']", "一時間");
        page.click(".record-save button");

        assertThat(page.locator("[role=alert]")).containsText("まだ保存していません");
        assertThat(page.locator("[name='f.title']")).hasValue("臨時の会議");
        assertThat(page.locator("[name='f.duration_minutes']")).hasAttribute("aria-invalid", "true");
        STAGE.look("record-edit-refused");
    }

    @Test
    void edit_whenAnotherWroteTheSameFieldMeanwhile_tellsOfTheConflictAndMergesTheRest() throws Exception {
        Page page = brewery();
        RecordKey key = new RecordKey(
                StoryTeam.BREWERY.id(),
                RecordType.RECORD_TYPE_WORKPLACE_VALUE,
                UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1)));
        page.click("main >> text=直す");
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            Workplace meanwhile = Workplace.newBuilder()
                    .setBusiness("清酒と甘酒の製造")
                    .setAddress("蔵前町 5-1")
                    .build();
            tablet.now().save(tablet.now().edit(key).set(meanwhile), StoryPerson.SAEKI.id());
            tablet.sync();
        }
        page.fill("[name='f.business']", "清酒の製造・直売");
        page.click(".record-save button");

        assertThat(page.locator("[role=status]")).containsText("1か所で食い違っています");
        assertThat(page.locator(".trouble")).containsText("食い違いが1件あります。");
        assertThat(page.locator("main")).containsText("蔵前町 5-1");
        STAGE.look("record-conflict");
    }

    @Test
    void make_whenAMeetingIsWritten_itIsThereWithItsAttendees() {
        Page page = STAGE.open(StoryTeam.CITY, "/records/new?type=meeting");
        page.fill("[name='f.title']", "作業部会（4月）");
        page.check("[name='f.kind'][value='2']");
        page.fill("[name='f.held_on']", "2025-04-10");
        page.click("button[value='add f.attendees']");
        Locator row = page.locator("#f-attendees tbody tr").first();
        row.locator("select").first().selectOption(new SelectOption().setIndex(2));
        row.locator("select").nth(1).selectOption("2");
        page.click("button[value='add f.attendees']");
        Locator second = page.locator("#f-attendees tbody tr").nth(1);
        second.locator("select").first().selectOption("by-name");
        second.locator("select").nth(1).selectOption("4");
        second.locator("input[name$='.name']").fill("灯浜町内会長");
        page.fill("[name='f.decisions']", "4月から訪問を始める。");
        STAGE.look("record-new-meeting");
        page.click(".record-save button");

        assertThat(page.locator("h1")).containsText("作業部会（4月）");
        assertThat(page.locator("main")).containsText("灯浜町内会長");
        assertThat(page.locator("main")).containsText("4月から訪問を始める。");
        STAGE.look("record-meeting");
    }

    @Test
    void edit_whenARowOfTheCouncilChecklistIsAdded_itStandsInTheProgramme() {
        Page page = STAGE.open(StoryTeam.CITY, "/records?type=program");
        page.locator("table.records a").first().click();
        page.click("text=チェックリストを記入");
        page.click("button[value='add f.council_checks']");
        Locator row = page.locator("#f-council_checks tbody tr").last();
        row.locator("input").first().fill("3-1");
        row.locator("select").first().selectOption("3");
        row.locator("textarea").fill("窓口を一本化する");
        STAGE.look("record-council");
        page.click(".record-save button");

        assertThat(page.locator("main")).containsText("窓口を一本化する");
    }

    @Test
    void delete_whenItWasAMistake_isUndoneWithOneClick() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/records?type=visit");
        page.locator("table.records a").last().click();
        page.click("summary:has-text('削除')");
        page.click("text=この記録を削除する");
        assertThat(page.locator(".tag.error")).hasText("削除済み");
        STAGE.look("record-deleted");

        page.click(".notice button");

        assertThat(page.locator("main")).not().containsText("削除済み");
        assertThat(page.locator("[role=status]")).containsText("取り消しました。");
    }

    private static Page brewery() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/records?type=workplace&q=灯浜酒造");
        page.locator("table.records a").first().click();
        return page;
    }
}
