package tsunagi.trials.demo.story;

import java.util.List;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Request;
import tsunagi.records.v1.RequestAnswer;
import tsunagi.records.v1.RequestChannel;
import tsunagi.records.v1.RequestDecision;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;

/** April 2025: requests for the new fiscal year come in at the city's window, and May fills up. */
final class NextYearsRequests implements Chapter {
    private static final String BACK_COURSE = StoryId.of("course/city-back");
    private static final String HEAT_COURSE = StoryId.of("course/heat");
    private static final String DAY_CARE_REQUEST = StoryId.of("request/day-care");

    @Override
    public String title() {
        return "4月 新年度の依頼が窓口に届く";
    }

    @Override
    public void play(Stage stage) {
        Desk hori = Desk.of(stage, StoryTablet.HEALTH_CENTRE, StoryTeam.CITY, StoryPerson.HORI, "2025-04-21T10:15");
        hori.write(BACK_COURSE, course("腰痛を防ぐ体操と職場の工夫", StoryBody.PHYSICAL_THERAPISTS, 45, "low_back"));
        hori.write(HEAT_COURSE, course("暑さに負けない職場づくり", StoryBody.REGIONAL_CENTRE, 30, "heat"));
        hori.write(
                CityWorkplaces.INN.id(),
                Workplace.newBuilder()
                        .putBusySeasons(
                                "spring",
                                BusySeason.newBuilder()
                                        .setFromMonthDay("04-26")
                                        .setUntilMonthDay("05-11")
                                        .setReason("大型連休")
                                        .build()));
        requests(hori);
        plans(hori);
        hori.sync();
    }

    private static void requests(Desk hori) {
        hori.write(
                StoryId.of("request/inn"),
                request(CityWorkplaces.INN, RequestChannel.REQUEST_CHANNEL_PHONE, "2025-04-10")
                        .setWish("立ち仕事で腰痛の人が多い。仲居と調理場の職員に、30分くらいで体操を教えてほしい。")
                        .addThemeKeys("low_back")
                        .setWishedOn("2025-06-11")
                        .setWishedTime("14時ごろ、客のいない時間"));
        hori.write(
                StoryId.of("request/garage"),
                request(CityWorkplaces.GARAGE, RequestChannel.REQUEST_CHANNEL_FAX, "2025-04-15")
                        .setRequestingBodyId(StoryBody.CHAMBER.id())
                        .setWish("夏の前に、整備場の暑さ対策の話を聞きたい。")
                        .addThemeKeys("heat")
                        .setWishedTime("6月中、夕方"));
        hori.write(
                DAY_CARE_REQUEST,
                request(CityWorkplaces.DAY_CARE, RequestChannel.REQUEST_CHANNEL_EMAIL, "2025-04-08")
                        .setWish("職員のこころの健康について、管理者にも話してほしい。")
                        .addCourseIds(SpringPlans.MIND_COURSE)
                        .addThemeKeys("mental_health")
                        .setAssignment(Assignment.newBuilder()
                                .setBodyId(StoryBody.PSYCHOLOGISTS.id())
                                .setAssignedOn("2025-04-14"))
                        .setDecision(RequestDecision.newBuilder()
                                .setAnswer(RequestAnswer.REQUEST_ANSWER_ACCEPTED)
                                .setDecidedOn("2025-04-14")));
    }

    private static Request.Builder request(CityWorkplaces.Place place, RequestChannel channel, String on) {
        return Request.newBuilder()
                .setWorkplaceId(place.id())
                .setChannel(channel)
                .setReceivedOn(on);
    }

    private static void plans(Desk hori) {
        hori.write(
                StoryId.of("workshop/day-care"),
                Workshop.newBuilder()
                        .setCourseId(SpringPlans.MIND_COURSE)
                        .setRequestId(DAY_CARE_REQUEST)
                        .setHostingBodyId(StoryBody.PSYCHOLOGISTS.id())
                        .setHeldOn("2025-05-22")
                        .setStartsAt("17:30")
                        .setEndsAt("18:30")
                        .setWorkplaceId(CityWorkplaces.DAY_CARE.id())
                        .addParticipatingWorkplaceIds(CityWorkplaces.DAY_CARE.id())
                        .addThemeKeys("mental_health")
                        .putMembers(StoryPerson.HORI.id(), member(StoryPerson.HORI)));
        visit(hori, "plan/haulier", CityWorkplaces.HAULIER, "2025-05-13", "13:30", StoryPerson.HAYAKAWA);
        visit(hori, "plan/taxis", CityWorkplaces.TAXIS, "2025-05-13", "14:00", StoryPerson.HAYAKAWA);
        visit(hori, "plan/inn", CityWorkplaces.INN, "2025-05-08", "10:00", StoryPerson.NOMURA);
    }

    private static void visit(
            Desk desk, String key, CityWorkplaces.Place place, String on, String at, StoryPerson person) {
        desk.write(
                StoryId.of("visit/" + key),
                Visit.newBuilder()
                        .setWorkplaceId(place.id())
                        .setVisitOn(on)
                        .setStartsAt(at)
                        .addKinds(VisitKind.VISIT_KIND_FIRST_TALK)
                        .putMembers(person.id(), member(person)));
    }

    private static StaffMember member(StoryPerson person) {
        return StaffMember.newBuilder().setBodyId(person.body().id()).build();
    }

    private static Course.Builder course(String title, StoryBody body, int minutes, String... themes) {
        return Course.newBuilder()
                .setTitle(title)
                .setOfferingBodyId(body.id())
                .setDurationMinutes(minutes)
                .addAllThemeKeys(List.of(themes));
    }
}
