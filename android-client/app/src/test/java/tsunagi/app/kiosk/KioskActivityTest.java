package tsunagi.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.ActivityManager;
import android.app.KeyguardManager;
import android.content.Intent;
import android.os.Looper;
import android.provider.MediaStore;
import android.view.View;
import android.view.ViewGroup;
import android.view.WindowManager;
import androidx.core.content.FileProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.util.ReflectionHelpers;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.AskedRound;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.app.photo.CameraJpeg;
import tsunagi.app.questionnaire.FillView;
import tsunagi.app.round.RoundActivity;
import tsunagi.app.settings.StaffPin;
import tsunagi.app.today.TodayActivity;
import tsunagi.matchcode.MatchCode;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class KioskActivityTest {
    private static final String PIN = "4712";

    private RecordKey round;
    private boolean hasLock;
    private ActivityController<KioskActivity> controller;
    private KioskActivity screen;
    private Eyes eyes;

    @Before
    public void pin() {
        staffPin().choose(PIN);
        // It remembers the folders of the test before.
        ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache")
                .clear();
    }

    @Test
    public void aWorkerAnswers_fromTheBlankPageToTheThanks() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, phone());
        Stage.draw(screen, "kiosk-blank");
        assertThat(eyes.read()).doesNotContain("30");

        eyes.tap(R.id.kiosk_touch);
        Stage.draw(screen, "kiosk-welcome");
        assertThat(eyes.read()).contains("無記名です").contains("会社の人が一人ひとりの回答を見ることはありません");
        eyes.tap(R.id.kiosk_begin);
        Stage.draw(screen, "kiosk-form");
        answer(30);
        eyes.tap(R.id.fill_next);
        Stage.draw(screen, "kiosk-thanks");

        assertThat(eyes.read()).contains("0240-00-1234").contains("ありがとうございました");
        Response sheet = onlySheet();
        assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        assertThat(sheet.getEntryMethod()).isEqualTo(EntryMethod.ENTRY_METHOD_SELF);
        assertThat(sheet.hasMatchCode()).isFalse();
        assertThat(sheet.getWrittenOn()).isEqualTo("2024-07-26");

        eyes.tap(R.id.kiosk_close);
        assertThat(eyes.read()).contains("画面にふれると始まります").doesNotContain("ありがとう");
    }

    @Test
    public void thanks_whenNobodyTouches_goesBlankForTheNext() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, phone());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        answer(30);
        eyes.tap(R.id.fill_next);

        pass(Idleness.GONE_AFTER_MS);

        assertThat(eyes.read()).contains("画面にふれると始まります");
    }

    @Test
    public void aMinuteWithoutTouch_keepsTheSheetAsBrokenOffAndShowsNothingOfIt() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        type(code(0).digits());
        Stage.draw(screen, "kiosk-code");
        eyes.tap(R.id.kiosk_code_next);
        answer(13);

        pass(Idleness.DOUBT_AFTER_MS);
        Stage.draw(screen, "kiosk-still-there");
        assertThat(eyes.read()).contains("まだ続けますか").doesNotContain("段階");
        pass(Idleness.GONE_AFTER_MS - Idleness.DOUBT_AFTER_MS);

        assertThat(eyes.read()).contains("画面にふれると始まります").doesNotContain("段階");
        Response sheet = onlySheet();
        assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
        assertThat(sheet.getProgress().getQuestionPath()).isEqualTo("/data/item_14");
        assertThat(sheet.getMatchCode()).isEqualTo(code(0).digits());
        assertThat(Stage.parts().tablet().drafts()).isEmpty();
    }

    @Test
    public void aTouchInTime_goesOnWhereItWas() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        answer(2);
        pass(Idleness.DOUBT_AFTER_MS);

        screen.onUserInteraction();
        eyes.tap(R.id.kiosk_still_here);
        pass(Idleness.DOUBT_AFTER_MS - 5_000);

        assertThat(eyes.read()).contains("段階");
        answer(28);
        eyes.tap(R.id.fill_next);
        assertThat(onlySheet().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
    }

    @Test
    public void aBrokenOffSheet_isOpenedOnlyWithItsCodeAndBecomesTheSameSheetComplete() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        breakOff(code(0), 13);

        begin(code(1));
        assertThat(eyes.read()).contains("段階").doesNotContain("途中までの回答があります");
        pass(Idleness.GONE_AFTER_MS);
        assertThat(AskedRound.sheets(round)).hasSize(1);

        begin(code(0));
        Stage.draw(screen, "kiosk-go-on");
        assertThat(eyes.read()).contains("途中までの回答があります");
        eyes.tap(R.id.kiosk_go_on);
        answer(17);
        eyes.tap(R.id.fill_next);

        Response sheet = onlySheet();
        assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        assertThat(sheet.getAnswersOrThrow("/data/item_01").getChoicesList()).containsExactly("1");
        assertThat(sheet.getAnswersOrThrow("/data/item_30").getChoicesList()).hasSize(1);
    }

    @Test
    public void aCodeThatWasAnswered_saysSoAndKeepsBothSheets() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        complete(code(0));
        eyes.tap(R.id.kiosk_close);

        begin(code(0));
        Stage.draw(screen, "kiosk-answered-before");
        assertThat(eyes.read()).contains("この番号の回答は、もうあります");
        eyes.tap(R.id.kiosk_twice);
        answer(30);
        eyes.tap(R.id.fill_next);

        assertThat(AskedRound.sheets(round)).hasSize(2).allSatisfy(sheet -> {
            assertThat(sheet.getMatchCode()).isEqualTo(code(0).digits());
            assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        });
    }

    @Test
    public void aMistypedCode_staysToBeCompared() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        String digits = code(0).digits();
        type(digits.substring(0, 6) + (digits.charAt(6) == '9' ? '0' : (char) (digits.charAt(6) + 1)));

        eyes.tap(R.id.kiosk_code_next);

        Stage.draw(screen, "kiosk-code-wrong");
        assertThat(eyes.read()).contains("番号がどこか違っています").contains(digits.substring(0, 3));
        assertThat(AskedRound.sheets(round)).isEmpty();
    }

    @Test
    public void withoutACode_theSheetIsKeptWithoutOne() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        eyes.tap(R.id.kiosk_code_none);
        answer(30);
        eyes.tap(R.id.fill_next);

        assertThat(onlySheet().hasMatchCode()).isFalse();
    }

    @Test
    public void consent_isSaidByTheRespondentScopeByScope() {
        handOver(
                RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                Round.newBuilder()
                        .addConsentScopes("totals")
                        .addConsentScopes("research")
                        .build());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        Stage.draw(screen, "kiosk-consents");
        assertThat(screen.<android.view.View>findViewById(R.id.kiosk_consented).isEnabled())
                .isFalse();
        say("totals", R.id.kiosk_yes);
        say("research", R.id.kiosk_no);
        Stage.draw(screen, "kiosk-consents-said");
        eyes.tap(R.id.kiosk_consented);
        answer(30);
        eyes.tap(R.id.fill_next);

        Response sheet = onlySheet();
        assertThat(sheet.getConsentsOrThrow("totals").getState()).isEqualTo(ConsentState.CONSENT_STATE_GIVEN);
        assertThat(sheet.getConsentsOrThrow("research").getState()).isEqualTo(ConsentState.CONSENT_STATE_REFUSED);
    }

    @Test
    public void easyJapanese_speaksOnEveryPage() {
        Brewery.onTablet();
        String form = PublishedForm.onTablet("fall_risk_person").toString();
        handOver(
                RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                phone().toBuilder().setFormVersionId(form).build());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap("やさしい日本語");
        Stage.draw(screen, "kiosk-welcome-easy");
        assertThat(eyes.read()).contains("名前(なまえ)は 書(か)きません");

        eyes.tap("English");
        Stage.draw(screen, "kiosk-welcome-en");
        assertThat(eyes.read()).contains("No name is asked for");
    }

    @Test
    public void theWayOut_isThePinAlone() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        assertThat(screen.getWindow().getAttributes().flags & WindowManager.LayoutParams.FLAG_SECURE)
                .isNotZero();
        assertThat(lockTaskState()).isNotEqualTo(ActivityManager.LOCK_TASK_MODE_NONE);
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        answer(3);
        screen.getOnBackPressedDispatcher().onBackPressed();
        Stage.settle();
        assertThat(screen.isFinishing()).isFalse();

        eyes.tap(R.id.kiosk_staff);
        Stage.draw(screen, "kiosk-staff");
        assertThat(eyes.read()).doesNotContain("段階");
        pin("0000");
        assertThat(eyes.read()).contains("暗証番号が違います");
        assertThat(new KioskPost(Stage.app()).isStanding()).isTrue();
        pin(PIN);

        assertThat(new KioskPost(Stage.app()).isStanding()).isFalse();
        assertThat(screen.isFinishing()).isTrue();
        assertThat(lockTaskState()).isEqualTo(ActivityManager.LOCK_TASK_MODE_NONE);
        assertThat(started()).contains(RoundActivity.class.getName());
        assertThat(onlySheet().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
    }

    @Test
    public void aForgottenPin_isChosenAnewByWhoeverOpensTheScreenLock() {
        lockScreen(true);
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        answer(3);
        eyes.tap(R.id.kiosk_staff);
        Stage.draw(screen, "kiosk-staff-forgotten");

        eyes.tap(R.id.kiosk_pin_forgotten);
        answerLock(Activity.RESULT_CANCELED);
        assertThat(eyes.read()).contains("職員用の暗証番号").doesNotContain("決める");
        assertThat(new KioskPost(Stage.app()).isStanding()).isTrue();

        eyes.tap(R.id.kiosk_pin_forgotten);
        answerLock(Activity.RESULT_OK);
        Stage.draw(screen, "kiosk-staff-new-pin");
        assertThat(eyes.read()).contains("職員用の暗証番号を決める").doesNotContain("段階");
        pin("8053");
        pin("8053");

        assertThat(staffPin().attempt("8053")).isInstanceOf(StaffPin.Try.Right.class);
        assertThat(staffPin().attempt(PIN)).isInstanceOf(StaffPin.Try.Wrong.class);
        assertThat(new KioskPost(Stage.app()).isStanding()).isFalse();
        assertThat(screen.isFinishing()).isTrue();
        assertThat(onlySheet().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
    }

    @Test
    public void aForgottenPin_whenWhoeverOpenedTheLockGoesAway_isAskedForAgain() {
        lockScreen(true);
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_staff);
        eyes.tap(R.id.kiosk_pin_forgotten);
        answerLock(Activity.RESULT_OK);

        pass(Idleness.GONE_AFTER_MS);

        assertThat(eyes.read()).contains("画面にふれると始まります").doesNotContain("決める");
        assertThat(new KioskPost(Stage.app()).isStanding()).isTrue();
    }

    @Test
    public void aForgottenPin_whenTheTabletHadNoLockAsItWasHandedOver_helpsNobodyWhoSetsOneNow() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        lockScreen(true);
        eyes.tap(R.id.kiosk_staff);

        eyes.tap(R.id.kiosk_pin_forgotten);

        Stage.draw(screen, "kiosk-staff-no-lock");
        assertThat(eyes.read()).contains("画面ロックがなかったため").contains("アプリは削除しないでください");
        assertThat(shadowOf(screen).getNextStartedActivityForResult()).isNull();
        assertThat(staffPin().attempt(PIN)).isInstanceOf(StaffPin.Try.Right.class);
    }

    @Test
    public void aPhotoQuestion_isAnsweredFromTheCameraWithinTheHeldScreen() throws IOException {
        goToPhoto();
        Stage.draw(screen, "kiosk-photo");

        ShadowActivity.IntentForResult camera = toCamera();
        pass(Idleness.GONE_AFTER_MS);
        photographed(camera);

        Stage.draw(screen, "kiosk-photo-taken");
        eyes.tap(R.id.kiosk_stop);
        assertThat(onlySheet().getAnswersOrThrow("/data/photo").getAttachment().getSha256())
                .isNotEmpty();
        assertThat(taken()).doesNotExist();
    }

    @Test
    public void aPhoto_whenWhoeverTookItIsGone_isThrownAwayAndTheScreenIsBlank() throws IOException {
        goToPhoto();
        ShadowActivity.IntentForResult camera = toCamera();

        pass(Idleness.CAMERA_GONE_AFTER_MS);

        assertThat(eyes.read()).contains("画面にふれると始まります");
        Intent back = shadowOf(screen).getNextStartedActivity();
        while (back.getComponent() == null) {
            back = shadowOf(screen).getNextStartedActivity();
        }
        assertThat(back.getComponent().getClassName()).isEqualTo(KioskActivity.class.getName());
        assertThat(back.getFlags() & Intent.FLAG_ACTIVITY_CLEAR_TOP).isNotZero();
        photographed(camera);
        assertThat(AskedRound.sheets(round)).isEmpty();
        assertThat(taken()).doesNotExist();
    }

    @Test
    public void aPhotoQuestion_whenAndroidDoesNotHoldTheScreen_offersNoCamera() {
        handOverEveryType();
        screen.stopLockTask();

        fill("/data/photo");

        assertThat(screen.<View>findViewById(R.id.photo_take).isEnabled()).isFalse();
        assertThat(eyes.read()).contains("ここでは写真をとれません");
    }

    private void handOverEveryType() {
        Brewery.onTablet();
        String form = PublishedForm.onTablet("every_type").toString();
        handOver(
                RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                Round.newBuilder().setFormVersionId(form).build());
    }

    private void goToPhoto() {
        shadowOf(Stage.app()).grantPermissions(Manifest.permission.CAMERA);
        handOverEveryType();
        fill("/data/photo");
    }

    private void fill(String path) {
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        FillView view =
                (FillView) screen.<ViewGroup>findViewById(R.id.kiosk_page).getChildAt(0);
        view.goTo(path);
        Stage.settle();
    }

    private ShadowActivity.IntentForResult toCamera() {
        eyes.tap(R.id.photo_take);
        ShadowActivity.IntentForResult camera = shadowOf(screen).getNextStartedActivityForResult();
        assertThat(camera.intent.getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
        return camera;
    }

    private static File taken() {
        return new File(Stage.app().getCacheDir(), "photos/taken.jpg");
    }

    private void photographed(ShadowActivity.IntentForResult camera) throws IOException {
        Files.write(taken().toPath(), CameraJpeg.of(600, 900));
        shadowOf(screen).receiveResult(camera.intent, Activity.RESULT_OK, null);
        Stage.settle();
    }

    private void lockScreen(boolean isLocked) {
        hasLock = !Optional.ofNullable(screen).isPresent() && isLocked;
        shadowOf(Stage.app().getSystemService(KeyguardManager.class)).setIsDeviceSecure(isLocked);
    }

    private void answerLock(int result) {
        ShadowActivity.IntentForResult asked = shadowOf(screen).getNextStartedActivityForResult();
        shadowOf(screen).receiveResult(asked.intent, result, new Intent());
        Stage.settle();
    }

    private static StaffPin staffPin() {
        return new StaffPin(Stage.parts().settings(), Stage.parts()::nowMs);
    }

    @Test
    public void aKilledProcess_comesBackBlankAndLockedWithTheSheetBrokenOff() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        begin(code(0));
        answer(5);

        controller.pause().stop().destroy();
        ActivityController<TodayActivity> today = Stage.open(TodayActivity.class);

        assertThat(today.get().isFinishing()).isTrue();
        assertThat(started()).contains(KioskActivity.class.getName());
        open();
        assertThat(eyes.read()).contains("画面にふれると始まります").doesNotContain("段階");
        assertThat(onlySheet().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
        begin(code(0));
        assertThat(eyes.read()).contains("途中までの回答があります");
    }

    @Test
    public void stoppingAtWill_endsWithTheSameThanks() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, phone());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        answer(4);

        eyes.tap(R.id.kiosk_stop);

        assertThat(eyes.read()).contains("0240-00-1234");
        assertThat(onlySheet().getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_BROKEN_OFF);
    }

    @Test
    public void lookingAndGoingAway_keepsNothing() {
        handOver(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);

        pass(Idleness.GONE_AFTER_MS);

        assertThat(AskedRound.sheets(round)).isEmpty();
        assertThat(Stage.parts().tablet().drafts()).isEmpty();
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void onAPhone_everyPageFits() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, phone());
        Stage.draw(screen, "kiosk-blank-phone");
        eyes.tap(R.id.kiosk_touch);
        Stage.draw(screen, "kiosk-welcome-phone");
        eyes.tap(R.id.kiosk_begin);
        type("123");
        Stage.draw(screen, "kiosk-code-phone");
        eyes.tap(R.id.kiosk_code_none);
        Stage.draw(screen, "kiosk-form-phone");
        eyes.tap(R.id.kiosk_stop);
        Stage.draw(screen, "kiosk-thanks-phone");
        assertThat(eyes.read()).contains("0240-00-1234");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-night-mdpi", fontScale = 2.0f)
    public void atNightInTypeOfDoubleSize_everyPageFits() {
        handOver(RoundIdentity.ROUND_IDENTITY_CODED, phone());
        eyes.tap(R.id.kiosk_touch);
        Stage.draw(screen, "kiosk-welcome-night-large");
        eyes.tap(R.id.kiosk_begin);
        type("1234567");
        eyes.tap(R.id.kiosk_code_next);
        Stage.draw(screen, "kiosk-code-night-large");
        eyes.tap(R.id.kiosk_code_none);
        Stage.draw(screen, "kiosk-form-night-large");
        eyes.tap(R.id.kiosk_stop);
        Stage.draw(screen, "kiosk-thanks-night-large");
        assertThat(eyes.read()).contains("0240-00-1234");
    }

    private void handOver(RoundIdentity identity, Round more) {
        Brewery brewery = Brewery.onTablet();
        round = AskedRound.of(brewery, brewery.workplace(), identity, more);
        new KioskPost(Stage.app()).handOver(new KioskPost.Standing(round, Brewery.NURSE), hasLock);
        open();
    }

    private void open() {
        controller = Stage.open(KioskActivity.class);
        screen = controller.get();
        eyes = new Eyes(screen);
    }

    private static Round phone() {
        return Round.newBuilder()
                .setConsultationPhone("0240-00-1234")
                .setConsultationHours("山里町 保健センター 平日 8:30〜17:15")
                .build();
    }

    private MatchCode code(int number) {
        return new RoundCodes(round.id()).code(number);
    }

    private void begin(MatchCode code) {
        eyes.tap(R.id.kiosk_touch);
        eyes.tap(R.id.kiosk_begin);
        type(code.digits());
        eyes.tap(R.id.kiosk_code_next);
    }

    private void breakOff(MatchCode code, int answered) {
        begin(code);
        answer(answered);
        pass(Idleness.GONE_AFTER_MS);
    }

    private void complete(MatchCode code) {
        begin(code);
        answer(30);
        eyes.tap(R.id.fill_next);
    }

    private void answer(int questions) {
        for (int i = 0; i < questions; i++) {
            eyes.tap("段階 1(許諾された文言を入れる)");
        }
    }

    private void type(String digits) {
        DigitPad pad = screen.findViewById(R.id.kiosk_pad);
        digits.chars().forEach(digit -> pad.press(String.valueOf((char) digit)));
    }

    private void pin(String digits) {
        DigitPad pad = screen.findViewById(R.id.kiosk_pin_pad);
        digits.chars().forEach(digit -> pad.press(String.valueOf((char) digit)));
        eyes.tap(R.id.kiosk_pin_ok);
    }

    private void say(String scope, int answer) {
        Stage.tap(screen.findViewById(R.id.kiosk_page).findViewWithTag(scope).findViewById(answer));
    }

    private static void pass(long ms) {
        Stage.app().time().pass(Duration.ofMillis(ms));
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(ms));
        Stage.settle();
    }

    private Response onlySheet() {
        List<Response> sheets = AskedRound.sheets(round);
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    private int lockTaskState() {
        return screen.getSystemService(ActivityManager.class).getLockTaskModeState();
    }

    private static List<String> started() {
        List<String> started = new ArrayList<>();
        Intent next = shadowOf(Stage.app()).getNextStartedActivity();
        while (next != null) {
            started.add(next.getComponent().getClassName());
            next = shadowOf(Stage.app()).getNextStartedActivity();
        }
        return started;
    }
}
