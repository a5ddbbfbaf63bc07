package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.trials.demo.story.StoryTeam;

/** Forms: from a spreadsheet with a mistake to what tablets get. */
final class FormTest {
    private static final Path FORMS = Path.of(System.getProperty("tsunagi.forms", "../forms"));

    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @TempDir
    private Path folder;

    @Test
    void aSpreadsheet_isMendedLookedAtPublishedComparedAndWithdrawn() throws IOException {
        Page page = STAGE.open(StoryTeam.CITY, "/forms");
        STAGE.look("form-list");

        upload(page, form("1", "select_onne satisfied"));
        assertThat(page.locator(".remarks")).containsText("select_onne");
        assertThat(page.getByRole(AriaRole.BUTTON, named("公開する"))).hasCount(0);
        STAGE.look("form-error");

        upload(page, form("1", "select_one satisfied"));
        assertThat(page.locator("main > .notice")).containsText("このまま使えます");
        STAGE.look("form-draft");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("タブレットでの見え方"))
                .click();
        assertThat(page.getByText("どこが良かったですか")).hasCount(0);
        page.getByText("とても満足").click();
        assertThat(page.getByText("どこが良かったですか")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("提出を試す")).click();
        assertThat(page.locator("#sheet [role=alert], #sheet [role=status]")).isVisible();
        STAGE.look("form-preview");

        page.goBack();
        page.navigate(page.url().replace("/preview", ""));
        publish(page);
        assertThat(page.locator("[role=status]")).containsText("公開しました");
        STAGE.look("form-version");

        page.navigate("/teams/" + StoryTeam.CITY.id() + "/forms");
        upload(page, form("2", "select_multiple satisfied"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("前の版（1）と比べる"))
                .click();
        assertThat(page.locator("tbody")).containsText("答え方");
        STAGE.look("form-compare");
        page.goBack();
        publish(page);

        page.onceDialog(dialog -> dialog.accept());
        page.getByRole(AriaRole.BUTTON, named("使用をやめる")).click();
        assertThat(page.locator("main .tag").first()).containsText("新しい調査には使いません");
        page.getByRole(AriaRole.BUTTON, named("元に戻す")).click();
        assertThat(page.locator("main .tag").first()).hasText("使えます");
    }

    @Test
    void anUpload_withoutAForm_saysWhatToChoose() throws IOException {
        Page page = STAGE.open(StoryTeam.CITY, "/forms");

        page.setInputFiles("input[type=file]", Files.writeString(folder.resolve("memo.csv"), "a,b\n"));
        page.getByRole(AriaRole.BUTTON, named("読み込んで確かめる")).click();

        assertThat(page.locator("[role=alert]")).containsText("調査票のファイル（.xlsx、.xls、.xml、または survey.csv）が見つかりません");
    }

    private void publish(Page page) {
        page.onceDialog(dialog -> dialog.accept());
        page.getByRole(AriaRole.BUTTON, named("公開する")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void upload(Page page, Path form) throws IOException {
        Locator files = page.locator("input[type=file]");
        try (Stream<Path> all = Files.list(form)) {
            files.setInputFiles(all.toArray(Path[]::new));
        }
        page.getByRole(AriaRole.BUTTON, named("読み込んで確かめる")).click();
    }

    /** The feedback on a lecture, with a question that is asked of whoever was satisfied. */
    private Path form(String version, String firstType) throws IOException {
        Path form = Files.createDirectories(folder.resolve(version + firstType.replace(' ', '_')));
        Files.copy(FORMS.resolve("workshop_feedback/choices.csv"), form.resolve("choices.csv"));
        Files.writeString(form.resolve("settings.csv"), """
                form_title,form_id,version,default_language,subject,identity
                講座のふりかえり（市）,city_feedback,%s,日本語 (ja),respondent,anonymous
                """.formatted(version));
        Files.writeString(form.resolve("survey.csv"), """
                type,name,label::日本語 (ja),label::English (en),required,relevant
                %s,satisfaction,今日の講座に、どのくらい満足しましたか。,How satisfied are you with today?,yes,
                text,good,どこが良かったですか。,What was good?,,${satisfaction} != ''
                select_one will,will_use,今日の内容を、仕事やくらしで試してみようと思いますか。,Do you mean to try what you heard?,yes,
                """.formatted(firstType));
        return form;
    }
}
