package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Action;
import tsunagi.records.v1.ActionStanding;
import tsunagi.records.v1.ActionState;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.ResultTeller;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;
import tsunagi.trials.demo.story.CityWorkplaces.Place;

/** July to December 2024: five workplaces are visited, as planned; at one door nobody was there the first time. */
final class CityVisits implements Chapter {
    static final String HAULIER_FOLLOW_UP = StoryId.of("follow-up/haulier");

    @Override
    public String title() {
        return "7〜12月 市内5事業場の訪問";
    }

    @Override
    public void play(Stage stage) {
        Desk fujii = Desk.of(stage, StoryTablet.REGIONAL_CENTRE, StoryTeam.CITY, StoryPerson.FUJII, "2024-07-11T16:00");
        fujii.sync();
        interview(fujii, CityWorkplaces.IRONWORKS, "2024-07-11", "溶接の蒸気と夏の暑さ。血圧の高い人が多い。");
        interview(fujii.at("2024-08-22T15:30"), CityWorkplaces.FOODS, "2024-08-22", "立ち仕事で足腰の疲れ。間食が多い。");
        fujii.at("2024-10-03T10:20").write(StoryId.of("visit/builders-absent"), nobodyThere());
        interview(fujii.at("2024-10-24T10:40"), CityWorkplaces.BUILDERS, "2024-10-24", "現場が散らばり、健診に行けない人がいる。");
        fujii.sync();

        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.CITY, StoryPerson.SAEKI, "2024-09-12T17:20");
        saeki.sync();
        interview(saeki, CityWorkplaces.NURSERY, "2024-09-12", "腰痛と声の疲れ。休憩室がほしい。");
        interview(saeki.at("2024-11-14T16:30"), CityWorkplaces.HAULIER, "2024-11-14", "夜勤明けの食事と睡眠。車内での喫煙。");
        saeki.sync();

        LifestyleRounds.ask(fujii.at("2024-09-02T13:00"));
        fujii.sync();
        whatFollowed(fujii.at("2024-12-10T11:30"));
        fujii.sync();
    }

    private static void interview(Desk desk, Place place, String on, String findings) {
        desk.write(
                StoryId.of("visit/" + place.key()),
                Staff.with(visit(place, on), desk.scene().person(), 75, 30)
                        .setOutcome(Staff.outcome(VisitState.VISIT_STATE_DONE))
                        .addKinds(VisitKind.VISIT_KIND_INTERVIEW)
                        .addThemeKeys("checkups")
                        .addMetContactIds(place.contactId())
                        .setFindings(findings)
                        .putMaterials(
                                SpringPlans.SERVICES_LEAFLET,
                                HandedOut.newBuilder().setCopies(place.people()).build()));
    }

    private static Visit.Builder nobodyThere() {
        return Staff.with(visit(CityWorkplaces.BUILDERS, "2024-10-03"), StoryPerson.FUJII, 10, 40)
                .setOutcome(Staff.outcome(VisitState.VISIT_STATE_ABSENT)
                        .setReasonWords("担当者が現場に出ていた")
                        .setRetryOn("2024-10-24"));
    }

    private static Visit.Builder visit(Place place, String on) {
        return Visit.newBuilder().setWorkplaceId(place.id()).setVisitOn(on).setProgramId(SpringPlans.CITY_PROGRAM);
    }

    private static void whatFollowed(Desk fujii) {
        refer(
                fujii,
                CityWorkplaces.IRONWORKS,
                StoryBody.DIETITIANS,
                "出前講座「忙しい日の食事のコツ」",
                ReferralStrength.REFERRAL_STRENGTH_BROKERED,
                ReferralState.REFERRAL_STATE_DONE);
        refer(
                fujii,
                CityWorkplaces.NURSERY,
                StoryBody.PSYCHOLOGISTS,
                "こころの健康相談",
                ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION,
                ReferralState.REFERRAL_STATE_RESULT_UNKNOWN);
        refer(
                fujii,
                CityWorkplaces.HAULIER,
                StoryBody.PHARMACISTS,
                "禁煙支援",
                ReferralStrength.REFERRAL_STRENGTH_INTRODUCTION,
                ReferralState.REFERRAL_STATE_ACCEPTED);
        refer(
                fujii,
                CityWorkplaces.FOODS,
                StoryBody.HEALTH_INSURANCE,
                "特定保健指導",
                ReferralStrength.REFERRAL_STRENGTH_INFORMATION,
                ReferralState.REFERRAL_STATE_UNSPECIFIED);
        refer(
                fujii,
                CityWorkplaces.BUILDERS,
                StoryBody.HEALTH_INSURANCE,
                "健診の受け方の相談",
                ReferralStrength.REFERRAL_STRENGTH_BROKERED,
                ReferralState.REFERRAL_STATE_DECLINED);

        fujii.write(
                StoryId.of("follow-up/ironworks"),
                followUp(CityWorkplaces.IRONWORKS, "かべ新聞を渡して結果を説明する", "2024-10-31")
                        .setClosing(FollowUpClosing.newBuilder()
                                .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                                .setClosedOn("2024-10-18")
                                .setRemarks("出前講座の日に手渡した")));
        fujii.write(HAULIER_FOLLOW_UP, followUp(CityWorkplaces.HAULIER, "禁煙支援の様子を聞く", "2025-02-14"));
        fujii.write(StoryId.of("action/ironworks-smoking"), indoorBan());
    }

    private static void refer(
            Desk desk, Place place, StoryBody to, String service, ReferralStrength strength, ReferralState state) {
        Referral.Builder referral = Referral.newBuilder()
                .setWorkplaceId(place.id())
                .setVisitId(StoryId.of("visit/" + place.key()))
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setReferredOn("2024-12-10")
                .setFromBodyId(StoryBody.REGIONAL_CENTRE.id())
                .setToBodyId(to.id())
                .setService(service)
                .setStrength(strength);
        if (state != ReferralState.REFERRAL_STATE_UNSPECIFIED) {
            referral.setResult(ReferralResult.newBuilder()
                    .setState(state)
                    .setToldOn("2024-12-10")
                    .setToldBy(ResultTeller.RESULT_TELLER_BODY));
        }
        desk.write(StoryId.of("referral/" + place.key()), referral);
    }

    private static FollowUp.Builder followUp(Place place, String task, String dueOn) {
        return FollowUp.newBuilder()
                .setWorkplaceId(place.id())
                .setVisitId(StoryId.of("visit/" + place.key()))
                .setTask(task)
                .setDueOn(dueOn)
                .setAssignment(Assignment.newBuilder()
                        .setBodyId(StoryBody.REGIONAL_CENTRE.id())
                        .setAssignedPersonId(StoryPerson.FUJII.id())
                        .setAssignedOn("2024-12-10"));
    }

    private static Action.Builder indoorBan() {
        return Action.newBuilder()
                .setWorkplaceId(CityWorkplaces.IRONWORKS.id())
                .setTitle("休憩室を禁煙にする")
                .addAllThemeKeys(List.of("smoking"))
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setPromptingVisitId(StoryId.of("visit/" + CityWorkplaces.IRONWORKS.key()))
                .setStartedOn("2024-11-01")
                .setStanding(ActionStanding.newBuilder()
                        .setState(ActionState.ACTION_STATE_STARTED)
                        .setAsOfOn("2024-11-01"));
    }
}
