package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** Tablets in the hands of the administrator: revoking one and making a code for another. */
final class FleetTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void revoke_keepsTheTabletOut_andItsKnockingIsOnTheRecord() throws Exception {
        Page page = STAGE.signIn(StoryPerson.ODA);
        page.navigate("/tablets");
        assertThat(page.locator("tbody tr")).hasCount(5);
        STAGE.look("tablets-all");
        page.locator("tbody a")
                .filter(new Locator.FilterOptions().setHasText(StoryTablet.REGIONAL_CENTRE.title()))
                .click();
        page.click("details.more summary");
        page.click("button.danger");
        assertThat(page.locator(".notice")).containsText("失効させました。");
        assertThat(page.locator("main")).containsText("新しいコードで登録し直してください");

        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.REGIONAL_CENTRE)) {
            assertThatThrownBy(tablet::sync).hasMessageContaining("Revoked");
        }
        page.reload();
        assertThat(page.locator("tbody")).containsText("失効したタブレットが同期しようとした");
        STAGE.look("tablet-revoked");
    }

    @Test
    void code_isShownOnceWithAPictureForTheTablet_andNotWithoutATeam() {
        Page page = STAGE.signIn(StoryPerson.ODA);
        page.navigate("/tablets/code");
        page.click("button.main");
        assertThat(page.locator("[role=alert]")).hasText("使うチームを一つ以上選んでください。");

        page.check("input[value='" + StoryTeam.BREWERY.id() + "']");
        page.click("button.main");
        assertThat(page.locator(".secret")).hasText(Pattern.compile("\\S{4}-\\S{4}.*"));
        assertThat(page.locator(".qr-frame svg")).isVisible();
        STAGE.look("tablet-code");
    }

    @Test
    void revoke_isNotForASupervisorAlone() {
        Page page = STAGE.signIn(StoryPerson.HORI);
        page.navigate("/tablets");
        assertThat(page.locator("h1")).hasText("この画面は見られません");
        page = STAGE.open(StoryTeam.CITY, "/tablets");
        page.locator("tbody a").first().click();
        assertThat(page.locator("button.danger")).hasCount(0);
        assertThat(page.locator("main")).containsText("システム管理者が行います");
    }
}
