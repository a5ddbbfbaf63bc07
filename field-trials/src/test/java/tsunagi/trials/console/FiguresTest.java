package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagi.trials.demo.story.StoryTeam;

/** The figures of the year, as the board shows them. */
final class FiguresTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    /** 210 mm less the margins, in pixels of 1/96 inch. */
    private static final int A4_WIDTH = 703;

    @Test
    void board_ofTheBrewery_showsTheYearToTheUnit() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/figures?year=2024&at_once=all");

        assertThat(row(page, "workshop-workshop", "うち記名の受講者")).containsText(new String[] {"55", "31"});
        assertThat(row(page, "workshop-times", "2回受講")).hasText(new String[] {"24 人"});
        assertThat(row(page, "questionnaire-rounds", "実施前(7月)"))
                .hasText(new String[] {"34 枚", "31 枚", "30 枚", "91.2%", "88.2%", "1", "0", "0"});
        assertThat(row(page, "questionnaire-rounds", "実施後(10月)"))
                .hasText(new String[] {"33 枚", "28 枚", "27 枚", "84.8%", "81.8%", "0", "1", "0"});
        assertThat(row(page, "before-after-pairs-1", "対応のある組")).hasText(new String[] {"23 枚", "23 枚"});
        assertThat(row(page, "before-after-pairs-1", "配布していないコード")).hasText(new String[] {"0 枚", "2 枚"});
        assertThat(row(page, "before-after-changes-1", "腰の痛み")).containsText(new String[] {"低いほど良い", "23 組"});
        assertThat(row(page, "satisfaction-satisfaction", "満足度"))
                .hasText(new String[] {"27", "20", "1", "0", "0", "48 枚", "97.9%"});
        assertThat(page.locator("#rating .figures-table")).hasCount(3);
        STAGE.look("figures-brewery");
    }

    @Test
    void board_ofTheCity_tellsVisitsFromAttemptsAndMarksWhatCameLate() {
        Page page = STAGE.open(StoryTeam.CITY, "/figures?year=2024&at_once=all");

        assertThat(row(page, "plan-plan", "訪問")).hasText(new String[] {"延べ", "5 回", "5 回", "100.0%"});
        assertThat(row(page, "visit-visit", "訪問の試み")).containsText(new String[] {"2 回", "事業場"});
        assertThat(row(page, "approach-approach", "働きかけた事業場")).containsText(new String[] {"188 事業場", "事業場"});
        assertThat(row(page, "late-late", "訪問").locator(".tag.warn")).hasText("1 件");
        assertThat(row(page, "referral-referral", "橋渡し").first()).hasText("1");
        assertThat(page.locator("#coverage .figures-table")).hasCount(5);
        STAGE.look("figures-city");
    }

    @Test
    void board_drawsItsPicturesAndGivesThemAway() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/figures/before-after?year=2024");
        Locator picture = page.locator("figure.chart").first();

        assertThat(picture.locator("canvas")).isVisible();
        Object ink = picture.locator("canvas").evaluate("""
                canvas => new Set(new Uint32Array(canvas.getContext('2d')
                    .getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size
                """);
        assertThat((Integer) ink).as("different colours on the picture").isGreaterThan(10);

        Path svg = download(page, picture.locator("[data-save=svg]")).path();
        assertThat(Files.readString(svg)).startsWith("<svg").contains("良い方向").contains("腰の痛み");
        Path png = download(page, picture.locator("[data-save=png]")).path();
        assertThat(Files.size(png)).isGreaterThan(10_000);
    }

    @Test
    void board_givesEachTableAsAFileWithTheSameNumbers() throws IOException {
        Page page = STAGE.open(StoryTeam.BREWERY, "/figures/questionnaire?year=2024");

        Download file = download(page, page.locator("[href*='/rounds/csv']"));

        assertThat(file.suggestedFilename()).isEqualTo("調査回ごとの配布・回収・有効_2024.csv");
        String text = Files.readString(file.path(), StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF調査回,配布,回収,有効,回収率,")
                .contains("実施前(7月),34,31,30,91.2%,88.2%,1,0,0\r\n")
                .contains("実施後(10月),33,28,27,84.8%,81.8%,0,1,0\r\n");

        Path list = download(page, page.locator("a[href*='/figures/csv']")).path();
        assertThat(Files.readString(list)).contains("講座,うち記名,延べ,55").contains("講座,受講者(記名のみ),実,31");
    }

    @Test
    void board_splitByBody_leadsToTheFiguresOfOneBody() {
        Page page = STAGE.open(StoryTeam.CITY, "/figures?year=2024");
        page.selectOption("select[name=by]", "body");
        page.click("form.filters button.main");

        Locator rows = page.locator("#table-visit-visit-by-body tbody tr");
        assertThat(rows.last()).containsText("全体");
        assertThat(page).hasURL(Pattern.compile(".*by=body.*"));
        STAGE.look("figures-by-body");
        rows.first().locator("a").click();

        assertThat(page.locator(".figures-team")).containsText("だけの集計");
        assertThat(page.locator("#coverage .figures-note")).containsText("チーム全体の数字");
    }

    @Test
    void board_ofAYearWithoutRecords_saysSo() {
        Page page = STAGE.open(StoryTeam.CITY, "/figures?year=2021&at_once=all");

        assertThat(page.locator("p.empty")).hasText("2021年度（令和3年度）の記録はまだありません。");
    }

    @Test
    void board_ofManyRecords_bringsWhatTakesLongAfterwards() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/figures?year=2024&at_once=none");

        assertThat(page.locator(".figures-wait")).hasCount(0);
        assertThat(row(page, "workshop-times", "2回受講")).hasText(new String[] {"24 人"});
        assertThat(page.locator("#table-workshop-times >> xpath=../../.. >> canvas"))
                .isVisible();
    }

    @Test
    void board_ofTheCity_showsWhatNobodyHasGoneTo() {
        Page page = STAGE.open(StoryTeam.CITY, "/figures/coverage?year=2024");

        assertThat(row(page, "coverage-coverage-municipality", "99361"))
                .hasText(new String[] {"112 事業場", "0 事業場", "0", "0.0%"});
        assertThat(row(page, "coverage-coverage-municipality", "99201"))
                .hasText(new String[] {"358 事業場", "13 事業場", "5", "2.2%"});
        assertThat(page.locator("#coverage canvas")).hasCount(2);
        STAGE.look("figures-coverage");
    }

    @Test
    void board_withoutACensus_saysHowToImportOne() {
        Page page = STAGE.open(StoryTeam.BREWERY, "/figures/coverage?year=2024");

        assertThat(page.locator("#coverage")).containsText("./tsunagi import coverage");
        assertThat(page.locator("#coverage .figures-table")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void board_onPaper_isA4WithAllItsPictures(StoryTeam team) throws IOException {
        Page page = STAGE.open(team, "/figures?year=2024&at_once=all");
        Path file =
                Path.of("target", "screens", "console", "figures-" + team.name().toLowerCase(Locale.ROOT) + ".pdf");
        Files.createDirectories(file.getParent());

        page.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true).setPrintBackground(true));

        assertThat(Files.size(file)).isGreaterThan(20_000);
        assertThat(page.locator("#figures canvas").count()).as("pictures").isGreaterThan(5);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(A4_WIDTH, 1000);
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        Object tooWide = page.evaluate("""
                width => [...document.querySelectorAll('main table, main canvas')]
                    .filter(each => each.getBoundingClientRect().right > width + 1).map(each => each.id || each.outerHTML.slice(0, 80))
                """, A4_WIDTH);
        Object tooFlat = page.evaluate("""
                () => [...document.querySelectorAll('main canvas')].map(each => each.getBoundingClientRect())
                    .filter(each => each.width < 300 || each.height < 60).map(each => each.width + ' × ' + each.height)
                """);
        assertThat((List<?>) tooFlat).as("pictures that show nothing").isEmpty();
        assertThat((List<?>) tooWide).as("what does not fit on the paper").isEmpty();
    }

    private static Download download(Page page, Locator link) {
        return page.waitForDownload(link::click);
    }

    /** The cells of the row of this name, without its name. */
    private static Locator row(Page page, String table, String name) {
        return page.locator("#table-" + table + " tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th").filter(new Locator.FilterOptions().setHasText(name))))
                .first()
                .locator("td");
    }
}
