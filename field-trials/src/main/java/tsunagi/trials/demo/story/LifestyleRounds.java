package tsunagi.trials.demo.story;

import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.SheetCount;
import tsunagi.trials.demo.story.CityWorkplaces.Place;

/** The anonymous lifestyle questionnaire of the city's group, at two of its workplaces. */
final class LifestyleRounds {
    private LifestyleRounds() {}

    static void ask(Desk desk) {
        String form = desk.write(FormVersion.newBuilder()
                .setFormKey("lifestyle")
                .setVersion("2024-1")
                .setTitle("くらしと健康の質問票")
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .putScales(
                        "breakfast",
                        Scale.newBuilder()
                                .addItems(ScaleItem.newBuilder().setQuestionPath("/data/breakfast/days"))
                                .setName("朝食をとる日")
                                .setBetter(BetterDirection.BETTER_DIRECTION_HIGHER)
                                .setLeast(0)
                                .setMost(7)
                                .setUnit("日/週")
                                .build())
                .setPublishedOn("2024-06-01"));
        ask(desk, form, CityWorkplaces.IRONWORKS, 16);
        ask(desk, form, CityWorkplaces.FOODS, 11);
    }

    private static void ask(Desk desk, String form, Place place, int sheets) {
        String round = StoryId.of("round/lifestyle/" + place.key());
        desk.write(
                round,
                Round.newBuilder()
                        .setFormVersionId(form)
                        .setName("くらしと健康 " + place.name())
                        .setProgramId(SpringPlans.CITY_PROGRAM)
                        .setWorkplaceId(place.id())
                        .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .setOpensOn("2024-08-26")
                        .setClosesOn("2024-08-30")
                        .putAddressedPeople("all", count(place.people()))
                        .putSheetsOut("all", count(place.people())));
        for (int n = 1; n <= sheets; n++) {
            desk.write(StoryId.of("response/lifestyle/" + place.key() + "/" + n), sheet(form, round, n));
        }
    }

    private static SheetCount count(int people) {
        return SheetCount.newBuilder().setCount(people).build();
    }

    private static Response.Builder sheet(String form, String round, int n) {
        return Response.newBuilder()
                .setRoundId(round)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setAgeBand(AgeBand.forNumber(AgeBand.AGE_BAND_20_29_VALUE + n % 5))
                .putAnswers("/data/breakfast/days", BreweryForm.number(n * 3 % 8))
                .putAnswers("/data/sleep/enough", BreweryForm.choice(n % 3 == 0 ? "no" : "yes"))
                .putAnswers("/data/smoking", BreweryForm.choice(n % 4 == 0 ? "yes" : "no"))
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                .setWrittenOn("2024-08-29");
    }
}
