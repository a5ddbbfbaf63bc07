package tsunagi.app.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tsunagi.app.kiosk.Sitting.Known;
import tsunagi.app.kiosk.Sitting.Step;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.matchcode.RoundCodes;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Response;

class SittingTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 26);
    private static final UUID ROUND = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
    private static final MatchCode CODE = new RoundCodes(ROUND).code(0);
    private static final RecordKey SHEET = new RecordKey(UUID.randomUUID(), 16, UUID.randomUUID());

    @Test
    void begin_whenAnonymousAndNothingIsAsked_isTheForm() {
        Sitting sitting = begun(false);

        assertThat(sitting.step()).isEqualTo(new Step.Form(Optional.empty()));
        assertThat(sitting.heading(TODAY).hasMatchCode()).isFalse();
        assertThat(sitting.heading(TODAY).getEntryMethod()).isEqualTo(EntryMethod.ENTRY_METHOD_SELF);
        assertThat(sitting.canBeReopened()).isFalse();
    }

    @Test
    void typed_whenADigitIsWrong_asksAgainAndSaysWhy() {
        Sitting sitting = begun(true);
        String digits = CODE.digits();
        char last = digits.charAt(6) == '9' ? '0' : (char) (digits.charAt(6) + 1);

        assertThat(sitting.typed(digits.substring(0, 6) + last)).isEmpty();

        assertThat(sitting.step()).isEqualTo(new Step.Code(Optional.of(CodeReading.Fault.WRONG_CHECK_DIGIT)));
        assertThat(sitting.heading(TODAY).hasMatchCode()).isFalse();
    }

    @Test
    void know_whenTheCodesSheetWasBrokenOff_goesOnWithItOnlyWhenTheySayItIsTheirs() {
        Sitting sitting = begun(true);
        sitting.typed(CODE.printed());

        sitting.know(new Known.BrokenOff(SHEET));
        assertThat(sitting.step()).isEqualTo(new Step.GoOn(SHEET));
        sitting.isMine();

        assertThat(sitting.step()).isEqualTo(new Step.Form(Optional.of(SHEET)));
    }

    @Test
    void know_whenTheCodeWasAnswered_canGoBackOrAnswerAllTheSame() {
        Sitting sitting = begun(true);
        sitting.typed(CODE.digits());
        sitting.know(new Known.Complete());
        assertThat(sitting.step()).isEqualTo(new Step.AnsweredBefore());

        sitting.back();
        assertThat(sitting.step()).isEqualTo(new Step.Code(Optional.empty()));
        assertThat(sitting.heading(TODAY).hasMatchCode()).isFalse();

        sitting.typed(CODE.digits());
        sitting.know(new Known.Complete());
        sitting.isMine();
        assertThat(sitting.step()).isEqualTo(new Step.Form(Optional.empty()));
        assertThat(sitting.heading(TODAY).getMatchCode()).isEqualTo(CODE.digits());
    }

    @Test
    void consented_whenOneScopeIsNotSaid_staysThere() {
        Sitting sitting = begun(false, "totals", "research");
        sitting.consent("totals", true);
        sitting.consented();
        assertThat(sitting.step()).isEqualTo(new Step.Consents());

        sitting.consent("research", false);
        sitting.consented();

        assertThat(sitting.step()).isEqualTo(new Step.Form(Optional.empty()));
        Response heading = sitting.heading(TODAY);
        assertThat(heading.getConsentsOrThrow("totals").getState()).isEqualTo(ConsentState.CONSENT_STATE_GIVEN);
        assertThat(heading.getConsentsOrThrow("research").getState()).isEqualTo(ConsentState.CONSENT_STATE_REFUSED);
        assertThat(heading.getConsentsOrThrow("totals").getStatedOn()).isEqualTo("2024-07-26");
    }

    @Test
    void left_whenSomebodyComesNext_nothingOfTheOneBeforeIsLeft() {
        Sitting sitting = begun(true, "totals");
        sitting.typed(CODE.digits());
        sitting.know(new Known.Unused());
        sitting.consent("totals", true);

        sitting.left();

        assertThat(sitting.step()).isEqualTo(new Step.Blank());
        assertThat(sitting.said("totals")).isEmpty();
        assertThat(sitting.heading(TODAY).hasMatchCode()).isFalse();
        assertThat(sitting.canBeReopened()).isFalse();
    }

    @Test
    void speech_whenALanguageIsChosen_goesBestWithIt() {
        assertThat(Speech.with("")).isEqualTo(Speech.JAPANESE);
        assertThat(Speech.with("日本語 (ja)")).isEqualTo(Speech.JAPANESE);
        assertThat(Speech.with("やさしい日本語 (ja-x-easy)")).isEqualTo(Speech.EASY_JAPANESE);
        assertThat(Speech.with("English (en)")).isEqualTo(Speech.ENGLISH);
        assertThat(Speech.with("Tiếng Việt (vi)")).isEqualTo(Speech.EASY_JAPANESE);
    }

    private static Sitting begun(boolean asksForCode, String... scopes) {
        Sitting sitting = new Sitting(asksForCode, List.of(scopes));
        sitting.touch();
        sitting.begin();
        return sitting;
    }
}
