package tsunagi.trials.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RaterSide;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.Validity;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.score.Scoring;
import tsunagi.score.SheetStanding;

/** The story holds the figures it promises. */
final class StoryTest {
    private static final Set<AttendanceState> ATTENDED = Set.of(
            AttendanceState.ATTENDANCE_STATE_PRESENT,
            AttendanceState.ATTENDANCE_STATE_LATE,
            AttendanceState.ATTENDANCE_STATE_LEFT_EARLY);

    private final RememberedStage stage = new RememberedStage();

    @BeforeEach
    void play() {
        Story.chapters().forEach(chapter -> chapter.play(stage));
    }

    @Test
    void everybody_isWhereTheirTabletAndTheirPartAllow() {
        Set<Cast.Carrying> carryings = new HashSet<>(Cast.carryings());

        assertThat(stage.scenes).allSatisfy(scene -> {
            assertThat(carryings).contains(new Cast.Carrying(scene.tablet(), scene.team()));
            assertThat(Cast.parts()).anyMatch(part -> part.person() == scene.person() && part.team() == scene.team());
            assertThat(scene.at()).isAfter(Cast.CURTAIN);
        });
    }

    @Test
    void brewery_has34Workers() {
        Workplace brewery = stage.all(Workplace.class, each -> each.getName().contains("酒造"))
                .get(0);

        assertThat(brewery.getHeadcountsOrThrow("2024").getPartsList().stream()
                        .mapToInt(part -> part.getPeople())
                        .sum())
                .isEqualTo(34);
        for (BreweryBeginnings.Size size : BreweryBeginnings.DEPARTMENTS) {
            assertThat(workers(size.key(), Employment.EMPLOYMENT_REGULAR)).isEqualTo(size.regular());
            assertThat(workers(size.key(), Employment.EMPLOYMENT_PART_TIME)).isEqualTo(size.partTime());
        }
    }

    private static long workers(String department, Employment employment) {
        return BreweryWorkers.all().stream()
                .filter(worker -> worker.department().equals(department) && worker.employment() == employment)
                .count();
    }

    @Test
    void lectures_have55OccasionsAnd31People24OfThemAtBoth() {
        Map<String, Participant> participants = stage.all(Participant.class, each -> true).stream()
                .collect(Collectors.toMap(each -> StoryId.of("participant/" + each.getNameReading()), each -> each));
        List<Attendance> attended = stage.all(
                Attendance.class, each -> ATTENDED.contains(each.getMark().getState()));
        Map<String, Long> timesById =
                attended.stream().collect(Collectors.groupingBy(Attendance::getParticipantId, Collectors.counting()));

        assertThat(participants).hasSize(33);
        assertThat(attended).hasSize(55);
        assertThat(timesById).hasSize(31);
        assertThat(timesById.values()).filteredOn(times -> times == 2).hasSize(24);
        assertThat(timesById.keySet().stream().map(id -> participants.get(id).getEmployment()))
                .filteredOn(employment -> employment == Employment.EMPLOYMENT_REGULAR)
                .hasSize(19);
        assertThat(countByWorkshop(attended))
                .containsEntry(BreweryLectures.FIRST, 29L)
                .containsEntry(BreweryLectures.SECOND_REGULAR, 16L)
                .containsEntry(BreweryLectures.SECOND_PART_TIME, 10L);
    }

    private static Map<String, Long> countByWorkshop(List<Attendance> attended) {
        return attended.stream().collect(Collectors.groupingBy(Attendance::getWorkshopId, Collectors.counting()));
    }

    @Test
    void questionnaires_have23Pairs() {
        List<Response> before = sheets(BreweryQuestionnaireBefore.ROUND);
        List<Response> after = sheets(BreweryQuestionnaireAfter.ROUND);

        assertThat(sheetsOut(BreweryQuestionnaireBefore.ROUND)).isEqualTo(34);
        assertThat(before).hasSize(31);
        assertThat(valid(before)).hasSize(30);
        assertThat(sheetsOut(BreweryQuestionnaireAfter.ROUND)).isEqualTo(33);
        assertThat(after).hasSize(28);
        Set<String> validCodes = codes(valid(before));
        List<Response> matched = after.stream()
                .filter(sheet -> validCodes.contains(sheet.getMatchCode()))
                .collect(Collectors.toList());
        assertThat(matched).hasSize(24);
        assertThat(matched).filteredOn(sheet -> !isWithdrawn(sheet)).hasSize(23);
        assertThat(codes(before)).hasSize(31);
        assertThat(codes(after)).hasSize(28);
    }

    @Test
    void questionnaires_scoredByTheirForm_haveTheSame23Pairs() {
        List<Response> before = standing(BreweryQuestionnaireBefore.ROUND);
        List<Response> after = standing(BreweryQuestionnaireAfter.ROUND);

        assertThat(before).hasSize(30);
        assertThat(after).hasSize(27);
        Set<String> codes = codes(before);
        codes.retainAll(codes(after));
        assertThat(codes).hasSize(23);
        assertThat(before).allSatisfy(sheet -> assertThat(Scoring.scores(breweryForm(), sheet))
                .containsOnlyKeys("pain", "work", "fall_risk"));
    }

    /** The sheets of a round that are valid by the rule of their form. */
    private List<Response> standing(String round) {
        return sheets(round).stream()
                .filter(sheet -> SheetStanding.of(
                                sheet,
                                Optional.of(breweryForm()),
                                Scoring.scores(breweryForm(), sheet),
                                List.of(SheetStanding.TOTALS))
                        .isValid())
                .collect(Collectors.toList());
    }

    private FormVersion breweryForm() {
        return stage.all(FormVersion.class, form -> form.getFormKey().equals("body_and_work"))
                .get(0);
    }

    private List<Response> sheets(String round) {
        return stage.all(Response.class, sheet -> sheet.getRoundId().equals(round));
    }

    private int sheetsOut(String roundId) {
        String name = roundId.equals(BreweryQuestionnaireBefore.ROUND) ? "実施前(7月)" : "実施後(10月)";
        Round round =
                stage.all(Round.class, each -> each.getName().equals(name)).get(0);
        return round.getSheetsOutMap().values().stream()
                .mapToInt(SheetCount::getCount)
                .sum();
    }

    private static List<Response> valid(List<Response> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.getValidity().getValidity() != Validity.VALIDITY_INVALID)
                .collect(Collectors.toList());
    }

    private static Set<String> codes(List<Response> sheets) {
        return sheets.stream().map(Response::getMatchCode).collect(Collectors.toSet());
    }

    private static boolean isWithdrawn(Response sheet) {
        return sheet.getConsentsOrThrow("totals").getState() == ConsentState.CONSENT_STATE_WITHDRAWN;
    }

    @Test
    void trainingDay_hasTheRatingsTold() {
        List<Response> sheets = sheets(TrainingDay.ROUND);

        assertThat(sheets).hasSize(48);
        assertThat(choices(sheets, "/data/occupation")).containsEntry("pt", 21L).containsEntry("ot", 27L);
        assertThat(ratings(sheets, "/data/satisfaction")).isEqualTo(Map.of(5.0, 27L, 4.0, 20L, 3.0, 1L));
        assertThat(ratings(sheets, "/data/lectures/ministry")).isEqualTo(Map.of(5.0, 21L, 4.0, 17L, 3.0, 9L, 2.0, 1L));
        assertThat(ratings(sheets, "/data/lectures/nurse")).isEqualTo(Map.of(5.0, 29L, 4.0, 15L, 3.0, 4L));
        assertThat(ratings(sheets, "/data/lectures/model_teams")).isEqualTo(Map.of(5.0, 28L, 4.0, 17L, 3.0, 3L));
        assertThat(choices(sheets, "/data/active")).containsEntry("no", 38L);
        assertThat(choices(sheets, "/data/lacking"))
                .isEqualTo(Map.of("people", 11L, "things", 22L, "money", 23L, "know_how", 25L, "other", 10L));
    }

    private static Map<Double, Long> ratings(List<Response> sheets, String question) {
        return sheets.stream()
                .map(sheet -> sheet.getAnswersOrThrow(question).getNumber())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Map<String, Long> choices(List<Response> sheets, String question) {
        return sheets.stream()
                .map(sheet -> sheet.getAnswersOrDefault(question, Answer.getDefaultInstance()))
                .flatMap(answer -> answer.getChoicesList().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void meetings_areRatedHigherByTheOtherSide() {
        List<String> rated = stage.all(Response.class, Response::hasMeetingId).stream()
                .map(Response::getMeetingId)
                .distinct()
                .collect(Collectors.toList());

        assertThat(rated).hasSize(9);
        assertThat(rated).allSatisfy(meeting -> assertThat(
                        mean(meeting, RaterSide.RATER_SIDE_OTHER) - mean(meeting, RaterSide.RATER_SIDE_SELF))
                .isBetween(0.5, 1.5));
        assertThat(stage.all(Meeting.class, meeting -> meeting.getGroupName().equals("PTチーム")))
                .extracting(Meeting::getHeldOn)
                .containsExactly("2024-07-16", "2024-08-19", "2024-09-19", "2024-11-25");
    }

    private double mean(String meeting, RaterSide side) {
        return stage
                .all(Response.class, sheet -> sheet.getMeetingId().equals(meeting) && sheet.getRaterSide() == side)
                .stream()
                .flatMap(sheet -> sheet.getAnswersMap().values().stream())
                .mapToDouble(Answer::getNumber)
                .average()
                .orElseThrow();
    }

    @Test
    void city_has19BodiesAnd5VisitsAndTwoSeminars() {
        List<Visit> visits =
                stage.all(Visit.class, visit -> visit.getProgramId().equals(SpringPlans.CITY_PROGRAM));

        assertThat(StoryBody.values()).hasSize(19);
        assertThat(visits)
                .filteredOn(visit -> visit.getOutcome().getState() == VisitState.VISIT_STATE_DONE)
                .hasSize(5);
        assertThat(visits).hasSize(7);
        assertThat(stage.all(Workshop.class, each -> each.getProgramId().equals(SpringPlans.CITY_PROGRAM)))
                .extracting(each -> each.getParticipatingWorkplaceIdsCount() + " with " + people(each))
                .containsExactly("10 with 15", "4 with 8");
    }

    private static int people(Workshop workshop) {
        return workshop.getTallySheetsMap().values().stream()
                .flatMap(sheet -> sheet.getRowsList().stream())
                .mapToInt(row -> row.getPeople())
                .sum();
    }
}
