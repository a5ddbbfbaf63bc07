package tsunagi.trials.demo.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.records.v1.AreaCensus;
import tsunagi.records.v1.CensusCount;
import tsunagi.records.v1.CouncilCheck;
import tsunagi.records.v1.CouncilLevel;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Material;
import tsunagi.records.v1.MaterialKind;
import tsunagi.records.v1.MultiYearPlan;
import tsunagi.records.v1.PlannedFigures;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.SizeClass;
import tsunagi.records.v1.Theme;

/** April 2024: both teams write down what they plan, what they offer and how many workplaces there are. */
final class SpringPlans implements Chapter {
    static final String BREWERY_PROGRAM = StoryId.of("program/brewery");
    static final String CITY_PROGRAM = StoryId.of("program/city");
    static final String LOW_BACK_COURSE = StoryId.of("course/low-back");
    static final String FALLS_COURSE = StoryId.of("course/falls");
    static final String DIET_COURSE = StoryId.of("course/diet");
    static final String MIND_COURSE = StoryId.of("course/mind");
    static final String STRETCH_LEAFLET = StoryId.of("material/stretch");
    static final String WALL_PAPER = StoryId.of("material/wall-paper");
    static final String SERVICES_LEAFLET = StoryId.of("material/services");
    static final String MUNICIPALITY = "99201";

    @Override
    public String title() {
        return "4月 年度事業の計画";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-04-15T10:20");
        oda.write(BREWERY_PROGRAM, breweryProgram());
        oda.write(LOW_BACK_COURSE, course("腰を守る体の使い方", StoryBody.PHYSICAL_THERAPISTS, 60, "low_back", "exercise"));
        oda.write(FALLS_COURSE, course("転ばない体と職場づくり", StoryBody.PHYSICAL_THERAPISTS, 60, "falls", "exercise"));
        oda.write(STRETCH_LEAFLET, leaflet("仕事の合間の3分ストレッチ", StoryBody.PHYSICAL_THERAPISTS, "low_back", "exercise"));
        oda.sync();

        Desk hori = Desk.of(stage, StoryTablet.HEALTH_CENTRE, StoryTeam.CITY, StoryPerson.HORI, "2024-04-18T14:05");
        hori.write(CITY_PROGRAM, cityProgram());
        hori.write(Theme.newBuilder().setKey("heat").setLabel("熱中症").setDisplayOrder(15));
        hori.write(DIET_COURSE, course("忙しい日の食事のコツ", StoryBody.DIETITIANS, 45, "diet"));
        hori.write(MIND_COURSE, course("こころの元気を保つ", StoryBody.PSYCHOLOGISTS, 60, "mental_health", "rest_sleep"));
        hori.write(
                WALL_PAPER,
                leaflet("健康応援かべ新聞", StoryBody.CITY, "diet", "exercise").setKind(MaterialKind.MATERIAL_KIND_POSTER));
        hori.write(SERVICES_LEAFLET, leaflet("働く人の健康 相談できるところ一覧", StoryBody.HEALTH_CENTRE, "checkups"));
        hori.write(census());
        hori.write(mountainCensus("99361", 38, 74));
        hori.write(mountainCensus("99382", 11, 29));
        hori.sync();
    }

    private static Program.Builder breweryProgram() {
        return Program.newBuilder()
                .setName("灯浜酒造 腰痛・転倒予防プログラム")
                .setFiscalYear(2024)
                .setField("産業保健")
                .addAllThemeKeys(List.of("low_back", "falls", "exercise"))
                .setHostingBodyId(StoryBody.PREFECTURAL_CENTRE.id())
                .addAllBodyIds(ids(Stream.of(
                        StoryBody.PREFECTURAL_CENTRE,
                        StoryBody.PHYSICAL_THERAPISTS,
                        StoryBody.OCCUPATIONAL_THERAPISTS,
                        StoryBody.CITY,
                        StoryBody.HEALTH_INSURANCE)))
                .addMunicipalityCodes(MUNICIPALITY)
                .setPlannedFigures(
                        PlannedFigures.newBuilder().setVisits(2).setWorkshops(4).setWorkplaces(1))
                .setEffectMeasured(true)
                .setClosesOn("2025-04-30");
    }

    private static Program.Builder cityProgram() {
        return Program.newBuilder()
                .setName("働く人の健康応援事業")
                .setFiscalYear(2024)
                .setMultiYearPlan(MultiYearPlan.newBuilder()
                        .setName("健康ひはま21(第三次)")
                        .setFirstFiscalYear(2020)
                        .setLastFiscalYear(2024))
                .setField("地域・職域連携")
                .addAllThemeKeys(List.of("diet", "exercise", "checkups", "smoking"))
                .setHostingBodyId(StoryBody.CITY.id())
                .addAllBodyIds(ids(Stream.of(StoryBody.values())))
                .addMunicipalityCodes(MUNICIPALITY)
                .setPlannedFigures(
                        PlannedFigures.newBuilder().setVisits(5).setWorkshops(2).setWorkplaces(5))
                .setEffectMeasured(false)
                .setClosesOn("2025-04-10")
                .putCouncilChecks("1-1", check(CouncilLevel.COUNCIL_LEVEL_2_1, "構成機関の役割を一覧にする", "2024年度前半"))
                .putCouncilChecks("1-2", check(CouncilLevel.COUNCIL_LEVEL_2_2, "", ""))
                .putCouncilChecks("2-1", check(CouncilLevel.COUNCIL_LEVEL_1, "訪問先の選び方を決める", "2024年度後半"));
    }

    private static CouncilCheck check(CouncilLevel level, String measure, String startingTime) {
        CouncilCheck.Builder check = CouncilCheck.newBuilder().setLevel(level).setJudgedOn("2024-04-18");
        if (!measure.isEmpty()) {
            check.setMeasure(measure).setStartingTime(startingTime);
        }
        return check.build();
    }

    private static Course.Builder course(String title, StoryBody body, int minutes, String... themes) {
        return Course.newBuilder()
                .setTitle(title)
                .setOfferingBodyId(body.id())
                .setDurationMinutes(minutes)
                .addAllThemeKeys(List.of(themes));
    }

    private static Material.Builder leaflet(String title, StoryBody body, String... themes) {
        return Material.newBuilder()
                .setTitle(title)
                .setIssuingBodyId(body.id())
                .setKind(MaterialKind.MATERIAL_KIND_LEAFLET)
                .addAllThemeKeys(List.of(themes));
    }

    private static AreaCensus.Builder census() {
        return AreaCensus.newBuilder()
                .setMunicipalityCode(MUNICIPALITY)
                .setStatistic("economic_census_2021")
                .setAsOfOn("2021-06-01")
                .putCounts("E/10-19", count(Industry.INDUSTRY_E_MANUFACTURING, SizeClass.SIZE_CLASS_10_19, 61, 812))
                .putCounts("E/20-29", count(Industry.INDUSTRY_E_MANUFACTURING, SizeClass.SIZE_CLASS_20_29, 24, 575))
                .putCounts("E/30-49", count(Industry.INDUSTRY_E_MANUFACTURING, SizeClass.SIZE_CLASS_30_49, 17, 634))
                .putCounts("H/30-49", count(Industry.INDUSTRY_H_TRANSPORT_POSTAL, SizeClass.SIZE_CLASS_30_49, 9, 341))
                .putCounts("P/20-29", count(Industry.INDUSTRY_P_MEDICAL_WELFARE, SizeClass.SIZE_CLASS_20_29, 33, 790))
                .putCounts("N/1-4", count(Industry.INDUSTRY_N_LIVING_AMUSEMENT, SizeClass.SIZE_CLASS_1_4, 214, 430));
    }

    /** Two places up the valley, of the health centre's district too, which nobody of the group has gone to yet. */
    private static AreaCensus.Builder mountainCensus(String municipalityCode, int sawmills, int inns) {
        return AreaCensus.newBuilder()
                .setMunicipalityCode(municipalityCode)
                .setStatistic("economic_census_2021")
                .setAsOfOn("2021-06-01")
                .putCounts(
                        "E/10-19",
                        count(Industry.INDUSTRY_E_MANUFACTURING, SizeClass.SIZE_CLASS_10_19, sawmills, sawmills * 13))
                .putCounts(
                        "N/1-4", count(Industry.INDUSTRY_N_LIVING_AMUSEMENT, SizeClass.SIZE_CLASS_1_4, inns, inns * 2));
    }

    private static CensusCount count(Industry industry, SizeClass size, int workplaces, int people) {
        return CensusCount.newBuilder()
                .setIndustry(industry)
                .setSizeClass(size)
                .setWorkplaces(workplaces)
                .setPeople(people)
                .build();
    }

    private static List<String> ids(Stream<StoryBody> bodies) {
        return bodies.map(StoryBody::id).collect(Collectors.toList());
    }
}
