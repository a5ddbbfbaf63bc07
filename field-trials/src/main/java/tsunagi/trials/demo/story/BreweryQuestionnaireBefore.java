package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.Validity;
import tsunagi.records.v1.ValidityJudgement;
import tsunagi.trials.demo.story.BreweryBeginnings.Size;
import tsunagi.trials.demo.story.BreweryWorkers.Worker;

/** Mid-July 2024: 34 sheets out, 31 back, 30 valid; two people type them. */
final class BreweryQuestionnaireBefore implements Chapter {
    static final String ROUND = StoryId.of("round/brewery-before");

    @Override
    public String title() {
        return "7月 実施前の質問票(配布34・回収31・有効30)";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-07-09T09:00");
        String form = oda.write(BreweryForm.version());
        oda.write(
                ROUND,
                round(form, false)
                        .setName("実施前(7月)")
                        .setPhase(RoundPhase.ROUND_PHASE_BEFORE)
                        .putCodeRanges("0-33", slips(0, BreweryRespondents.SLIPS_BEFORE))
                        .setOpensOn("2024-07-10")
                        .setClosesOn("2024-07-19"));
        oda.sync();
        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.BREWERY, StoryPerson.SAEKI, "2024-07-19T13:30");
        saeki.sync();
        for (int n = 1; n <= BreweryRespondents.BACK_BEFORE; n++) {
            Desk typist = n % 2 == 0 ? oda.at("2024-07-19T15:00") : saeki;
            typist.write(StoryId.of("response/brewery-before/" + n), sheet(form, n));
        }
        oda.sync();
        saeki.sync();
    }

    private static Response.Builder sheet(String form, int n) {
        Response.Builder sheet = sheet(ROUND, form, BreweryRespondents.code(n), "2024-07-17");
        BreweryRespondents.describe(sheet, n);
        if (n == BreweryRespondents.INVALID_BEFORE) {
            BreweryForm.answerInvalidly(sheet);
            sheet.setValidity(ValidityJudgement.newBuilder()
                    .setValidity(Validity.VALIDITY_INVALID)
                    .setReason("すべての設問に複数回答"));
        } else {
            BreweryForm.answerBefore(sheet, n);
        }
        return sheet;
    }

    /** A sheet of the brewery's questionnaire, typed from paper to its end. */
    static Response.Builder sheet(String round, String form, String code, String writtenOn) {
        return Response.newBuilder()
                .setRoundId(round)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setMatchCode(code)
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .putConsents("totals", consent(ConsentState.CONSENT_STATE_GIVEN, writtenOn))
                .putConsents("own_sheet", consent(ConsentState.CONSENT_STATE_GIVEN, writtenOn))
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                .setWrittenOn(writtenOn);
    }

    static Consent consent(ConsentState state, String statedOn) {
        return Consent.newBuilder().setState(state).setStatedOn(statedOn).build();
    }

    /** A coded round at the brewery, with the sheets handed out to everybody who works there then. */
    static Round.Builder round(String form, boolean isAfter) {
        Round.Builder round = Round.newBuilder()
                .setFormVersionId(form)
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
                .addAllConsentScopes(List.of("totals", "own_sheet"))
                .setConsultationPhone("0990-00-5678")
                .setConsultationHours("産保センター 平日 9:00〜16:00");
        for (Size department : BreweryBeginnings.DEPARTMENTS) {
            SheetCount people = people(department.key(), isAfter);
            round.putAddressedPeople(department.key(), people).putSheetsOut(department.key(), people);
        }
        return round;
    }

    /** Slips that were given out. */
    static CodeRange slips(int first, int count) {
        return CodeRange.newBuilder().setFirstNumber(first).setCount(count).build();
    }

    private static SheetCount people(String department, boolean isAfter) {
        long people = BreweryRespondents.staff(isAfter).stream()
                .map(Worker::department)
                .filter(department::equals)
                .count();
        return SheetCount.newBuilder()
                .setCount(Math.toIntExact(people))
                .setDepartmentKey(department)
                .setCountedOn(isAfter ? "2024-10-15" : "2024-07-10")
                .build();
    }
}
