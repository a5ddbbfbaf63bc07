package tsunagi.trials.demo.story;

import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionStanding;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Publication;
import tsunagi.records.v1.PublicationConsent;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.SheetCount;

/**
 * October and November 2024: the same questionnaire again, 33 sheets out, 28 back; 24 match a valid one from before,
 * one of them is taken back, so there are 23 pairs. And what the brewery now does by itself.
 */
final class BreweryQuestionnaireAfter implements Chapter {
    static final String ROUND = StoryId.of("round/brewery-after");
    static final String WITHDRAWN = StoryId.of("response/brewery-after/" + BreweryRespondents.MATCHED);

    private static final String AWARENESS_ROUND = StoryId.of("round/brewery-awareness");
    private static final int AWARENESS_SHEETS = 27;

    @Override
    public String title() {
        return "10〜11月 実施後の質問票(配布33・回収28・対応23組)";
    }

    @Override
    public void play(Stage stage) {
        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.BREWERY, StoryPerson.SAEKI, "2024-10-15T09:10");
        String form = saeki.write(BreweryForm.version());
        saeki.write(
                ROUND,
                BreweryQuestionnaireBefore.round(form, true)
                        .setName("実施後(10月)")
                        .setPhase(RoundPhase.ROUND_PHASE_AFTER)
                        .setPairedRoundId(BreweryQuestionnaireBefore.ROUND)
                        .setOpensOn("2024-10-15")
                        .setClosesOn("2024-10-31"));
        // Who is new gets a slip from the numbers after those of July; everybody else has kept theirs.
        saeki.write(
                BreweryQuestionnaireBefore.ROUND,
                Round.newBuilder()
                        .putCodeRanges("34-34", BreweryQuestionnaireBefore.slips(BreweryRespondents.HIRED - 1, 1)));
        Desk typing = saeki.at("2024-10-31T14:00");
        for (int n : BreweryRespondents.backAfter()) {
            Response.Builder sheet =
                    BreweryQuestionnaireBefore.sheet(ROUND, form, BreweryRespondents.codeAfter(n), "2024-10-28");
            BreweryRespondents.describe(sheet, n);
            BreweryForm.answerAfter(sheet, n);
            typing.write(StoryId.of("response/brewery-after/" + n), sheet);
        }
        askForAwareness(typing);
        typing.sync();

        saeki.at("2024-11-12T11:20")
                .write(
                        WITHDRAWN,
                        Response.newBuilder()
                                .putConsents(
                                        "totals",
                                        BreweryQuestionnaireBefore.consent(
                                                ConsentState.CONSENT_STATE_WITHDRAWN, "2024-11-12")));
        saeki.at("2024-11-25T09:00").write(StoryId.of("action/brewery-exercise"), morningExercises());
        saeki.sync();
    }

    private static void askForAwareness(Desk desk) {
        String form = desk.write(FormVersion.newBuilder()
                .setFormKey("awareness")
                .setVersion("2024-1")
                .setTitle("講座のあとの意識調査")
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setPublishedOn("2024-10-01"));
        desk.write(
                AWARENESS_ROUND,
                Round.newBuilder()
                        .setFormVersionId(form)
                        .setName("意識調査(10月)")
                        .setProgramId(SpringPlans.BREWERY_PROGRAM)
                        .setWorkplaceId(BreweryBeginnings.BREWERY)
                        .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .setOpensOn("2024-10-15")
                        .setClosesOn("2024-10-31")
                        .putSheetsOut(
                                "all", SheetCount.newBuilder().setCount(33).build()));
        for (int n = 1; n <= AWARENESS_SHEETS; n++) {
            desk.write(StoryId.of("response/awareness/" + n), awareness(form, n));
        }
    }

    private static Response.Builder awareness(String form, int n) {
        return Response.newBuilder()
                .setRoundId(AWARENESS_ROUND)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .putAnswers("/data/moves_more", BreweryForm.choice(n % 4 == 0 ? "no" : "yes"))
                .putAnswers("/data/lifts_differently", BreweryForm.choice(n % 3 == 0 ? "sometimes" : "always"))
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                .setWrittenOn("2024-10-28");
    }

    private static Action.Builder morningExercises() {
        return Action.newBuilder()
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setTitle("朝礼での腰の体操(3分)")
                .setDescription("蔵と瓶詰で始め、12月から売店も加わった。")
                .addThemeKeys("low_back")
                .addThemeKeys("exercise")
                .addDepartmentKeys("brewing")
                .addDepartmentKeys("bottling")
                .addDepartmentKeys("shop")
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setPromptingWorkshopId(BreweryLectures.FIRST)
                .setStartedOn("2024-11-18")
                .setStanding(ActionStanding.newBuilder()
                        .setState(ActionState.ACTION_STATE_GOING_ON)
                        .setAsOfOn("2024-12-05"))
                .setPublication(Publication.newBuilder()
                        .setConsent(PublicationConsent.PUBLICATION_CONSENT_ANONYMOUS)
                        .setContactId(BreweryBeginnings.OWNER)
                        .setAnsweredOn("2024-12-05"));
    }
}
