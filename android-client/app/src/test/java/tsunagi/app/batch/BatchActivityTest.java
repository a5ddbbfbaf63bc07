package tsunagi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.KeyEvent;
import android.view.View;
import android.view.inputmethod.EditorInfo;
import android.widget.EditText;
import com.google.android.material.chip.Chip;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowDialog;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.AskedRound;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
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
public class BatchActivityTest {
    private Brewery brewery;
    private RecordKey workplace;
    private RecordKey round;
    private ActivityController<BatchActivity> controller;
    private BatchActivity screen;
    private Eyes eyes;

    @Before
    public void brewery() {
        brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        Stage.parts().settings().tabletNumber(2);
    }

    @Test
    public void anonymousSheets_followEachOtherByKeysAlone() {
        open(RoundIdentity.ROUND_IDENTITY_ANONYMOUS, Round.getDefaultInstance());
        Stage.draw(screen, "batch-first");

        for (int sheet = 0; sheet < 3; sheet++) {
            thirtyDigits();
            press(KeyEvent.KEYCODE_ENTER);
        }

        Stage.draw(screen, "batch-after-three");
        assertThat(eyes.read()).contains("3").contains("3枚目");
        List<Response> sheets = AskedRound.sheets(round);
        assertThat(sheets).hasSize(3).allSatisfy(sheet -> {
            assertThat(sheet.getEntryMethod()).isEqualTo(EntryMethod.ENTRY_METHOD_PAPER);
            assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
            assertThat(sheet.hasMatchCode()).isFalse();
            assertThat(sheet.getAnswersOrThrow("/data/item_30").getChoicesList())
                    .hasSize(1);
        });
    }

    @Test
    @Config(qualifiers = "en-rUS-w1280dp-h800dp-land-mdpi")
    public void onAnEnglishTablet_theDeskSpeaksEnglish() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        Stage.draw(screen, "batch-en");
        typeCode(code(0).printed());
        Stage.draw(screen, "batch-form-en");

        assertThat(eyes.read())
                .contains(code(0).printed())
                .containsPattern("Next")
                .doesNotContain("紙から");
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-mdpi")
    public void onAPhone_theDeskAndTheSheetFit() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        Stage.draw(screen, "batch-phone");
        typeCode(code(0).printed());
        Stage.draw(screen, "batch-form-phone");
        View next = screen.findViewById(R.id.fill_next);

        assertThat(next.isShown()).isTrue();
        assertThat(next.getWidth()).isGreaterThan(200);
    }

    @Test
    public void codeFromTheSlip_isVerifiedBeforeTheSheetBegins() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        String digits = code(0).digits();
        typeCode(digits.substring(0, 6) + (digits.charAt(6) == '9' ? '0' : (char) (digits.charAt(6) + 1)));
        Stage.draw(screen, "batch-code-wrong");
        assertThat(screen.<View>findViewById(R.id.batch_form).isShown()).isFalse();

        typeCode(code(0).printed());
        Stage.draw(screen, "batch-coded-form");
        assertThat(eyes.read()).contains(code(0).printed());
        thirtyDigits();
        press(KeyEvent.KEYCODE_ENTER);

        assertThat(AskedRound.sheets(round)).singleElement().satisfies(sheet -> assertThat(sheet.getMatchCode())
                .isEqualTo(code(0).digits()));
        assertThat(screen.<View>findViewById(R.id.batch_code).isFocused()).isTrue();
    }

    @Test
    public void nextCode_comesFromTheNumbersOfThisTabletAndIsNotedInTheRound() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        for (int sheet = 0; sheet < 2; sheet++) {
            eyes.tap(R.id.batch_code_next);
            thirtyDigits();
            press(KeyEvent.KEYCODE_ENTER);
        }

        int first = RoundCodes.firstOfTablet(2);
        assertThat(AskedRound.sheets(round))
                .extracting(Response::getMatchCode)
                .containsExactlyInAnyOrder(code(first).digits(), code(first + 1).digits());
        Round standing = Stage.parts().tablet().show(round).as(Round.getDefaultInstance());
        assertThat(standing.getCodeRangesMap().values()).singleElement().satisfies(range -> {
            assertThat(range.getFirstNumber()).isEqualTo(first);
            assertThat(range.getCount()).isEqualTo(2);
        });
    }

    @Test
    public void theSameCodeTwice_isAskedAboutAndBothSheetsStayAndAreFlagged() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        typeCode(code(0).digits());
        thirtyDigits();
        press(KeyEvent.KEYCODE_ENTER);
        typeCode(code(0).digits());
        Eyes dialog = new Eyes(ShadowDialog.getLatestDialog().getWindow().getDecorView());
        Stage.draw(ShadowDialog.getLatestDialog().getWindow().getDecorView(), "batch-same-code");
        assertThat(dialog.read()).contains("このコードの回答票がもうあります");

        dialog.tap("このまま入力する");
        thirtyDigits();
        press(KeyEvent.KEYCODE_ENTER);

        Stage.draw(screen, "batch-flagged");
        assertThat(AskedRound.sheets(round)).hasSize(2);
        assertThat(eyes.read()).contains("同じコードの票が他にもあります");
    }

    @Test
    public void aSheetEntered_isReopenedAndCorrectedAsTheSameSheet() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        typeCode(code(0).digits());
        thirtyDigits();
        press(KeyEvent.KEYCODE_ENTER);

        eyes.tap("1枚目");
        Stage.draw(screen, "batch-correcting");
        assertThat(eyes.read()).contains("入力済みの回答票を直しています");
        press(KeyEvent.KEYCODE_5);
        while (!screen.<View>findViewById(R.id.batch_head).isShown()) {
            press(KeyEvent.KEYCODE_ENTER);
        }

        assertThat(AskedRound.sheets(round)).singleElement().satisfies(sheet -> {
            assertThat(sheet.getAnswersOrThrow("/data/item_01").getChoicesList())
                    .containsExactly("4");
            assertThat(sheet.getProgress().getState()).isEqualTo(ResponseState.RESPONSE_STATE_COMPLETE);
        });
    }

    @Test
    public void aSheetLeftHalfWay_liesOnTheDeskWhenItIsOpenedAgain() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        typeCode(code(0).digits());
        press(KeyEvent.KEYCODE_1);

        controller.pause().stop().destroy();
        controller = Stage.open(BatchActivity.class, BatchActivity.to(Stage.app(), round));
        screen = controller.get();
        eyes = new Eyes(screen);

        assertThat(eyes.read()).contains(code(0).printed()).contains("項目 2");
    }

    @Test
    public void consentTickedOnPaper_isNotedWithWhoTypedIt() {
        open(
                RoundIdentity.ROUND_IDENTITY_ANONYMOUS,
                Round.newBuilder()
                        .addConsentScopes("totals")
                        .addConsentScopes("research")
                        .build());
        Chip totals = screen.findViewById(R.id.batch_scopes).findViewWithTag("totals");
        totals.setChecked(true);
        Stage.draw(screen, "batch-consents");
        eyes.tap(R.id.batch_begin);
        thirtyDigits();
        press(KeyEvent.KEYCODE_ENTER);

        assertThat(AskedRound.sheets(round)).singleElement().satisfies(sheet -> {
            assertThat(sheet.getConsentsOrThrow("totals").getState()).isEqualTo(ConsentState.CONSENT_STATE_GIVEN);
            assertThat(sheet.getConsentsOrThrow("totals").getRecordingPersonId())
                    .isEqualTo(Brewery.NURSE);
            assertThat(sheet.getConsentsOrThrow("research").getState()).isEqualTo(ConsentState.CONSENT_STATE_REFUSED);
        });
    }

    @Test
    @Config(qualifiers = "ja-rJP-w411dp-h891dp-port-night-mdpi")
    public void onAPhone_theDeskFits() {
        open(RoundIdentity.ROUND_IDENTITY_CODED, Round.getDefaultInstance());
        Stage.draw(screen, "batch-head-phone-night");
        typeCode(code(0).digits());
        Stage.draw(screen, "batch-form-phone-night");
        assertThat(eyes.read()).contains("項目 1");
    }

    private void open(RoundIdentity identity, Round more) {
        round = AskedRound.of(brewery, workplace, identity, more);
        controller = Stage.open(BatchActivity.class, BatchActivity.to(Stage.app(), round));
        screen = controller.get();
        eyes = new Eyes(screen);
    }

    private MatchCode code(int number) {
        return new RoundCodes(round.id()).code(number);
    }

    private void typeCode(String text) {
        EditText field = screen.findViewById(R.id.batch_code);
        field.setText(text);
        field.onEditorAction(EditorInfo.IME_ACTION_GO);
        Stage.settle();
    }

    private void thirtyDigits() {
        for (int item = 1; item <= 30; item++) {
            press(KeyEvent.KEYCODE_1 + item % 5);
        }
    }

    private void press(int key) {
        screen.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_DOWN, key));
        screen.dispatchKeyEvent(new KeyEvent(KeyEvent.ACTION_UP, key));
        Stage.settle();
    }
}
