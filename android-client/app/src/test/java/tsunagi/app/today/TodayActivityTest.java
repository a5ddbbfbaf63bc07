package tsunagi.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.view.View;
import android.view.ViewGroup;
import java.time.Duration;
import java.util.Arrays;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.BreweryYear;
import tsunagi.app.fixture.Said;
import tsunagi.app.fixture.ServerSays;
import tsunagi.app.visit.VisitActivity;
import tsunagi.app.workplace.ChooseWorkplaceActivity;
import tsunagi.app.workplace.ContactEditActivity;
import tsunagi.app.workplace.WorkplaceEditActivity;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class TodayActivityTest {
    private static String part(TodayActivity today, int id) {
        return Said.within(today.findViewById(id));
    }

    private static TodayActivity open() {
        return Stage.open(TodayActivity.class).get();
    }

    /** A day with everything on it. */
    private static RecordKey fullDay(Brewery brewery) {
        RecordKey workplace = brewery.workplace();
        BreweryYear year = new BreweryYear(brewery, workplace);
        year.happened();
        year.visit("2024-07-25", VisitState.VISIT_STATE_UNSPECIFIED, VisitKind.VISIT_KIND_INTERVIEW);
        brewery.save(Workplace.newBuilder()
                .setName("喫茶ひだまり")
                .setNameReading("きっさひだまり")
                .setAddress("海辺町1-1")
                .build());
        Tablet tablet = Stage.parts().tablet();
        tablet.edit(workplace).set(Workplace.newBuilder().setBusiness("清酒").build());
        Stage.app().time().pass(Duration.ofMinutes(1));
        tablet.create(
                Brewery.TEAM,
                Contact.newBuilder()
                        .setWorkplaceId(workplace.id().toString())
                        .setName("酒井 裕子")
                        .build());
        question(brewery, workplace, Brewery.NURSE, "電話番号が前と違います。どちらが正しいですか。");
        question(brewery, workplace, Brewery.THERAPIST, "これはほかの人への質問です。");
        ServerSays.conflict(
                workplace,
                FieldPath.field(Workplace.PHONE_FIELD_NUMBER),
                Workplace.getDefaultInstance(),
                Workplace.newBuilder().setPhone("0240-00-9999").build());
        return workplace;
    }

    static RecordKey question(Brewery brewery, RecordKey about, String personId, String question) {
        return brewery.save(Review.newBuilder()
                .setAboutId(about.id().toString())
                .setAboutType(RecordType.forNumber(about.type()))
                .putQuestions(
                        "q-" + personId,
                        ReviewQuestion.newBuilder()
                                .setQuestion(question)
                                .setAskedPersonId(personId)
                                .setFieldNumber(Workplace.PHONE_FIELD_NUMBER)
                                .setAskedOn("2024-07-24")
                                .build())
                .build());
    }

    @Test
    public void today_whenNothingIsUp_saysSo() {
        Brewery.onTablet();
        TodayActivity today = open();

        assertThat(today.findViewById(R.id.today_empty).isShown()).isTrue();
        Stage.draw(today, "today-empty");
    }

    @Test
    public void today_onAFullDay_showsWhatIsUpAndWhatWaits() {
        fullDay(Brewery.onTablet());
        TodayActivity today = open();
        Stage.draw(today, "today-full");

        assertThat(part(today, R.id.today_plans)).contains("株式会社つなぎ酒造", "今日・7月26日(金)", "腰痛予防ミニ講座", "15:00");
        assertThat(part(today, R.id.today_unfinished)).contains("昨日・7月25日(木)", "結果がまだ記録されていません");
        assertThat(part(today, R.id.today_next)).isEmpty();
        assertThat(part(today, R.id.today_drafts)).contains("事業場  株式会社つなぎ酒造", "関係者  酒井 裕子", "7月26日(金) 10:42 に入力");
        assertThat(part(today, R.id.today_follow_ups)).contains("10月の質問票の日程を社長と決める", "期限を 7 日過ぎています", "株式会社つなぎ酒造");
        assertThat(part(today, R.id.today_review))
                .contains("どちらが正しいですか", "食い違いのある記録が 1 件あります")
                .doesNotContain("ほかの人への質問");
        assertThat(part(today, R.id.today_recent)).contains("株式会社つなぎ酒造", "喫茶ひだまり");
    }

    @Test
    public void newVisit_atAPlaceOnToday_isOneTapAway() {
        RecordKey workplace = fullDay(Brewery.onTablet());
        TodayActivity today = open();

        Stage.tap(today.findViewById(R.id.today_recent_visit));

        Intent next = shadowOf(today).getNextStartedActivity();
        assertThat(next.getComponent())
                .isEqualTo(VisitActivity.to(today, workplace).getComponent());
        assertThat(next.getExtras().getString("workplace"))
                .isEqualTo(workplace.id().toString());
    }

    @Test
    public void newVisit_elsewhere_asksForThePlaceFirst() {
        Brewery.onTablet();
        TodayActivity today = open();

        Stage.tap(today.findViewById(R.id.today_visit));

        assertThat(shadowOf(today).getNextStartedActivity().getComponent())
                .isEqualTo(ChooseWorkplaceActivity.to(today, ChooseWorkplaceActivity.Purpose.VISIT)
                        .getComponent());
    }

    @Test
    public void draft_whenTapped_goesOnWhereItStopped() {
        RecordKey workplace = fullDay(Brewery.onTablet());
        TodayActivity today = open();
        ViewGroup drafts = today.findViewById(R.id.today_drafts);

        Stage.tap(drafts.getChildAt(1));
        Intent contact = shadowOf(today).getNextStartedActivity();
        Stage.tap(drafts.getChildAt(2));
        Intent edit = shadowOf(today).getNextStartedActivity();

        assertThat(contact.getComponent())
                .isEqualTo(ContactEditActivity.to(today, workplace).getComponent());
        assertThat(edit.filterEquals(WorkplaceEditActivity.to(today, workplace)))
                .isTrue();
    }

    @Test
    public void drafts_ofOneVisit_areOneLineThatGoesOnWithIt() {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        Tablet tablet = Stage.parts().tablet();
        Draft visit = tablet.create(
                Brewery.TEAM,
                Visit.newBuilder()
                        .setWorkplaceId(workplace.id().toString())
                        .setVisitOn("2024-07-26")
                        .build());
        Stage.app().time().pass(Duration.ofMinutes(1));
        for (String task : Arrays.asList("蒸米の運搬", "麹室の掃除")) {
            tablet.create(
                    Brewery.TEAM,
                    Observation.newBuilder()
                            .setVisitId(visit.key().id().toString())
                            .setTask(task)
                            .build());
        }
        TodayActivity today = open();

        ViewGroup drafts = today.findViewById(R.id.today_drafts);
        assertThat(drafts.getChildCount()).isEqualTo(2);
        assertThat(Said.within(drafts)).contains("訪問  株式会社つなぎ酒造  7月26日(金)", "10:43 に入力");
        Stage.tap(drafts.getChildAt(1));
        assertThat(shadowOf(today).getNextStartedActivity().getComponent().getClassName())
                .isEqualTo(VisitActivity.class.getName());
    }

    @Test
    public void followUps_ofOthersAndOfLater_areNotTodays() {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        BreweryYear year = new BreweryYear(brewery, workplace);
        year.followUp("来月の約束", "2024-08-20");
        Stage.parts().users().choose(brewery.user(Brewery.THERAPIST));
        year.followUp("看護師の約束", "2024-07-26");
        TodayActivity today = open();

        assertThat(today.findViewById(R.id.today_follow_ups).isShown()).isFalse();
    }

    @Test
    public void visitOfToday_thatIsDone_staysInViewAsDone() {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        new BreweryYear(brewery, workplace)
                .visit("2024-07-26", VisitState.VISIT_STATE_DONE, VisitKind.VISIT_KIND_GUIDANCE);
        brewery.save(Visit.newBuilder()
                .setWorkplaceId(workplace.id().toString())
                .setVisitOn("2024-07-30")
                .build());
        TodayActivity today = open();

        assertThat(part(today, R.id.today_plans)).contains("実施、助言・指導");
        assertThat(part(today, R.id.today_next)).contains("7月30日(火)");
        assertThat(today.findViewById(R.id.today_unfinished).getVisibility()).isEqualTo(View.GONE);
    }

    @Test
    public void answered_questions_areNotShown() {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        RecordKey review = question(brewery, workplace, Brewery.NURSE, "どちらですか。");
        Tablet tablet = Stage.parts().tablet();
        tablet.save(
                tablet.edit(review)
                        .set(Review.newBuilder()
                                .putAnswers("q-" + Brewery.NURSE, ReviewAnswer.getDefaultInstance())
                                .build()),
                Brewery.NURSE);

        assertThat(open().findViewById(R.id.today_review).isShown()).isFalse();
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void today_onAPhone_isOneColumn() {
        fullDay(Brewery.onTablet());
        Stage.draw(open(), "today-phone");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-night-mdpi")
    public void today_atNightInEnglish_isDrawn() {
        fullDay(Brewery.onTablet());
        Stage.draw(open(), "today-night-en");
    }

    @Test
    public void today_inTypeTwiceAsLarge_isDrawn() {
        RuntimeEnvironment.setFontScale(2.0f);
        fullDay(Brewery.onTablet());
        Stage.draw(open(), "today-large");
    }
}
