package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.FollowUpClosing;
import tsunagi.records.v1.FollowUpState;
import tsunagi.records.v1.Frequency;
import tsunagi.records.v1.FrequencyPeriod;
import tsunagi.records.v1.Hazard;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.Posture;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.ResultTeller;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitState;

/**
 * 26 July 2024: nurse and physical therapists walk through the departments. The visit was planned on the nurse's
 * tablet; on the day two tablets write it, without a signal in the cellar, and neither loses a word.
 */
final class BreweryWalkThrough implements Chapter {
    static final String WALK_THROUGH = StoryId.of("visit/brewery-walk-through");
    static final String STEAMED_RICE = StoryId.of("observation/steamed-rice");

    @Override
    public String title() {
        return "7月26日 職場見学(2台で同じ訪問を記録)";
    }

    @Override
    public void play(Stage stage) {
        Desk saeki = Desk.of(stage, StoryTablet.NURSE, StoryTeam.BREWERY, StoryPerson.SAEKI, "2024-07-16T09:30");
        saeki.write(WALK_THROUGH, planned());
        saeki.sync();
        Desk mikami = Desk.of(stage, StoryTablet.THERAPISTS, StoryTeam.BREWERY, StoryPerson.MIKAMI, "2024-07-26T15:10");
        mikami.sync();

        saeki.at("2024-07-26T17:05").write(WALK_THROUGH, asTheNurseSawIt());
        mikami.write(WALK_THROUGH, asTheTherapistSawIt());
        observations(mikami);
        saeki.sync();
        mikami.sync();

        afterwards(saeki.at("2024-07-29T10:00"));
        saeki.sync();
    }

    private static Visit.Builder planned() {
        return Visit.newBuilder()
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setVisitOn("2024-07-26")
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .putMembers(StoryPerson.SAEKI.id(), Staff.member(StoryPerson.SAEKI))
                .putMembers(StoryPerson.MIKAMI.id(), Staff.member(StoryPerson.MIKAMI))
                .putPermissions(
                        StoryPerson.MIKAMI.id(),
                        Staff.permission(PermissionState.PERMISSION_STATE_GRANTED, "2024-07-12"));
    }

    private static Visit.Builder asTheNurseSawIt() {
        return Visit.newBuilder()
                .setOutcome(Staff.outcome(VisitState.VISIT_STATE_DONE))
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .addKinds(VisitKind.VISIT_KIND_INTERVIEW)
                .addThemeKeys("low_back")
                .addMetContactIds(BreweryBeginnings.GENERAL_AFFAIRS)
                .setMetWorkers(11)
                .setFindings("蔵は段差が多く照明が暗い。\n売店の出入口に雨水がたまる。")
                .putWorkedTimes(StoryPerson.SAEKI.id(), Staff.worked(150, 40));
    }

    private static Visit.Builder asTheTherapistSawIt() {
        return Visit.newBuilder()
                .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                .addKinds(VisitKind.VISIT_KIND_GUIDANCE)
                .addThemeKeys("falls")
                .setAdvice("麹の運搬は2人で。\n瓶詰の台を10cm高くする。")
                .putMembers(StoryPerson.KURAMOTO.id(), Staff.member(StoryPerson.KURAMOTO))
                .putWorkedTimes(StoryPerson.MIKAMI.id(), Staff.worked(180, 70))
                .putWorkedTimes(StoryPerson.KURAMOTO.id(), Staff.worked(180, 70));
    }

    private static void observations(Desk mikami) {
        mikami.write(
                STEAMED_RICE,
                observation("brewing", "蒸米の運搬", Posture.POSTURE_BENT_FORWARD, Hazard.HAZARD_LOW_BACK)
                        .setFrequency(times(20, FrequencyPeriod.FREQUENCY_PERIOD_DAY))
                        .setHazardLevel(HazardLevel.HAZARD_LEVEL_MEDIUM)
                        .setFindings("前かがみで約25kgを運ぶ。腰を落とせる高さの台がない。"));
        mikami.write(
                StoryId.of("observation/bottling"),
                observation("bottling", "瓶の箱詰め", Posture.POSTURE_REPETITIVE, Hazard.HAZARD_LOW_BACK)
                        .addPostures(Posture.POSTURE_TWISTED)
                        .setFrequency(times(60, FrequencyPeriod.FREQUENCY_PERIOD_HOUR))
                        .setHazardLevel(HazardLevel.HAZARD_LEVEL_MEDIUM)
                        .setAdvice("台を高くし、体ごと向きを変える。"));
        mikami.write(
                StoryId.of("observation/office"),
                observation("office", "画面作業", Posture.POSTURE_SITTING, Hazard.HAZARD_LIGHT_SCREEN)
                        .setHazardLevel(HazardLevel.HAZARD_LEVEL_LOW));
        mikami.write(
                StoryId.of("observation/shop"),
                observation("shop", "品出しと接客", Posture.POSTURE_STANDING, Hazard.HAZARD_FALL)
                        .setHazardLevel(HazardLevel.HAZARD_LEVEL_HIGH)
                        .setAdvice("出入口に吸水マットを敷く。"));
    }

    private static Observation.Builder observation(String department, String task, Posture posture, Hazard hazard) {
        return Observation.newBuilder()
                .setVisitId(WALK_THROUGH)
                .setDepartmentKey(department)
                .setTask(task)
                .addPostures(posture)
                .addHazards(hazard);
    }

    private static Frequency.Builder times(int times, FrequencyPeriod period) {
        return Frequency.newBuilder().setTimes(times).setPeriod(period);
    }

    private static void afterwards(Desk saeki) {
        saeki.write(
                StoryId.of("follow-up/mat"),
                followUp("売店の吸水マットが敷かれたか電話で聞く", "2024-08-23")
                        .setClosing(FollowUpClosing.newBuilder()
                                .setState(FollowUpState.FOLLOW_UP_STATE_DONE)
                                .setClosedOn("2024-08-22")
                                .setRemarks("8月中旬に設置済み")));
        saeki.write(StoryId.of("follow-up/opinion"), followUp("医師の意見聴取の進み具合を確かめる", "2025-03-14"));
        saeki.write(StoryId.of("referral/opinion"), referral());
    }

    private static FollowUp.Builder followUp(String task, String dueOn) {
        return FollowUp.newBuilder()
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setVisitId(WALK_THROUGH)
                .setTask(task)
                .setDueOn(dueOn)
                .setAssignment(Assignment.newBuilder()
                        .setBodyId(StoryBody.CITY.id())
                        .setAssignedPersonId(StoryPerson.SAEKI.id())
                        .setAssignedOn("2024-07-29"));
    }

    private static Referral.Builder referral() {
        return Referral.newBuilder()
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setVisitId(WALK_THROUGH)
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setReferredOn("2024-07-29")
                .setFromBodyId(StoryBody.CITY.id())
                .setToBodyId(StoryBody.REGIONAL_CENTRE.id())
                .setService("健診結果についての医師の意見聴取")
                .setStrength(ReferralStrength.REFERRAL_STRENGTH_BROKERED)
                .addAllThemeKeys(List.of("checkups"))
                .setReason("有所見者9人の意見聴取が行われていない。")
                .setResult(ReferralResult.newBuilder()
                        .setState(ReferralState.REFERRAL_STATE_ACCEPTED)
                        .setToldOn("2024-08-05")
                        .setToldBy(ResultTeller.RESULT_TELLER_BODY));
    }
}
