package tsunagi.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;
import tsunagi.records.v1.Validity;
import tsunagi.records.v1.ValidityJudgement;

final class ScoringTest {
    private static final Answer LEFT_EMPTY =
            Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY).build();

    private final Response.Builder sheet = Response.newBuilder()
            .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE));

    @Test
    void scores_ofNumbersAndChoices_areAdded() {
        Scale scale = sum("/data/a", "/data/b", "/data/c").build();
        sheet.putAnswers("/data/a", number(3)).putAnswers("/data/b", choice("2"));
        sheet.putAnswers("/data/c", choice("0.5"));

        assertThat(score(scale)).isEqualTo(new Score(OptionalDouble.of(5.5), 3, 3));
    }

    @Test
    void scores_byChoice_takeThePointsOfTheForm() {
        Scale.Builder scale = Scale.newBuilder()
                .addItems(item("/data/a").putPoints("yes", 1).putPoints("no", 0))
                .addItems(item("/data/b").putPoints("bread", 2).putPoints("rice", 3));
        sheet.putAnswers("/data/a", choice("yes"));
        sheet.putAnswers(
                "/data/b",
                Answer.newBuilder().addChoices("bread").addChoices("rice").build());

        assertThat(score(scale.build()).value()).hasValue(6);
    }

    @Test
    void scores_ofAChoiceWithoutPoints_countAsNoAnswerEvenIfItLooksLikeANumber() {
        Scale.Builder scale =
                Scale.newBuilder().addItems(item("/data/a").putPoints("1", 1).putPoints("2", 2));
        sheet.putAnswers("/data/a", choice("9"));

        assertThat(score(scale.build()).value()).isEmpty();
    }

    @Test
    void scores_ofReversedItems_areCountedTheOtherWayRound() {
        ScaleItem.Builder reversed = item("/data/a").setLeast(1).setMost(5).setIsReversed(true);
        sheet.putAnswers("/data/a", choice("2"));

        assertThat(score(Scale.newBuilder().addItems(reversed).build()).value()).hasValue(4);
    }

    @Test
    void scores_outsideOfTheItemsRange_countAsNoAnswer() {
        ScaleItem.Builder ranged = item("/data/a").setLeast(0).setMost(10);
        sheet.putAnswers("/data/a", number(11));

        assertThat(score(Scale.newBuilder().addItems(ranged).build()))
                .isEqualTo(new Score(OptionalDouble.empty(), 1, 0));
    }

    @Test
    void scores_withMoreMissingThanAllowed_haveNoValueButSayHowManyAreThere() {
        Scale scale =
                sum("/data/a", "/data/b", "/data/c").setMissingItemsMost(1).build();
        sheet.putAnswers("/data/a", number(3)).putAnswers("/data/b", LEFT_EMPTY).putAnswers("/data/c", LEFT_EMPTY);

        assertThat(score(scale)).isEqualTo(new Score(OptionalDouble.empty(), 3, 1));
    }

    @Test
    void scores_withAsManyMissingAsAllowed_takeTheMeanOfTheOthersOrZero() {
        Scale.Builder scale = sum("/data/a", "/data/b", "/data/c").setMissingItemsMost(1);
        sheet.putAnswers("/data/a", number(3)).putAnswers("/data/b", number(4)).putAnswers("/data/c", LEFT_EMPTY);

        assertThat(score(scale.build()).value()).hasValue(10.5);
        assertThat(score(scale.setMethod(ScaleMethod.SCALE_METHOD_MEAN).build()).value())
                .hasValue(3.5);
        scale.setMissingItems(MissingItems.MISSING_ITEMS_ZERO);
        assertThat(score(scale.build()).value()).hasValue(7.0 / 3);
        assertThat(score(scale.setMethod(ScaleMethod.SCALE_METHOD_SUM).build()).value())
                .hasValue(7);
    }

    @Test
    void scores_whenNothingIsAnswered_haveNoValueWhateverIsAllowed() {
        Scale scale = sum("/data/a", "/data/b")
                .setMissingItemsMost(2)
                .setMissingItems(MissingItems.MISSING_ITEMS_ZERO)
                .build();

        assertThat(score(scale).value()).isEmpty();
    }

    @Test
    void scores_ofWhatWasNotAsked_followTheFormOnCompleteSheetsOnly() {
        Scale scale = Scale.newBuilder()
                .addItems(item("/data/pain"))
                .addItems(item("/data/hinders").setPointsWhenNotAsked(0))
                .build();
        sheet.putAnswers("/data/pain", number(1));

        assertThat(score(scale)).isEqualTo(new Score(OptionalDouble.of(1), 2, 2));
        sheet.setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_BROKEN_OFF));
        assertThat(score(scale)).isEqualTo(new Score(OptionalDouble.empty(), 2, 1));
    }

    @Test
    void scores_ofScales_standOnTheirValues() {
        FormVersion form = FormVersion.newBuilder()
                .putScales("a_total", ofScales("diet", "sleep").build())
                .putScales("diet", sum("/data/a", "/data/b").build())
                .putScales("sleep", sum("/data/c").build())
                .build();
        sheet.putAnswers("/data/a", number(1)).putAnswers("/data/b", number(2)).putAnswers("/data/c", number(4));

        assertThat(Scoring.scores(form, sheet.build()).get("a_total").value()).hasValue(7);
    }

    @Test
    void scores_ofScalesThatStandOnThemselves_haveNoValue() {
        FormVersion form = FormVersion.newBuilder()
                .putScales("a", ofScales("b").build())
                .putScales("b", ofScales("a", "unknown").build())
                .build();

        assertThat(Scoring.scores(form, sheet.build()).values())
                .allSatisfy(score -> assertThat(score.value()).isEmpty());
    }

    @Test
    void scores_withoutItems_areNotWorkedOut() {
        FormVersion form = FormVersion.newBuilder()
                .putScales("typed", Scale.getDefaultInstance())
                .build();

        assertThat(Scoring.scores(form, sheet.build())).isEmpty();
    }

    @Test
    void standing_ofACompleteSheet_dependsOnTheScalesThatAreNeeded() {
        FormVersion.Builder form = FormVersion.newBuilder()
                .putScales("pain", sum("/data/a").setIsNeeded(true).build())
                .putScales("extra", sum("/data/b").build());

        assertThat(standing(form)).isEqualTo(SheetStanding.SCORE_MISSING);
        sheet.putAnswers("/data/a", number(3));
        assertThat(standing(form)).isEqualTo(SheetStanding.COMPLETE);
        sheet.clearProgress();
        assertThat(standing(form)).isEqualTo(SheetStanding.BROKEN_OFF);
    }

    @Test
    void standing_whenAPersonJudged_isAsJudged() {
        sheet.clearProgress().setValidity(ValidityJudgement.newBuilder().setValidity(Validity.VALIDITY_VALID));
        assertThat(standing(FormVersion.newBuilder())).isEqualTo(SheetStanding.JUDGED_VALID);

        sheet.setValidity(ValidityJudgement.newBuilder().setValidity(Validity.VALIDITY_INVALID));
        assertThat(standing(FormVersion.newBuilder())).isEqualTo(SheetStanding.JUDGED_INVALID);
    }

    @Test
    void standing_whenConsentToTotalsIsWithdrawn_countsNowhereEvenIfJudgedValid() {
        sheet.setValidity(ValidityJudgement.newBuilder().setValidity(Validity.VALIDITY_VALID))
                .putConsents(SheetStanding.TOTALS, consent(ConsentState.CONSENT_STATE_WITHDRAWN));

        assertThat(standing(FormVersion.newBuilder())).isEqualTo(SheetStanding.CONSENT_WITHDRAWN);
        assertThat(standing(FormVersion.newBuilder()).isValid()).isFalse();
    }

    @Test
    void standing_whenTheRoundAsksForConsentAndNoneIsGiven_isRefused() {
        assertThat(standing(FormVersion.newBuilder(), SheetStanding.TOTALS)).isEqualTo(SheetStanding.CONSENT_REFUSED);
        assertThat(standing(FormVersion.newBuilder(), "manager")).isEqualTo(SheetStanding.COMPLETE);

        sheet.putConsents("manager", consent(ConsentState.CONSENT_STATE_WITHDRAWN))
                .putConsents(SheetStanding.TOTALS, consent(ConsentState.CONSENT_STATE_GIVEN));
        assertThat(standing(FormVersion.newBuilder(), SheetStanding.TOTALS)).isEqualTo(SheetStanding.COMPLETE);
    }

    @Test
    void standing_whenTheFormIsNotKnown_isNotValid() {
        SheetStanding standing = SheetStanding.of(sheet.build(), Optional.empty(), Map.of(), List.of());

        assertThat(standing).isEqualTo(SheetStanding.FORM_UNKNOWN);
        assertThat(standing.isValid()).isFalse();
    }

    private SheetStanding standing(FormVersion.Builder form, String... scopesAskedFor) {
        FormVersion version = form.build();
        Response response = sheet.build();
        return SheetStanding.of(
                response, Optional.of(version), Scoring.scores(version, response), List.of(scopesAskedFor));
    }

    private Score score(Scale scale) {
        FormVersion form = FormVersion.newBuilder().putScales("s", scale).build();
        return Scoring.scores(form, sheet.build()).get("s");
    }

    private static Scale.Builder sum(String... paths) {
        Scale.Builder scale = Scale.newBuilder();
        for (String path : paths) {
            scale.addItems(item(path));
        }
        return scale;
    }

    private static Scale.Builder ofScales(String... keys) {
        Scale.Builder scale = Scale.newBuilder();
        for (String key : keys) {
            scale.addItems(ScaleItem.newBuilder().setScaleKey(key));
        }
        return scale;
    }

    private static ScaleItem.Builder item(String path) {
        return ScaleItem.newBuilder().setQuestionPath(path);
    }

    private static Consent consent(ConsentState state) {
        return Consent.newBuilder().setState(state).build();
    }

    private static Answer number(double number) {
        return Answer.newBuilder().setNumber(number).build();
    }

    private static Answer choice(String value) {
        return Answer.newBuilder().addChoices(value).build();
    }
}
