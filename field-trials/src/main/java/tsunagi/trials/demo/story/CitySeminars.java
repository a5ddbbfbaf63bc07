package tsunagi.trials.demo.story;

import java.util.List;
import java.util.stream.Collectors;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.PeopleCount;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;
import tsunagi.trials.demo.story.CityWorkplaces.Place;

/** Two seminars for small workplaces, counted without names: 10 workplaces with 15 people, then 4 with 8. */
final class CitySeminars implements Chapter {
    static final String AUTUMN = StoryId.of("workshop/seminar-autumn");
    static final String WINTER = StoryId.of("workshop/seminar-winter");

    @Override
    public String title() {
        return "10月・1月 健康づくりセミナー";
    }

    @Override
    public void play(Stage stage) {
        Desk ueda = Desk.of(stage, StoryTablet.HEALTH_CENTRE, StoryTeam.CITY, StoryPerson.UEDA, "2024-10-17T16:10");
        ueda.sync();
        ueda.write(
                AUTUMN,
                seminar(
                        StoryPerson.UEDA,
                        SpringPlans.DIET_COURSE,
                        "2024-10-17",
                        15,
                        List.of(
                                CityWorkplaces.IRONWORKS,
                                CityWorkplaces.NURSERY,
                                CityWorkplaces.HAULIER,
                                CityWorkplaces.FOODS,
                                CityWorkplaces.TAXIS,
                                CityWorkplaces.HAIRDRESSER,
                                CityWorkplaces.DINER,
                                CityWorkplaces.STUDIO,
                                CityWorkplaces.INN,
                                CityWorkplaces.GARAGE)));
        ueda.write(StoryId.of("measuring/autumn"), measuring());
        ueda.write(StoryId.of("consultation/autumn"), consultation());

        Desk hori = ueda.as(StoryPerson.HORI).at("2025-01-23T16:00");
        hori.write(
                WINTER,
                seminar(
                        StoryPerson.HORI,
                        SpringPlans.MIND_COURSE,
                        "2025-01-23",
                        8,
                        List.of(
                                CityWorkplaces.HAULIER,
                                CityWorkplaces.DAY_CARE,
                                CityWorkplaces.GARAGE,
                                CityWorkplaces.CANNERY)));
        hori.sync();
    }

    private static Workshop.Builder seminar(
            StoryPerson instructor, String course, String on, int people, List<Place> places) {
        return Workshop.newBuilder()
                .setCourseId(course)
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setHostingBodyId(StoryBody.CHAMBER.id())
                .setHeldOn(on)
                .setStartsAt("14:00")
                .setEndsAt("15:30")
                .setMode(HoldingMode.HOLDING_MODE_ON_SITE)
                .setPlace("商工会議所 2階")
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .addAllParticipatingWorkplaceIds(places.stream().map(Place::id).collect(Collectors.toList()))
                .putMembers(instructor.id(), Staff.member(instructor, StaffRole.STAFF_ROLE_INSTRUCTOR))
                .putWorkedTimes(instructor.id(), Staff.worked(90, 20))
                .setOutcome(WorkshopOutcome.newBuilder().setState(WorkshopState.WORKSHOP_STATE_HELD))
                .setCountingBasis(CountingBasis.COUNTING_BASIS_TALLIES)
                .putTallySheets(
                        StoryId.of("tally/" + on),
                        TallySheet.newBuilder()
                                .setCountingPersonId(instructor.id())
                                .addRows(TallyRow.newBuilder()
                                        .setPeople(people)
                                        .setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE))
                                .build());
    }

    private static Measuring.Builder measuring() {
        return Measuring.newBuilder()
                .setHeldOn("2024-10-17")
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setPlace("商工会議所 2階")
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .addThemeKeys("diet")
                .setPeople(14)
                .putPeopleByDevice("vegetable_intake", count(14))
                .putPeopleByDevice("vessel_age", count(9))
                .putPeopleByWorkshop(AUTUMN, count(13));
    }

    private static Consultation.Builder consultation() {
        return Consultation.newBuilder()
                .setHeldOn("2024-10-17")
                .setProgramId(SpringPlans.CITY_PROGRAM)
                .setPlace("商工会議所 2階")
                .setMode(HoldingMode.HOLDING_MODE_INDIVIDUAL)
                .setPeople(4)
                .putPeopleByTheme("diet", count(3))
                .putPeopleByTheme("checkups", count(2))
                .putPeopleByWorkshop(AUTUMN, count(4))
                .putMembers(StoryPerson.UEDA.id(), Staff.member(StoryPerson.UEDA));
    }

    private static PeopleCount count(int people) {
        return PeopleCount.newBuilder().setPeople(people).build();
    }
}
