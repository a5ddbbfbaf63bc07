package tsunagi.app.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Intent;
import android.view.KeyEvent;
import android.view.View;
import android.widget.Button;
import android.widget.CompoundButton;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Sex;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class FillActivityTest {
    private ActivityController<FillActivity> controller;
    private FillActivity screen;
    private FillTaps taps;

    @Before
    public void team() {
        Brewery.onTablet();
    }

    @Test
    public void thirtyItems_whenEachIsTappedOnce_takeThirtyOneTaps() {
        begin("licensed_30_items");
        Stage.draw(screen, "fill-first-page");

        for (int item = 1; item <= 30; item++) {
            taps.choose("段階 " + item % 5 + "(許諾された文言を入れる)");
        }
        Stage.draw(screen, "fill-overview-complete");
        taps.next();

        assertThat(taps.count()).isLessThanOrEqualTo(31);
        assertThat(screen.isFinishing()).isTrue();
        Response saved = saved();
        assertThat(saved.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        for (int item = 1; item <= 30; item++) {
            assertThat(saved.getAnswersOrThrow(String.format("/data/item_%02d", item))
                            .getChoicesList())
                    .containsExactly(String.valueOf(item % 5));
        }
        assertThat(tablet().drafts()).isEmpty();
    }

    @Test
    public void thirtyItems_whenDigitsAreTypedFasterThanTheDiskWrites_eachAnswersItsOwnQuestion() {
        begin("licensed_30_items");

        for (int item = 1; item <= 30; item++) {
            press(KeyEvent.KEYCODE_1 + item % 5);
        }
        Stage.settle();
        press(KeyEvent.KEYCODE_ENTER);
        Stage.settle();

        Response saved = saved();
        for (int item = 1; item <= 30; item++) {
            assertThat(saved.getAnswersOrThrow(String.format("/data/item_%02d", item))
                            .getChoicesList())
                    .containsExactly(String.valueOf(item % 5));
        }
    }

    @Test
    public void aSheet_whenTheProcessIsKilled_goesOnAtTheSameQuestionWithAllAnswers() {
        begin("fall_risk_person");
        taps.choose("はい");
        taps.choose("いいえ");
        taps.choose("いいえ");
        assertThat(taps.page()).contains("階段を下りるとき");

        // Nothing of the screen is told that it ends.
        Stage.parts().tablet();
        DraftNote draft = tablet().drafts().get(0);
        open(FillActivity.resume(Stage.app(), draft.draftId()));

        assertThat(taps.page()).contains("階段を下りるとき");
        taps.back();
        assertThat(taps.page()).contains("片足で 10 秒");
        assertThat(((CompoundButton) taps.find("いいえ")).isChecked()).isTrue();
    }

    @Test
    public void aSheet_whenItsFormIsWithdrawn_isFinishedOnTheVersionItBeganWith() {
        UUID version = begin("fall_risk_person");
        taps.choose("はい");
        RecordView form = tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_FORM_VERSION_VALUE)
                .get(0);
        tablet().save(
                        tablet().edit(form.key())
                                .set(FormVersion.newBuilder()
                                        .setRetiredOn("2024-07-26")
                                        .build()),
                        Brewery.SUPERVISOR);

        open(FillActivity.resume(Stage.app(), tablet().drafts().get(0).draftId()));
        for (int question = 2; question <= 10; question++) {
            taps.choose("いいえ");
        }
        taps.choose("段差・階段");
        taps.next();
        taps.next();

        assertThat(saved().getFormVersionId()).isEqualTo(version.toString());
        assertThat(saved().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
    }

    @Test
    public void aRequiredQuestion_whenSomebodyGoesOnWithoutIt_saysSoInPlaceAndStays() {
        begin("low_back");
        assertThat(taps.page()).doesNotContain("必ず答える");

        taps.next();

        assertThat(taps.page()).contains("いまの腰の痛み").contains("必ず答える質問です。");
        Stage.draw(screen, "fill-required");
    }

    @Test
    public void aNumberOutOfRange_saysTheFormsWordsInPlaceAndIsKept() {
        begin("low_back");
        line(3);
        taps.next();
        line(5);
        taps.next();
        assertThat(taps.page()).contains("腰が痛かった日は何日");

        taps.type("40");
        taps.next();

        assertThat(taps.page()).contains("腰が痛かった日は何日").contains("0 から 28 までの数で答えてください。");
        Stage.draw(screen, "fill-out-of-range");
        assertThat(tablet().forms()
                        .resume(tablet().drafts().get(0).draftId(), Brewery.NURSE)
                        .orElseThrow(AssertionError::new)
                        .sheet()
                        .answer("/data/days"))
                .contains(Answer.newBuilder().setNumber(40).build());

        taps.type("4");
        assertThat(taps.page()).doesNotContain("0 から 28 までの数");
        taps.next();
        assertThat(taps.page()).contains("床の物を持ち上げる");
    }

    @Test
    public void anotherLanguage_keepsTheAnswers() {
        begin("fall_risk_person");
        taps.choose("はい");

        FillView view = screen.findViewById(R.id.fill_view);
        view.speak("やさしい日本語 (ja-x-easy)");
        Stage.settle();

        assertThat(taps.page()).contains("ころびましたか").contains("つぎへ");
        Stage.draw(screen, "fill-easy-japanese");
        taps.back();
        assertThat(((CompoundButton) taps.find("はい")).isChecked()).isTrue();

        view.speak("English (en)");
        Stage.settle();
        assertThat(taps.page()).contains("Within the last year").contains("Next");
        assertThat(((CompoundButton) taps.find("Yes")).isChecked()).isTrue();
    }

    @Test
    public void whatTheAnswersSayOfTheRespondent_standsInTheHeading() {
        begin("lifestyle");
        taps.choose("女性");
        taps.choose("40~49 歳");
        while (!taps.canGoOn() || !taps.find(label()).getText().toString().equals("回答を終える")) {
            taps.next();
        }
        taps.next();

        assertThat(saved().getSex()).isEqualTo(Sex.SEX_FEMALE);
        assertThat(saved().getAgeBand()).isEqualTo(AgeBand.AGE_BAND_40_49);
    }

    private String label() {
        return ((Button) screen.findViewById(R.id.fill_next)).getText().toString();
    }

    private void line(int number) {
        RangeLine line = screen.findViewById(R.id.range_line);
        line.set(number);
        Stage.settle();
    }

    private void press(int code) {
        screen.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_DOWN, code));
        screen.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_UP, code));
    }

    private UUID begin(String form) {
        UUID version = PublishedForm.onTablet(form);
        open(FillActivity.to(Stage.app(), Brewery.TEAM, PublishedForm.heading(version)));
        return version;
    }

    private void open(Intent intent) {
        controller = Stage.open(FillActivity.class, intent);
        screen = controller.get();
        View view = screen.findViewById(R.id.fill_view);
        assertThat(view.isShown()).isTrue();
        taps = new FillTaps(screen);
    }

    private static Tablet tablet() {
        return Stage.parts().tablet();
    }

    private static Response saved() {
        List<RecordView> sheets = tablet().list(Brewery.TEAM, RecordType.RECORD_TYPE_RESPONSE_VALUE);
        assertThat(sheets).hasSize(1);
        return sheets.get(0).as(Response.getDefaultInstance());
    }
}
