package tsunagi.trials.demo.story;

import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Occupation;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;

/**
 * A Saturday in October 2024, online: 54 therapists (23 PT, 31 OT) learn how to go to workplaces; 48 (21 and 27) say what
 * they think of it, and 38 of them why their association is not active yet.
 */
final class TrainingDay implements Chapter {
    static final String WORKSHOP = StoryId.of("workshop/training-day");
    static final String ROUND = StoryId.of("round/training-day");

    @Override
    public String title() {
        return "10月 研修会(参加54人・回答48人)";
    }

    @Override
    public void play(Stage stage) {
        Desk oda =
                Desk.of(stage, StoryTablet.PREFECTURAL_CENTRE, StoryTeam.BREWERY, StoryPerson.ODA, "2024-10-05T16:15");
        oda.write(WORKSHOP, workshop());
        String form = oda.write(FormVersion.newBuilder()
                .setFormKey("training_day")
                .setVersion("2024-1")
                .setTitle("研修会のアンケート")
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setPublishedOn("2024-09-20"));
        oda.write(ROUND, round(form));
        for (int sheet = 0; sheet < TrainingDayAnswers.SHEETS; sheet++) {
            oda.write(StoryId.of("response/training-day/" + sheet), response(form, sheet));
        }
        oda.sync();
    }

    private static Workshop.Builder workshop() {
        return Workshop.newBuilder()
                .setTitle("働く人の腰と転倒を守る 療法士研修会")
                .addThemeKeys("low_back")
                .addThemeKeys("falls")
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setHostingBodyId(StoryBody.PHYSICAL_THERAPISTS.id())
                .setHeldOn("2024-10-05")
                .setStartsAt("10:00")
                .setEndsAt("16:00")
                .setMode(HoldingMode.HOLDING_MODE_ONLINE)
                .putSegments("ministry", segment("国の動き", "10:10", 60, StoryPerson.ODA))
                .putSegments("nurse", segment("保健師から見た小さな職場", "13:00", 60, StoryPerson.SAEKI))
                .putSegments("model_teams", segment("先に始めたチームから", "14:15", 90, StoryPerson.MIKAMI))
                .putMembers(StoryPerson.ODA.id(), instructor(StoryPerson.ODA))
                .putMembers(StoryPerson.SAEKI.id(), instructor(StoryPerson.SAEKI))
                .putMembers(StoryPerson.MIKAMI.id(), instructor(StoryPerson.MIKAMI))
                .setOutcome(WorkshopOutcome.newBuilder().setState(WorkshopState.WORKSHOP_STATE_HELD))
                .setCountingBasis(CountingBasis.COUNTING_BASIS_TALLIES)
                .putTallySheets(
                        StoryId.of("tally/training-day"),
                        TallySheet.newBuilder()
                                .setCountingPersonId(StoryPerson.ODA.id())
                                .setCountedWhere("オンライン")
                                .addRows(row(23, Occupation.OCCUPATION_PHYSICAL_THERAPIST))
                                .addRows(row(31, Occupation.OCCUPATION_OCCUPATIONAL_THERAPIST))
                                .build());
    }

    private static StaffMember instructor(StoryPerson person) {
        return Staff.member(person, StaffRole.STAFF_ROLE_INSTRUCTOR);
    }

    private static Segment segment(String title, String startsAt, int minutes, StoryPerson instructor) {
        return Segment.newBuilder()
                .setTitle(title)
                .setStartsAt(startsAt)
                .setDurationMinutes(minutes)
                .addInstructorKeys(instructor.id())
                .build();
    }

    private static TallyRow.Builder row(int people, Occupation occupation) {
        return TallyRow.newBuilder()
                .setPeople(people)
                .setOccupation(occupation)
                .setSide(ParticipantSide.PARTICIPANT_SIDE_COMMUNITY);
    }

    private static Round.Builder round(String form) {
        SheetCount all = SheetCount.newBuilder().setCount(54).build();
        return Round.newBuilder()
                .setFormVersionId(form)
                .setName("研修会のあと")
                .setProgramId(SpringPlans.BREWERY_PROGRAM)
                .setWorkshopId(WORKSHOP)
                .setPhase(RoundPhase.ROUND_PHASE_SINGLE)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                .setOpensOn("2024-10-05")
                .setClosesOn("2024-10-12")
                .putAddressedPeople("all", all)
                .putSheetsOut("all", all);
    }

    private static Response.Builder response(String form, int sheet) {
        Response.Builder response = Response.newBuilder()
                .setRoundId(ROUND)
                .setFormVersionId(form)
                .setSubject(ResponseSubject.RESPONSE_SUBJECT_RESPONDENT)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE))
                .setEntryMethod(EntryMethod.ENTRY_METHOD_IMPORT)
                .setWrittenOn("2024-10-05");
        TrainingDayAnswers.answer(response, sheet);
        return response;
    }
}
