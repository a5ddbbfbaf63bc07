package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.story.StoryPerson;

/** Accounts, as the システム管理者 looks after them. */
final class AccountTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void make_whenTheLoginIsFree_showsAPasswordOnceWithWhichThePersonComesInAndChoosesAnother() {
        Page page = STAGE.signIn(StoryPerson.ODA);
        page.navigate("/accounts");
        STAGE.look("account-list");
        page.selectOption("select[name=person]", StoryPerson.HAYAKAWA.id());
        page.fill("input[name=login]", "oda");
        page.click("form.card button.main");
        assertThat(page.locator("[role=alert]")).containsText("そのログイン名は使われています");
        STAGE.look("account-login-taken");

        page.fill("input[name=login]", "hayakawa");
        page.click("form.card button.main");
        String oneTime = page.locator(".secret").textContent();
        STAGE.look("account-made");

        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("input[name=login]", "hayakawa");
        page.fill("input[name=password]", oneTime);
        page.click("main button.main");
        assertThat(page).hasURL(Pattern.compile(".*/password"));
        STAGE.look("account-password");
        page.fill("input[name=present]", oneTime);
        page.fill("input[name=wanted]", "tabi-no-kusuriuri");
        page.fill("input[name=again]", "tabi-no-kusuriuri");
        page.click("main button.main");
        assertThat(page.locator("[role=status]")).containsText("パスワードを変えました");
    }
}
