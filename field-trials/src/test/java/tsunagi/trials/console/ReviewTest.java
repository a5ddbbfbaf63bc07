package tsunagi.trials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.Visit;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.review.ReviewOf;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.trials.demo.PlayedYear;
import tsunagi.trials.demo.StagedTablet;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** Asking back, looking at records and leaving them out of totals. */
final class ReviewTest {
    @RegisterExtension
    static final ConsoleStage STAGE = ConsoleStage.ofTheYear();

    private static final StoryTeam TEAM = StoryTeam.BREWERY;
    private static final UUID NOBODY = UUID.fromString("00000000-0000-0000-0000-000000000001");

    /** A visit that this person wrote first. */
    private static RecordKey visitBy(StoryPerson person) {
        return STAGE.server().database().read(connection -> Sql.of(
                        connection,
                        "SELECT record_id FROM change_log WHERE team_id = ? AND record_type = 6 AND author_person_id = ?"
                                + " ORDER BY revision",
                        TEAM.id(),
                        person.id())
                .first(row -> new RecordKey(TEAM.id(), RecordType.RECORD_TYPE_VISIT_VALUE, row.id("record_id")))
                .orElseThrow());
    }

    private static void plainTablesFollow() {
        PlainTables tables = new PlainTables(STAGE.server().database(), new RecordRows(), RecordSchemas.standard());
        tables.catchUp(TEAM.id());
    }

    private static Page open(String rest) {
        return STAGE.open(TEAM, "/review" + rest);
    }

    private static void press(Page page, String words) {
        page.locator("main button:visible, main a.button:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words + "$")))
                .first()
                .click();
    }

    @Test
    void ask_aboutAVisit_reachesTheTablet_andComesBackAnsweredWithWhatChanged() throws Exception {
        RecordKey visit = visitBy(StoryPerson.SAEKI);
        Page page = open("/records/visit~" + visit.id());
        press(page, "確認済みにする");
        assertThat(page.locator(".notice")).containsText("1件を確認済みにしました。");

        press(page, "確認をお願いする");
        page.selectOption("select[name=field]", Integer.toString(Visit.NEEDS_FIELD_NUMBER));
        assertThat(page.locator("select[name=person]")).containsText("記録した人（佐伯 典子）");
        STAGE.look("review-ask");
        page.fill("textarea[name=question]", "腰痛のある方は何人でしたか。");
        press(page, "お願いする");
        assertThat(page.locator(".notice")).containsText("1件について確認をお願いしました。");
        page = open("");
        assertThat(page.locator("article")).containsText("佐伯 典子さんへ");
        STAGE.look("review-open");

        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.NURSE)) {
            tablet.sync();
            Review seen = tablet.now().show(ReviewOf.key(visit)).as(Review.getDefaultInstance());
            String questionKey = seen.getQuestionsMap().keySet().iterator().next();
            assertThat(seen.getQuestionsOrThrow(questionKey).getQuestion()).isEqualTo("腰痛のある方は何人でしたか。");
            Visit corrected = Visit.newBuilder().setNeeds("腰痛のある方が7人（瓶詰・出荷が主）").build();
            Review answered = Review.newBuilder()
                    .putAnswers(
                            questionKey,
                            ReviewAnswer.newBuilder()
                                    .setAnswer("7人でした。記録も直しました。")
                                    .setAnsweredOn("2025-04-22")
                                    .build())
                    .build();
            String saeki = StoryPerson.SAEKI.id();
            tablet.now().save(tablet.now().edit(visit).set(corrected), saeki);
            tablet.now().save(tablet.now().edit(ReviewOf.key(visit)).set(answered), saeki);
            tablet.sync();
        }

        page = open("/answered");
        Locator answer = page.locator("article").filter(new Locator.FilterOptions().setHasText("7人でした"));
        assertThat(answer.locator(".tag.warn")).hasText("未確認");
        STAGE.look("review-answered");
        answer.locator("a").click();
        assertThat(page.locator("table ins")).hasText("腰痛のある方が7人（瓶詰・出荷が主）");
        assertThat(page.locator("table")).containsText("佐伯 典子");
        STAGE.look("review-record");

        press(page, "確認済みにする");
        assertThat(page.locator("main")).containsText("変わったところはありません。");
        assertThat(open("/answered").locator(".tag.warn")).hasCount(0);
    }

    @Test
    void leaveOut_takesARecordOutOfTotals_untilItIsUndone() {
        RecordKey visit = visitBy(StoryPerson.MIKAMI);
        Page page = open("/records/visit~" + visit.id());
        press(page, "集計から除く");
        page.fill("input[name=reason]", "練習の入力");
        STAGE.look("review-leave-out");
        press(page, "集計から除く");
        assertThat(page.locator("main")).containsText("除いた理由：練習の入力");
        assertThat(countedRows(visit)).isZero();
        assertThat(open("/left-out").locator("tbody tr")).hasCount(1);
        STAGE.look("review-left-out");

        page.check("tbody input[type=checkbox]");
        press(page, "集計に戻す");
        assertThat(page.locator(".empty")).containsText("集計から除いた記録はありません。");
        assertThat(countedRows(visit)).isEqualTo(1);
        page.click(".notice button");
        assertThat(page.locator("tbody")).containsText("練習の入力");
        assertThat(countedRows(visit)).isZero();
        page.check("tbody input[type=checkbox]");
        press(page, "集計に戻す");
    }

    private static int countedRows(RecordKey visit) {
        plainTablesFollow();
        return STAGE.server().database().read(connection -> Sql.of(
                        connection,
                        "SELECT COUNT(*) AS n FROM counted_work WHERE team_id = ? AND id = ?",
                        TEAM.id().toString(),
                        visit.id().toString())
                .first(row -> row.smallNumber("n"))
                .orElseThrow());
    }

    @Test
    void unseen_onceTheTeamLooksAtRecords_listsWhatMoves_andManyAreDoneAtOnce() throws Exception {
        Page page = open("/unseen");
        assertThat(page.locator(".empty")).containsText("確認をはじめると");
        press(page, "確認をはじめる");
        RecordKey mikamis = visitBy(StoryPerson.MIKAMI);
        try (StagedTablet tablet = PlayedYear.tablet(STAGE.directory(), STAGE.server(), StoryTablet.THERAPISTS)) {
            tablet.sync();
            tablet.now()
                    .save(
                            tablet.now()
                                    .edit(mikamis)
                                    .set(Visit.newBuilder().setNeeds("朝礼の体操").build()),
                            StoryPerson.MIKAMI.id());
            tablet.sync();
        }
        plainTablesFollow();
        page = open("/unseen");
        assertThat(page.locator("tbody tr")).hasCount(1);
        STAGE.look("review-unseen");

        press(page, "確認済みにする");
        assertThat(page.locator(".notice")).containsText("記録が選ばれていません");
        page.check("[data-check-all=record]");
        press(page, "確認済みにする");
        assertThat(page.locator(".empty")).containsText("まだ見ていない記録はありません。");
        page.click(".notice button");
        assertThat(page.locator("tbody tr")).hasCount(1);
        press(page, "確認をやめる");
        assertThat(page.locator(".empty")).containsText("確認をはじめると");
    }

    @Test
    void ask_withoutAQuestion_saysSoAndKeepsWhatWasChosen() {
        RecordKey visit = visitBy(StoryPerson.SAEKI);
        Page page = open("/ask?record=visit~" + visit.id());
        page.selectOption("select[name=person]", StoryPerson.OMORI.id());
        page.locator("textarea").evaluate("area => area.removeAttribute('required')");
        press(page, "お願いする");

        assertThat(page.locator("[role=alert]")).hasText("尋ねることを書いてください。");
        assertThat(page.locator("select[name=person]")).hasValue(StoryPerson.OMORI.id());
        page.navigate("/teams/" + TEAM.id() + "/review/records/visit~" + NOBODY);
        assertThat(page.locator("h1")).hasText("見つかりません");
    }
}
