package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.story.StoryId;
import tsunagi.trials.demo.story.StoryTeam;

/** Papers for workplaces and for a successor. */
final class SheetTest {
    private static final Path PAPERS = Path.of("target", "papers");
    private static final String BREWERY = StoryId.of("workplace/brewery");
    private static final String HAIRDRESSER = StoryId.of("workplace/hairdresser");

    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void wallSheet_whenTheBrewerysIsPrinted_isTwoSidesOfPublishedFigures() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets/wall/" + BREWERY + "/print?year=2024");

        assertThat(page.locator("main")).containsText("配布 34枚 → 回収 31枚（有効 30枚）");
        assertThat(page.locator("main")).containsText("配布 33枚 → 回収 28枚");
        assertThat(page.locator("main")).containsText("前後そろった23人では 平均−0.7点");
        assertThat(page.locator("main")).containsText("同じ質問票に答えた11の職場");
        assertThat(page.locator("main")).containsText("売店　人数が少ないため表示しません");
        STAGE.look("wall-sheet-print");
        assertThat(pages(print(page, "wall-brewery"))).isEqualTo(2);
    }

    @Test
    void wallSheet_whenSentencesArePickedAndEdited_keepsThemWithWhoAndWhen() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets/wall/" + BREWERY + "?year=2024");
        assertThat(page.locator("main")).containsText("決まり：回収率 >= 80 → 回収率 84.8%");
        page.fill("textarea[name='text.better:pain']", "腰の痛みが軽くなりました。体操の力です。");
        page.uncheck("input[name=pick][value=lectures]");
        page.fill("textarea[name='text.own:front1']", "蔵のみなさんの笑顔がいちばんです。");
        page.click("form button.main");

        assertThat(page.locator("[role=status]")).containsText("かべ新聞の文を保存しました。");
        assertThat(page.locator(".wall-sentence:has(textarea[name='text.better:pain'])"))
                .containsText("小田 恵美");
        STAGE.look("wall-sheet");
        page.navigate(page.url().replace("?", "/print?"));
        assertThat(page.locator("ul.good")).containsText("腰の痛みが軽くなりました。体操の力です。");
        assertThat(page.locator("ul.good")).containsText("蔵のみなさんの笑顔がいちばんです。");
        assertThat(page.locator("ul.good")).not().containsText("講座を");
        assertThat(pages(print(page, "wall-brewery-edited"))).isEqualTo(2);
    }

    @Test
    void wallSheet_whenMoreIsPickedThanFits_isRefusedAndKeepsWhatWasEntered() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets/wall/" + BREWERY + "?year=2023");
        page.navigate(page.url().replace("2023", "2024"));
        page.locator("input[name=pick]").all().forEach(Locator::check);
        page.fill("textarea[name='text.own:back1']", "水分をとりましょう。");
        page.click("form button.main");

        assertThat(page.locator("[role=alert]")).containsText("保存していません");
        assertThat(page.locator("textarea[name='text.own:back1']")).hasValue("水分をとりましょう。");
        STAGE.look("wall-sheet-too-many");
    }

    @Test
    void wallSheet_whenSoFewWorkThere_hasNoFigures() {
        Page page = STAGE.open(StoryTeam.CITY, "/sheets/wall/" + HAIRDRESSER + "?year=2024");
        assertThat(page.locator("main")).containsText("数字のない版になります");

        page.click("text=印刷する紙面を見る");
        assertThat(page.locator("main")).not().containsText(Pattern.compile("[0-9]+(人|枚|点|%)"));
        STAGE.look("wall-sheet-tiny");
        assertThat(pages(print(page, "wall-tiny"))).isEqualTo(2);
    }

    @Test
    void index_findsAWorkplaceByItsReading() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets");
        page.fill("input[name=text]", "ひはましゅぞう");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        STAGE.look("sheets");
    }

    /** Prints; nothing of a side may be cut off. */
    private static byte[] print(Page page, String name) {
        assertThat(page.evaluate("[...document.querySelectorAll('.a4 .body')].map(b => b.scrollHeight - b.clientHeight)"
                        + ".filter(over => over > 1).length"))
                .isEqualTo(0);
        return page.pdf(new Page.PdfOptions()
                .setPath(PAPERS.resolve(name + ".pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    }

    private static int pages(byte[] pdf) {
        Matcher page = Pattern.compile("/Type\\s*/Page\\b").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        return (int) page.results().count();
    }
}
