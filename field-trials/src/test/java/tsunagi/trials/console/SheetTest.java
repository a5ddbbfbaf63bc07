package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.matchcode.RoundCodes;
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
    void certificate_ofTheLectureOf26July_isOnePage() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets/certificate/" + BREWERY + "?year=2024");
        STAGE.look("certificate-year");
        assertThat(pages(print(page, "certificate-year"))).isEqualTo(1);

        page.click("text=2024年7月26日 腰を守る体の使い方");
        assertThat(page.locator(".certificate")).containsText("2024年7月26日（金）");
        assertThat(page.locator(".certificate")).containsText("29人");
        assertThat(page.locator(".certificate")).containsText("蔵の2階 会議室");
        assertThat(page.locator(".certificate")).containsText("三上 隆");
        STAGE.look("certificate");
        assertThat(pages(print(page, "certificate"))).isEqualTo(1);
    }

    @Test
    void ownResult_whenConsentWasGiven_isOnePageOfThatPersonAlone() {
        Page page = askForOwnResult("実施前(7月)", code(2));
        assertThat(page.locator("main")).containsText("腰の痛み");
        assertThat(page.locator("main")).containsText("照合コード");
        STAGE.look("own-result-print");
        assertThat(pages(print(page, "own-result"))).isEqualTo(1);
    }

    @Test
    void ownResult_whenItMayNotBeShown_saysWhy() {
        Page page = askForOwnResult("実施前(7月)", "1234567");
        assertThat(page.locator("[role=alert]")).containsText("7桁の数字を");
        STAGE.look("own-result-refused");
        askForOwnResult("実施前(7月)", code(500));
        assertThat(page.locator("[role=alert]")).containsText("このコードの回答票はありません");
        askForOwnResult("実施前(7月)", code(31));
        assertThat(page.locator("[role=alert]")).containsText("中断か無効");
    }

    @Test
    void handover_ofTheCityTeam_tellsWhatIsOpenAndKeepsIntroductions() {
        Page page = STAGE.open(StoryTeam.CITY, "/sheets/handover");
        assertThat(page.locator(".doc")).containsText("禁煙支援の様子を聞く");
        assertThat(page.locator(".doc")).containsText("期限切れ");
        assertThat(page.locator(".doc")).containsText("次の5年の質問票は同じ設問で行う。");
        assertThat(page.locator(".doc")).containsText("2人以上にしてください");
        assertThat(page.locator(".doc")).containsText("結果不明");
        page.getByLabel("紹介済み 浜辺 徹").check();
        page.click("text=紹介済みを保存");

        assertThat(page.locator("[role=status]")).containsText("保存しました");
        assertThat(page.getByLabel("紹介済み 浜辺 徹")).isChecked();
        assertThat(page.locator("li:has-text('浜辺 徹')")).containsText("堀 美咲");
        STAGE.look("handover");
        print(page, "handover");
        Download file = page.waitForDownload(() -> page.click("text=ダウンロード"));
        assertThat(text(file)).contains("引き継ぎ書", "浜辺 徹", "☑", ".doc {").doesNotContain("src=", "href=");
    }

    @Test
    void yearReport_hasFourPartsAndMarksWhatCameLate() {
        Page page = STAGE.open(StoryTeam.CITY, "/sheets/year-report?year=2024");
        assertThat(page.locator(".doc h3")).hasText(new String[] {"構造", "過程", "実施量", "成果"});
        assertThat(page.locator("mark", new Page.LocatorOptions().setHasText("締め後の追加"))
                        .last())
                .isVisible();
        STAGE.look("year-report");
        print(page, "year-report");
    }

    private static Page askForOwnResult(String round, String code) {
        Page page = STAGE.open(StoryTeam.BREWERY, "/sheets/own-result");
        page.selectOption("select[name=round]", new SelectOption().setLabel("灯浜酒造株式会社　" + round));
        page.fill("input[name=code]", code);
        page.click("main button.main");
        return page;
    }

    /** The code on the slip with this number. */
    private static String code(int slip) {
        return new RoundCodes(StoryId.uuid("round/brewery-before"))
                .code(slip - 1)
                .digits();
    }

    private static String text(Download file) {
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
