package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.records.v1.Visit;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** What arrived and what waits, tablets and how they are doing. */
final class TodayTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    private static final StoryTeam TEAM = StoryTeam.BREWERY;

    private static Locator card(Page page, String words) {
        return page.locator(".cards .card").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void today_showsWhatArrived_andWhatWaitsLeadsToWhereItIsSettled() throws Exception {
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.THERAPISTS)) {
            tablet.sync();
            Visit visit = Visit.newBuilder().setVisitOn("2025-04-21").build();
            tablet.now().save(tablet.now().create(TEAM.id(), visit), StoryPerson.MIKAMI.id());
            tablet.sync();
        }
        Page page = STAGE.open(TEAM, "");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("三上 隆"));
        assertThat(row).containsText("理学療法士会のタブレット");
        assertThat(row).containsText("1件");
        STAGE.look("today");

        card(page, "しばらく同期のないタブレット").click();
        assertThat(page).hasURL(Pattern.compile(".*/tablets"));
        assertThat(page.locator("h1")).hasText("タブレット");
    }

    @Test
    void tablets_showHowTheyAreDoing_andTheTeamDecidesWhenOneIsSilent() {
        Page page = STAGE.open(TEAM, "/tablets");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody")).not().containsText("サーバー");
        STAGE.look("tablets");
        page.fill("#days", "365");
        page.click("form.card button");
        assertThat(page.locator(".notice")).containsText("365日");
        assertThat(page.locator("tbody .tag.warn", new Page.LocatorOptions().setHasText("連絡なし")))
                .hasCount(0);

        page.locator("tbody a").first().click();
        assertThat(page.locator("main")).containsText("うまくいかなかったことはありません。");
        STAGE.look("tablet");
    }
}
