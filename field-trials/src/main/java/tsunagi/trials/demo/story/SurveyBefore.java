package tsunagi.trials.demo.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.Workplace;

/**
 * April 2024: what ten other makers of food and drink answered in October 2023, before the programme, is taken over; it is what the brewery
 * will be seen among.
 */
final class SurveyBefore implements Chapter {
    private static final String ROUND = StoryId.of("round/food-makers-2023");
    private static final int SHEETS_OF_EACH = 7;
    private static final List<String> NAMES = List.of(
            "みなと味噌 合名会社",
            "有限会社 小春製菓",
            "灯浜とうふ工房",
            "株式会社 北山製麺",
            "かもめ水産 練り物工場",
            "ひなた牧場 乳業部",
            "株式会社 大和田醤油",
            "果実の森 ジャム工房",
            "ふくろう製パン",
            "清流飲料 瓶詰工場");

    @Override
    public String title() {
        return "4月 前年度の調査(食品製造10事業場)の結果を引き継ぐ";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-04-16T15:00");
        String form = oda.write(BreweryForm.version().setVersion("2023-1").setPublishedOn("2023-09-20"));
        for (int place = 0; place < NAMES.size(); place++) {
            oda.write(id(place), workplace(NAMES.get(place)));
        }
        oda.write(ROUND, round(form));
        for (int place = 0; place < NAMES.size(); place++) {
            for (int n = 1; n <= SHEETS_OF_EACH; n++) {
                oda.write(StoryId.of("response/food-makers/" + place + "/" + n), sheet(form, place, n));
            }
        }
        oda.sync();
    }

    private static String id(int place) {
        return StoryId.of("workplace/food-maker/" + place);
    }

    private static Workplace.Builder workplace(String name) {
        return Workplace.newBuilder()
                .setName(name)
                .setIndustry(Industry.INDUSTRY_E_MANUFACTURING)
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .putHeadcounts(
                        "2023",
                        Headcount.newBuilder()
                                .setPeople(SHEETS_OF_EACH + 2)
                                .setAsOfOn("2023-10-02")
                                .build());
    }

    private static Round.Builder round(String form) {
        SheetCount out = SheetCount.newBuilder()
                .setCount(NAMES.size() * (SHEETS_OF_EACH + 2))
                .build();
        return Round.newBuilder()
                .setFormVersionId(form)
                .setName("食品製造業の調査(2023年10月)")
                .addAllMunicipalityCodes(Stream.of(SpringPlans.MUNICIPALITY).collect(Collectors.toList()))
                .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                .setOpensOn("2023-10-02")
                .setClosesOn("2023-10-31")
                .putAddressedPeople("all", out)
                .putSheetsOut("all", out);
    }

    private static Response.Builder sheet(String form, int place, int n) {
        Response.Builder sheet = Response.newBuilder()
                .setRoundId(ROUND)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setWorkplaceId(id(place))
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_IMPORT)
                .setWrittenOn("2023-10-16");
        BreweryForm.answerElsewhere(sheet, place, n);
        return sheet;
    }
}
