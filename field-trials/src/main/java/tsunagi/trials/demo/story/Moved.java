package tsunagi.trials.demo.story;

import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;

/**
 * 31 March and 20 April 2025: the nurse of the regional centre is moved and her account closed; what she wrote on her last
 * day arrives three weeks later, under her name. Her successor takes over what she left open.
 */
final class Moved implements Chapter {
    private static final String LAST_VISIT = StoryId.of("visit/last-day");

    @Override
    public String title() {
        return "3月31日・4月20日 異動の日の記録があとから届く(締め後の追加)";
    }

    @Override
    public void play(Stage stage) {
        Desk fujii = Desk.of(stage, StoryTablet.REGIONAL_CENTRE, StoryTeam.CITY, StoryPerson.FUJII, "2025-03-31T16:10");
        fujii.write(
                LAST_VISIT,
                Staff.with(
                                Visit.newBuilder()
                                        .setWorkplaceId(CityWorkplaces.BUILDERS.id())
                                        .setVisitOn("2025-03-31")
                                        .setProgramId(SpringPlans.CITY_PROGRAM),
                                StoryPerson.FUJII,
                                10,
                                40)
                        .setOutcome(Staff.outcome(VisitState.VISIT_STATE_ABSENT).setReasonWords("年度末で現場に出ていた")));
        Desk hayakawa = fujii.as(StoryPerson.HAYAKAWA).at("2025-04-20T09:30");
        hayakawa.write(
                CityVisits.HAULIER_FOLLOW_UP,
                FollowUp.newBuilder()
                        .setAssignment(Assignment.newBuilder()
                                .setBodyId(StoryBody.REGIONAL_CENTRE.id())
                                .setAssignedPersonId(StoryPerson.HAYAKAWA.id())
                                .setAssignedOn("2025-04-20")));
        hayakawa.sync();
    }
}
