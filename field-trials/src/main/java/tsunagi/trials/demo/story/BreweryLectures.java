package tsunagi.trials.demo.story;

import java.time.LocalDateTime;
import java.util.function.ToIntFunction;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceMethod;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;
import tsunagi.trials.demo.story.BreweryWorkers.Worker;

/**
 * The lectures at the brewery: 26 July for all, 31 August for regular staff, 6 September for part-timers. Attended:
 * 18 + 11, 16 and 10; that is 55 occasions (延べ), 31 people (実), 24 of them at both.
 */
final class BreweryLectures implements Chapter {
    static final String FIRST = StoryId.of("workshop/brewery-first");
    static final String SECOND_REGULAR = StoryId.of("workshop/brewery-second-regular");
    static final String SECOND_PART_TIME = StoryId.of("workshop/brewery-second-part-time");

    @Override
    public String title() {
        return "7〜9月 酒蔵の講座(延べ55人・実31人)";
    }

    @Override
    public void play(Stage stage) {
        Desk mikami = Desk.of(stage, StoryTablet.THERAPISTS, StoryTeam.BREWERY, StoryPerson.MIKAMI, "2024-07-24T18:30");
        for (Worker worker : BreweryWorkers.all()) {
            if (worker.isOnARoster()) {
                mikami.write(worker.participantId(), participant(worker));
            }
        }
        hold(mikami.at("2024-07-26T13:10"), FIRST, workshop(SpringPlans.LOW_BACK_COURSE, "2024-07-26", "13:00"));
        takeRoster(mikami.at("2024-07-26T13:20"), FIRST, Worker::first, null);
        mikami.sync();

        hold(
                mikami.at("2024-08-31T10:05"),
                SECOND_REGULAR,
                workshop(SpringPlans.FALLS_COURSE, "2024-08-31", "10:00").setAudience("正社員"));
        takeRoster(mikami.at("2024-08-31T10:15"), SECOND_REGULAR, Worker::second, Employment.EMPLOYMENT_REGULAR);
        mikami.sync();

        Desk omori = Desk.of(
                stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.OMORI, "2024-09-06T15:05");
        omori.sync();
        hold(
                omori,
                SECOND_PART_TIME,
                workshop(SpringPlans.FALLS_COURSE, "2024-09-06", "15:00").setAudience("パート従業員"));
        takeRoster(omori.at("2024-09-06T15:10"), SECOND_PART_TIME, Worker::second, Employment.EMPLOYMENT_PART_TIME);
        omori.sync();
    }

    private static Participant.Builder participant(Worker worker) {
        return Participant.newBuilder()
                .setName(worker.name())
                .setNameReading(worker.reading())
                .setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE)
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .setDepartmentKey(worker.department())
                .setOccupation(occupation(worker.department()))
                .setEmployment(worker.employment());
    }

    private static Occupation occupation(String department) {
        return switch (department) {
            case "office" -> Occupation.OCCUPATION_OFFICE;
            case "shop", "sales" -> Occupation.OCCUPATION_SALES;
            default -> Occupation.OCCUPATION_PRODUCTION;
        };
    }

    private static Workshop.Builder workshop(String courseId, String heldOn, String startsAt) {
        return Workshop.newBuilder()
                .setCourseId(courseId)
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setHostingBodyId(StoryBody.PREFECTURAL_CENTRE.id())
                .setHeldOn(heldOn)
                .setStartsAt(startsAt)
                .setMode(HoldingMode.HOLDING_MODE_ON_SITE)
                .setPlace("蔵の2階 会議室")
                .setMunicipalityCode(SpringPlans.MUNICIPALITY)
                .setWorkplaceId(BreweryBeginnings.BREWERY)
                .addParticipatingWorkplaceIds(BreweryBeginnings.BREWERY)
                .setOutcome(WorkshopOutcome.newBuilder().setState(WorkshopState.WORKSHOP_STATE_HELD))
                .setCountingBasis(CountingBasis.COUNTING_BASIS_NAMES)
                .putMaterials(
                        SpringPlans.STRETCH_LEAFLET,
                        HandedOut.newBuilder().setCopies(34).setMeantFor("全従業員").build());
    }

    private static void hold(Desk desk, String workshopId, Workshop.Builder workshop) {
        StoryPerson instructor = desk.scene().person();
        desk.write(
                workshopId,
                workshop.putMembers(instructor.id(), Staff.member(instructor, StaffRole.STAFF_ROLE_INSTRUCTOR))
                        .putWorkedTimes(instructor.id(), Staff.worked(60, 70)));
    }

    /** One tap a worker; only those of one employment when it is given. */
    private static void takeRoster(Desk desk, String workshopId, ToIntFunction<Worker> letter, Employment only) {
        for (Worker worker : BreweryWorkers.all()) {
            char tapped = (char) letter.applyAsInt(worker);
            if (tapped != '-' && (only == null || only == worker.employment())) {
                desk.write(Attendance.newBuilder()
                        .setWorkshopId(workshopId)
                        .setParticipantId(worker.participantId())
                        .setMark(mark(desk.scene(), tapped)));
            }
        }
    }

    private static AttendanceMark.Builder mark(Scene scene, char letter) {
        return AttendanceMark.newBuilder()
                .setState(BreweryWorkers.state(letter))
                .setMarkedAtMs(epochMs(scene.at()))
                .setMethod(AttendanceMethod.ATTENDANCE_METHOD_ROSTER_TAP)
                .setMarkingPersonId(scene.person().id());
    }

    private static long epochMs(LocalDateTime at) {
        return at.atZone(Cast.JAPAN).toInstant().toEpochMilli();
    }
}
