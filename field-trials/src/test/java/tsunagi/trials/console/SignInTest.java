package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.DemoServer;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTeam;

/** Coming in and going out. */
final class SignInTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void signIn_whenThePasswordIsRight_leadsToWhatWasAskedFor() {
        Page page = STAGE.page();
        String asked = "/teams/" + StoryTeam.BREWERY.id();
        page.navigate(asked);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
        STAGE.look("sign-in");

        page.fill("input[name=login]", StoryPerson.ODA.login());
        page.fill("input[name=password]", DemoServer.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*" + asked));
        assertThat(page.locator("h1")).hasText("今日");
    }

    @Test
    void signIn_whenThePasswordIsWrong_saysSoAndNotWhich() {
        Page page = STAGE.page();
        page.navigate("/sign-in");
        page.fill("input[name=login]", StoryPerson.ODA.login());
        page.fill("input[name=password]", "tanuki");
        page.click("main button.main");

        assertThat(page.locator("[role=alert]")).hasText("ログイン名かパスワードが違います。");
        assertThat(page.locator("input[name=login]")).hasValue("oda");
        STAGE.look("sign-in-wrong");
    }
}
