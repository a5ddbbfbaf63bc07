package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.trials.demo.story.StoryTeam;

/** Requests come in, are answered, and stand in the agenda. */
final class WindowTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    @Test
    void request_thatComesIn_isMatchedAcceptedAndBooked() {
        Page page = STAGE.open(StoryTeam.CITY, "/window");
        assertThat(page.locator("h2").first()).containsText("受付中の依頼");
        STAGE.look("window");
        page.click("text=依頼を受け付ける");
        page.click("main button.main");
        assertThat(page.locator("h1")).hasText("依頼を受け付ける");
        page.selectOption("select[name=workplace]", new SelectOption().setLabel("うみかぜ食堂"));
        page.fill("textarea[name=wish]", "厨房で腰痛の人がいるので、体操を教えてほしい");
        page.fill("input[name=wished_on]", "2025-06-17");
        STAGE.look("window-new");
        page.click("main button.main");

        assertThat(page.locator("[role=status]")).containsText("依頼を受け付けました");
        Locator best = page.locator("form.match").first();
        assertThat(best).containsText("腰痛を防ぐ体操と職場の工夫");
        STAGE.look("window-request");
        best.locator("button").click();

        assertThat(page.locator("[role=status]")).containsText("依頼を受けました");
        assertThat(page.locator("dl.facts")).containsText("青嶺県理学療法士会");
        page.fill("input[name=time]", "15:00");
        page.click("main button.main");
        assertThat(page.locator("ul.booked")).containsText("2025年6月17日");
        STAGE.look("window-booked");
        page.click("ul.booked a");
        assertThat(page.locator("table.agenda")).containsText("うみかぜ食堂");
        page.goBack();
    }

    @Test
    void request_declinedForLackOfHands_isDecided_andOpenAgainWhenTakenBack() {
        Page page = STAGE.open(StoryTeam.CITY, "/window");
        page.click("a.request:has-text('辻本自動車整備')");
        page.fill("input[name=reason]", "6月は担当者の手が足りない");
        page.click("button:has-text('記録する')");

        assertThat(page.locator("[role=status]")).containsText("対応できずと記録しました");
        assertThat(page.locator("dl.facts")).containsText("6月は担当者の手が足りない");
        page.click("[role=status] button");

        assertThat(page.locator("[role=status]")).containsText("元に戻しました");
        assertThat(page.locator("main .tag").first()).hasText("受付中");
        page.click("nav.tabs a:has-text('依頼')");
        assertThat(page.locator("a.request:has-text('辻本自動車整備')")).containsText("受付中");
    }

    @Test
    void agenda_ofAMonth_warnsOfBusySeasonsAndOfPeopleBookedTwice() {
        Page page = STAGE.open(StoryTeam.CITY, "/window/agenda?month=2025-05");

        assertThat(page.locator("tr:has-text('旅館 灯の宿')")).containsText("大型連休");
        assertThat(page.locator("tr:has-text('沖田運輸')")).containsText("早川 真由さんは同じ時間にほかの予定があります");
        assertThat(page.locator("tr:has-text('みさきデイサービス')")).not().containsText("注意");
        STAGE.look("window-agenda");
        page.selectOption("select[name=body]", new SelectOption().setLabel("灯浜商工会議所"));
        page.click("button:has-text('表示')");
        assertThat(page.locator("table.agenda tr")).hasCount(1);
        page.navigate(page.url().replaceAll("month=[^&]*", "month=2027-01"));
        assertThat(page.locator(".empty")).hasText("この月の予定はありません。");
    }

    @Test
    void approaches_areABoardByResult() {
        Page page = STAGE.open(StoryTeam.CITY, "/window/approaches");

        assertThat(page.locator("section[aria-label=後日]")).containsText("灯浜こはく交通");
        assertThat(page.locator("section[aria-label=後日]")).containsText("次は2025年2月3日");
        assertThat(page.locator("section[aria-label=返事待ち]")).containsText("180か所へ一斉に");
        STAGE.look("window-approaches");
    }
}
