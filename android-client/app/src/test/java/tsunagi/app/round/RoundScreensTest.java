package tsunagi.app.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.app.KeyguardManager;
import android.content.Intent;
import android.graphics.drawable.AnimatedVectorDrawable;
import android.view.View;
import android.widget.CompoundButton;
import android.widget.EditText;
import androidx.core.widget.CompoundButtonCompat;
import java.util.ArrayList;
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
import tsunagi.app.fixture.AskedRound;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.app.fixture.PublishedForm;
import tsunagi.app.kiosk.KioskActivity;
import tsunagi.app.kiosk.KioskPost;
import tsunagi.app.kiosk.KioskReadyActivity;
import tsunagi.app.questionnaire.QuestionnairesActivity;
import tsunagi.app.settings.StaffPin;
import tsunagi.engine.form.Filling;
import tsunagi.engine.tablet.Tablet;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class RoundScreensTest {
    private Brewery brewery;
    private RecordKey workplace;

    @Before
    public void brewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
    }

    @Test
    public void section_whenThereIsNothing_saysHowToBegin() {
        QuestionnairesActivity screen = Stage.open(QuestionnairesActivity.class).get();

        Stage.draw(screen, "questionnaires-empty");
        assertThat(new Eyes(screen).read()).contains("調査回はまだありません").contains("質問票はまだ届いていません");
    }

    @Test
    public void section_showsRoundsWithTheirCountsAndFormsWithTheirState() {
        RecordKey round = coded();
        answer(round, 0, 30, true);
        answer(round, 1, 13, false);
        round(
                RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                Round.newBuilder()
                        .setName("満足度アンケート")
                        .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                        .setClosesOn("2024-07-20")
                        .build());
        brewery.save(FormVersion.newBuilder()
                .setFormKey("coming")
                .setVersion("1")
                .setTitle("転倒リスク調査")
                .build());
        brewery.save(FormVersion.newBuilder()
                .setFormKey("old")
                .setVersion("1")
                .setTitle("旧 腰痛調査")
                .setRetiredOn("2024-04-01")
                .build());

        QuestionnairesActivity screen = Stage.open(QuestionnairesActivity.class).get();

        Stage.draw(screen, "questionnaires");
        String read = new Eyes(screen).read();
        assertThat(read).contains("実施前(7月)").contains("株式会社つなぎ酒造").contains("実施前 · コード");
        assertThat(read).contains("34\n対象者\n34\n配布\n1\n回収\n1\n有効");
        assertThat(read).contains("終わった調査回").contains("満足度アンケート");
        assertThat(read).contains("入力できます").contains("届いている途中です").contains("使用終了");
    }

    @Test
    public void round_tellsWhereItsSheetsAreAndNothingOfBrokenOffOnes() {
        RecordKey round = coded();
        answer(round, 0, 30, true);
        answer(round, 1, 13, false);

        RoundActivity screen = open(round);

        Stage.draw(screen, "round");
        String read = new Eyes(screen).read();
        assertThat(read).contains("完了 1枚・有効 1枚・中断 1枚");
        assertThat(read).contains(new RoundCodes(round.id()).code(1).printed()).contains("7/26 10:42 に中断");
        assertThat(read)
                .doesNotContain("段階")
                .doesNotContain(new RoundCodes(round.id()).code(0).printed());
    }

    @Test
    public void counts_areSavedWhereTheyStand() {
        RecordKey round = coded();
        ActivityController<RoundActivity> controller =
                Stage.open(RoundActivity.class, RoundActivity.to(Stage.app(), round));
        EditText back = controller.get().findViewById(R.id.round_back);

        back.setText("31");
        controller.pause();
        Stage.settle();

        assertThat(standing(round).getSheetsBackOrThrow("all").getCount()).isEqualTo(31);
        assertThat(standing(round).getAddressedPeopleOrThrow("all").getCount()).isEqualTo(34);
        assertThat(Stage.parts().tablet().drafts()).isEmpty();
    }

    @Test
    public void aNewRound_isPlannedOnOnePage() {
        UUID form = PublishedForm.onTablet(AskedRound.THIRTY_ITEMS);
        RoundEditActivity screen = Stage.open(
                        RoundEditActivity.class, RoundEditActivity.toNewAt(Stage.app(), workplace))
                .get();
        Eyes eyes = new Eyes(screen);
        eyes.tap(R.id.round_edit_save);
        assertThat(eyes.read()).contains("質問票を選んでください");

        eyes.tap("許諾を得た 30 項目の質問票(ひな形) · 版 " + version(form));
        eyes.tap("実施前");
        eyes.tap("コード\n名前の代わりにコード。同じ人の前後を結べます");
        screen.<EditText>findViewById(R.id.round_edit_name).setText("実施前(7月)");
        screen.<EditText>findViewById(R.id.round_edit_people).setText("34");
        eyes.tap("集計");
        Stage.settle();
        Stage.draw(screen, "round-edit");
        eyes.tap(R.id.round_edit_save);

        Round saved = Stage.parts()
                .tablet()
                .list(Brewery.TEAM, RecordType.RECORD_TYPE_ROUND_VALUE)
                .get(0)
                .as(Round.getDefaultInstance());
        assertThat(saved.getFormVersionId()).isEqualTo(form.toString());
        assertThat(saved.getWorkplaceId()).isEqualTo(workplace.id().toString());
        assertThat(saved.getPhase()).isEqualTo(RoundPhase.ROUND_PHASE_BEFORE);
        assertThat(saved.getIdentity()).isEqualTo(RoundIdentity.ROUND_IDENTITY_CODED);
        assertThat(saved.getName()).isEqualTo("実施前(7月)");
        assertThat(saved.getAddressedPeopleOrThrow("all").getCount()).isEqualTo(34);
        assertThat(saved.getConsentScopesList()).containsExactly("totals");
        assertThat(saved.getOpensOn()).isEqualTo("2024-07-26");
        assertThat(screen.isFinishing()).isTrue();
        assertThat(Stage.parts().tablet().drafts()).isEmpty();
    }

    @Test
    public void aChoice_whenThePageIsDrawnAnew_showsItsDotAtOnce() {
        PublishedForm.onTablet(AskedRound.THIRTY_ITEMS);
        RoundEditActivity screen = newRound();
        Eyes eyes = new Eyes(screen);

        eyes.tap("実施前");
        eyes.tap("実施後");

        CompoundButton chosen = (CompoundButton) eyes.find("実施後");
        assertThat(chosen.isChecked()).isTrue();
        assertThat(CompoundButtonCompat.getButtonDrawable(chosen).getCurrent())
                .isNotInstanceOf(AnimatedVectorDrawable.class);
        assertThat(((CompoundButton) eyes.find("実施前")).isChecked()).isFalse();
    }

    @Test
    public void aNewRound_offersTheConsultationNumberThatWasLastUsedForItsTeam() {
        UUID form = PublishedForm.onTablet(AskedRound.THIRTY_ITEMS);
        RoundEditActivity first = newRound();
        assertThat(first.<EditText>findViewById(R.id.round_edit_phone).length()).isZero();
        plan(first, form);
        first.<EditText>findViewById(R.id.round_edit_phone).setText("0240-00-1234");
        first.<EditText>findViewById(R.id.round_edit_hours).setText("平日 8:30〜17:15");
        Stage.settle();
        new Eyes(first).tap(R.id.round_edit_save);

        RoundEditActivity second = newRound();
        EditText phone = second.findViewById(R.id.round_edit_phone);
        Stage.draw(second, "round-edit-consultation");
        assertThat(phone.getText()).hasToString("0240-00-1234");
        assertThat(second.<EditText>findViewById(R.id.round_edit_hours).getText())
                .hasToString("平日 8:30〜17:15");
        phone.setText("0240-00-9999");
        plan(second, form);
        new Eyes(second).tap(R.id.round_edit_save);

        assertThat(rounds())
                .extracting(Round::getConsultationPhone)
                .containsExactlyInAnyOrder("0240-00-1234", "0240-00-9999");
        assertThat(newRound().<EditText>findViewById(R.id.round_edit_phone).getText())
                .hasToString("0240-00-9999");
        assertThat(Stage.parts().settings().consultationPhone(UUID.randomUUID()))
                .isEmpty();
    }

    private RoundEditActivity newRound() {
        return Stage.open(RoundEditActivity.class, RoundEditActivity.toNewAt(Stage.app(), workplace))
                .get();
    }

    private static void plan(RoundEditActivity screen, UUID form) {
        Eyes eyes = new Eyes(screen);
        eyes.tap("許諾を得た 30 項目の質問票(ひな形) · 版 " + version(form));
        eyes.tap("コード\n名前の代わりにコード。同じ人の前後を結べます");
    }

    private static List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        Stage.parts()
                .tablet()
                .list(Brewery.TEAM, RecordType.RECORD_TYPE_ROUND_VALUE)
                .forEach(view -> rounds.add(view.as(Round.getDefaultInstance())));
        return rounds;
    }

    @Test
    public void handingOver_whenTheTabletHasNoScreenLock_saysWhatAForgottenPinWouldMean() {
        RecordKey round = coded();
        KioskReadyActivity screen = Stage.open(KioskReadyActivity.class, KioskActivity.to(Stage.app(), round))
                .get();
        assertThat(new Eyes(screen).read()).contains("画面ロックがありません");

        shadowOf(Stage.app().getSystemService(KeyguardManager.class)).setIsDeviceSecure(true);
        KioskReadyActivity locked = Stage.open(KioskReadyActivity.class, KioskActivity.to(Stage.app(), round))
                .get();

        assertThat(new Eyes(locked).read()).doesNotContain("画面ロックがありません");
    }

    @Test
    public void handingOver_asksForAPinFirstThenLocks() {
        RecordKey round = coded();
        KioskReadyActivity screen = Stage.open(KioskReadyActivity.class, KioskActivity.to(Stage.app(), round))
                .get();
        Eyes eyes = new Eyes(screen);
        Stage.draw(screen, "kiosk-ready");
        assertThat(eyes.read()).contains("画面を固定しますか");

        eyes.tap(R.id.kiosk_ready_go);
        Stage.draw(screen, "kiosk-choose-pin");
        pin(screen, "4712");
        pin(screen, "4711");
        assertThat(eyes.read()).contains("2回の番号が違いました");
        pin(screen, "4712");
        pin(screen, "4712");
        assertThat(new StaffPin(Stage.parts().settings(), () -> 0).isSet()).isTrue();
        Stage.draw(screen, "kiosk-ready-pin-set");
        eyes.tap(R.id.kiosk_ready_go);

        KioskPost post = new KioskPost(Stage.app());
        assertThat(post.standing()).contains(new KioskPost.Standing(round, Brewery.NURSE));
        Intent started = shadowOf(screen).getNextStartedActivity();
        assertThat(started.getComponent().getClassName()).isEqualTo(KioskActivity.class.getName());
        assertThat(started.getFlags() & Intent.FLAG_ACTIVITY_CLEAR_TASK).isNotZero();
    }

    @Test
    public void aNamedRound_isNotHandedOver() {
        RecordKey round = round(RoundIdentity.ROUND_IDENTITY_NAMED, Round.getDefaultInstance());

        RoundActivity screen = open(round);

        assertThat(screen.<View>findViewById(R.id.round_start_kiosk).isEnabled())
                .isFalse();
        assertThat(screen.<View>findViewById(R.id.round_enter_paper).isEnabled())
                .isTrue();
        assertThat(new Eyes(screen).read()).contains("記名の調査回では");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-night-mdpi", fontScale = 2.0f)
    public void onAPhoneAtNightInLargeType_everythingCanBeRead() {
        RecordKey round = coded();
        answer(round, 1, 13, false);
        Stage.draw(Stage.open(QuestionnairesActivity.class).get(), "questionnaires-phone-night-large");

        RoundActivity screen = open(round);

        Stage.draw(screen, "round-phone-night-large");
        assertThat(new Eyes(screen).read()).contains("中断した回答票");
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    public void inEnglish_theRoundSpeaksEnglish() {
        RecordKey round = coded();

        RoundActivity screen = open(round);

        Stage.draw(screen, "round-en");
        assertThat(new Eyes(screen).read()).contains("Hand over to respondents");
    }

    private RecordKey coded() {
        return round(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
    }

    private RecordKey round(RoundIdentity identity, Round more) {
        return AskedRound.of(brewery, workplace, identity, more);
    }

    private static RoundActivity open(RecordKey round) {
        return Stage.open(RoundActivity.class, RoundActivity.to(Stage.app(), round))
                .get();
    }

    private static Round standing(RecordKey round) {
        return Stage.parts().tablet().show(round).as(Round.getDefaultInstance());
    }

    private static String version(UUID form) {
        RecordKey key = new RecordKey(Brewery.TEAM, RecordType.RECORD_TYPE_FORM_VERSION_VALUE, form);
        return Stage.parts()
                .tablet()
                .show(key)
                .as(FormVersion.getDefaultInstance())
                .getVersion();
    }

    private static void answer(RecordKey round, int code, int items, boolean isComplete) {
        Tablet tablet = Stage.parts().tablet();
        Response heading = Response.newBuilder()
                .setRoundId(round.id().toString())
                .setFormVersionId(standing(round).getFormVersionId())
                .setMatchCode(new RoundCodes(round.id()).code(code).digits())
                .build();
        Filling filling =
                tablet.forms().begin(Brewery.TEAM, heading, Brewery.NURSE).get();
        for (int item = 1; item <= items; item++) {
            filling.answer(
                    String.format("/data/item_%02d", item),
                    Answer.newBuilder().addChoices("1").build());
        }
        if (isComplete) {
            filling.complete(Brewery.NURSE, Stage.parts().nowMs());
        } else {
            filling.breakOff("/data/item_14", Brewery.NURSE, Stage.parts().nowMs());
        }
    }

    private static void pin(KioskReadyActivity screen, String digits) {
        new Eyes(screen).tap(R.id.kiosk_pin_pad, digits);
        Stage.tap(screen.findViewById(R.id.kiosk_pin_ok));
    }
}
