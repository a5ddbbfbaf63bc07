package tsunagi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachAnswer;
import tsunagi.records.v1.ApproachChannel;
import tsunagi.records.v1.ApproachResult;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.CodeRange;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Meeting;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.PeopleCount;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.PhotoRule;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.Referral;
import tsunagi.records.v1.ReferralResult;
import tsunagi.records.v1.ReferralState;
import tsunagi.records.v1.ReferralStrength;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.SheetCount;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.TallySheet;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopOutcome;
import tsunagi.records.v1.WorkshopState;

final class RulesTest {
    private static final Program YEAR_2024 =
            Program.newBuilder().setName("腰痛予防事業").setFiscalYear(2024).build();
    private static final Workplace BREWERY = Workplace.newBuilder()
            .setName("灯浜酒造")
            .setMunicipalityCode("01236")
            .setIndustry(Industry.INDUSTRY_E_MANUFACTURING)
            .build();
    private static final Visit DONE = Visit.newBuilder()
            .setWorkplaceId("brewery")
            .setVisitOn("2024-07-26")
            .putMembers("nurse", StaffMember.getDefaultInstance())
            .setProgramId("program")
            .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
            .build();
    private static final Round BEFORE = Round.newBuilder()
            .setFormVersionId("form")
            .setWorkplaceId("brewery")
            .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
            .setPhase(RoundPhase.ROUND_PHASE_BEFORE)
            .setOpensOn("2024-07-12")
            .setClosesOn("2024-07-19")
            .addConsentScopes("totals")
            .build();
    private static final Response SHEET = Response.newBuilder()
            .setRoundId("before")
            .setFormVersionId("form")
            .setMatchCode("1234566")
            .setWrittenOn("2024-07-15")
            .build();

    private final Known others = new Known();

    /** Records that the context has. */
    private static final class Known implements RuleContext {
        private final Map<String, Message> records = new HashMap<>();

        Known with(String id, Message record) {
            records.put(id, record);
            return this;
        }

        @Override
        public <M extends Message> Optional<M> find(M type, String id) {
            @SuppressWarnings("unchecked")
            Class<M> wanted = (Class<M>) type.getClass();
            return Optional.ofNullable(records.get(id))
                    .filter(wanted::isInstance)
                    .map(wanted::cast);
        }
    }

    private List<String> problems(Message record) {
        return Rules.of(record, others).stream()
                .map(problem -> problem.severity() + " " + problem.field() + " " + problem.rule())
                .toList();
    }

    @Test
    void of_everyTypeOfRecord_hasRules_andTakesAnEmptyOne() {
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            List<Problem> problems = Rules.of(schema.type(), ByteString.EMPTY, RuleContext.alone());

            assertThat(problems).as(schema.descriptor().getName()).isNotEmpty().anyMatch(Problem::isError);
            assertThat(problems)
                    .allSatisfy(problem -> assertThat(problem.japanese()).isNotEmpty())
                    .allSatisfy(problem -> assertThat(problem.english()).isNotEmpty());
        }
    }

    @Test
    void of_aTypeNotKnownHere_andFieldsNotKnownHere_saysNothing() {
        assertThat(Rules.of(999, ByteString.EMPTY, others)).isEmpty();
        assertThat(problems(DONE.toBuilder()
                        .setUnknownFields(UnknownFieldSet.newBuilder()
                                .addField(
                                        9999,
                                        UnknownFieldSet.Field.newBuilder()
                                                .addVarint(1)
                                                .build())
                                .build())
                        .build()))
                .isEmpty();
    }

    @Test
    void visit_needsWorkplaceDayAndWho_andNothingElse() {
        assertThat(problems(Visit.getDefaultInstance()))
                .containsExactly("ERROR workplace_id required", "ERROR visit_on required", "ERROR members required");
        assertThat(problems(DONE)).isEmpty();
    }

    @Test
    void visit_outsideOfItsProgrammesFiscalYear_warnsInBothLanguages() {
        others.with("program", YEAR_2024);

        assertThat(problems(DONE)).isEmpty();
        assertThat(problems(DONE.toBuilder().setVisitOn("2025-04-01").build()))
                .containsExactly("WARNING visit_on outside_fiscal_year");
        assertThat(Rules.of(DONE.toBuilder().setVisitOn("2023-07-26").build(), others))
                .singleElement()
                .satisfies(problem -> assertThat(problem.japanese()).contains("令和5年7月26日", "令和6年度", "腰痛予防事業"))
                .satisfies(problem -> assertThat(problem.english()).contains("2023-07-26", "2024"));
    }

    @Test
    void visit_attempt_needsNoMore_butARefusalAsksWhy() {
        VisitOutcome.Builder absent = VisitOutcome.newBuilder()
                .setState(VisitState.VISIT_STATE_ABSENT)
                .setRetryOn("2024-08-02");

        assertThat(problems(DONE.toBuilder().setOutcome(absent).build())).isEmpty();
        assertThat(problems(DONE.toBuilder()
                        .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DECLINED))
                        .build()))
                .containsExactly("WARNING outcome.reasons reason_missing");
        assertThat(problems(DONE.toBuilder()
                        .setOutcome(absent.setRetryOn("2024-07-01"))
                        .build()))
                .containsExactly("WARNING outcome.retry_on order");
    }

    @Test
    void visit_withFindingsAndNoOutcome_isSaidToCountAsPlanned() {
        assertThat(problems(DONE.toBuilder()
                        .clearOutcome()
                        .setFindings("腰を曲げる作業が多い")
                        .build()))
                .containsExactly("WARNING outcome.state outcome_missing");
    }

    @Test
    void visit_plannedInTheBrewingSeason_warns_alsoOverTheEndOfTheYear() {
        others.with(
                "brewery",
                BREWERY.toBuilder()
                        .putBusySeasons(
                                "brewing",
                                BusySeason.newBuilder()
                                        .setFromMonthDay("10-15")
                                        .setUntilMonthDay("03-31")
                                        .setReason("仕込み")
                                        .build())
                        .build());
        Visit planned = DONE.toBuilder().clearOutcome().build();

        assertThat(problems(planned)).isEmpty();
        assertThat(problems(planned.toBuilder().setVisitOn("2025-01-15").build()))
                .containsExactly("WARNING visit_on busy_season");
        assertThat(problems(DONE.toBuilder().setVisitOn("2025-01-15").build())).isEmpty();
    }

    @Test
    void visit_withPhotosWhereNobodyMayTakeAny_isAnError() {
        Attachment photo = Attachment.newBuilder()
                .setSha256(ByteString.copyFrom(new byte[32]))
                .build();
        Visit visit = DONE.toBuilder().putPhotos("p", photo).build();

        assertThat(problems(visit)).containsExactly("WARNING photos photo_without_permission");
        others.with(
                "brewery",
                BREWERY.toBuilder().setPhotoRule(PhotoRule.PHOTO_RULE_NEVER).build());
        assertThat(problems(visit)).containsExactly("ERROR photos photo_refused");
    }

    @Test
    void visit_doneWithoutThePermissionOfTheBody_warns() {
        assertThat(problems(DONE.toBuilder()
                        .putPermissions(
                                "nurse",
                                DispatchPermission.newBuilder()
                                        .setState(PermissionState.PERMISSION_STATE_REFUSED)
                                        .build())
                        .build()))
                .containsExactly("WARNING permissions.nurse.state went_without_permission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024/7/26", "26.7.2024", "令和6年7月26日", "2024-7-26"})
    void values_thatAreNoDays_areErrors(String day) {
        assertThat(problems(DONE.toBuilder().setVisitOn(day).build())).containsExactly("ERROR visit_on not_a_day");
    }

    @Test
    void values_areCheckedInsideOfMapsAndPartsToo() {
        assertThat(problems(BREWERY.toBuilder()
                        .putHeadcounts(
                                "2024", Headcount.newBuilder().setPeople(-1).build())
                        .putHeadcounts(
                                "R6", Headcount.newBuilder().setAsOfOn("7月").build())
                        .build()))
                .containsExactlyInAnyOrder(
                        "ERROR headcounts.2024.people negative",
                        "ERROR headcounts.R6.as_of_on not_a_day",
                        "ERROR headcounts.R6 not_a_fiscal_year");
    }

    @ParameterizedTest
    @CsvSource({"7000012050002, true", "1000012050002, false", "700001205000, false", "７000012050002, false"})
    void corporateNumber_hasACheckDigit(String number, boolean isValid) {
        assertThat(problems(BREWERY.toBuilder().setCorporateNumber(number).build())
                        .isEmpty())
                .isEqualTo(isValid);
    }

    @ParameterizedTest
    @CsvSource({
        "0138-22-0000, true",
        "0138220000, true",
        "090-1234-5678, true",
        "0120-000-000, true",
        "138-22-0000, false",
        "0138-22-000, false",
        "０１３８, false"
    })
    void phone_hasTenOrElevenDigits(String phone, boolean isValid) {
        assertThat(problems(BREWERY.toBuilder().setPhone(phone).build()).isEmpty())
                .isEqualTo(isValid);
    }

    @Test
    void workplace_codesAndReading_haveTheirForms() {
        assertThat(problems(BREWERY.toBuilder()
                        .setPostalCode("049-0111")
                        .setMunicipalityCode("012360")
                        .setNameReading("トモシビ")
                        .build()))
                .containsExactlyInAnyOrder(
                        "ERROR postal_code postal_code",
                        "ERROR municipality_code municipality_code",
                        "WARNING name_reading not_a_reading");
    }

    @Test
    void approach_declinedWithoutAReason_orAnsweredBeforeItWasMade_warns() {
        Approach approach = Approach.newBuilder()
                .setWorkplaceId("brewery")
                .setApproachedOn("2024-06-10")
                .setChannel(ApproachChannel.APPROACH_CHANNEL_CHAMBER)
                .setResult(ApproachResult.newBuilder()
                        .setAnswer(ApproachAnswer.APPROACH_ANSWER_DECLINED)
                        .setAnsweredOn("2024-06-01"))
                .build();

        assertThat(problems(approach))
                .containsExactly("WARNING result.answered_on order", "WARNING result.reasons reason_missing");
    }

    @Test
    void workshop_endingBeforeItBegins_isAnError() {
        Workshop workshop = Workshop.newBuilder()
                .setTitle("腰痛予防講座")
                .setHeldOn("2024-07-26")
                .setStartsAt("14:00")
                .setEndsAt("13:00")
                .build();

        assertThat(problems(workshop)).containsExactly("ERROR ends_at order");
    }

    @Test
    void workshop_countedThoughCancelled_warns() {
        Workshop workshop = Workshop.newBuilder()
                .setTitle("腰痛予防講座")
                .setHeldOn("2024-07-26")
                .setOutcome(WorkshopOutcome.newBuilder().setState(WorkshopState.WORKSHOP_STATE_CANCELLED))
                .putTallySheets("t", TallySheet.getDefaultInstance())
                .build();

        assertThat(problems(workshop)).containsExactly("WARNING tally_sheets counted_though_not_held");
    }

    @Test
    void attendance_ofAWorkshopOnAnotherDay_isNoticed() {
        others.with(
                "workshop",
                Workshop.newBuilder().setTitle("講座").setHeldOn("2024-07-26").build());
        Attendance attendance = Attendance.newBuilder()
                .setWorkshopId("workshop")
                .setParticipantId("p")
                .setMark(AttendanceMark.newBuilder()
                        .setState(AttendanceState.ATTENDANCE_STATE_PRESENT)
                        .setMarkedAtMs(Instant.parse("2024-07-25T14:59:00Z").toEpochMilli()))
                .build();

        assertThat(problems(attendance)).containsExactly("WARNING mark.marked_at_ms marked_before_day");
    }

    @Test
    void round_whoseSheetsAreMoreThanCanBe_warns_andAllIsNotAddedToItsParts() {
        Round round = BEFORE.toBuilder()
                .putAddressedPeople("all", SheetCount.newBuilder().setCount(99).build())
                .putAddressedPeople(
                        "regular", SheetCount.newBuilder().setCount(20).build())
                .putAddressedPeople(
                        "part_time", SheetCount.newBuilder().setCount(14).build())
                .putSheetsOut("all", SheetCount.newBuilder().setCount(35).build())
                .putSheetsBack("all", SheetCount.newBuilder().setCount(31).build())
                .putSheetsValid("all", SheetCount.newBuilder().setCount(32).build())
                .build();

        assertThat(problems(round))
                .containsExactly("WARNING sheets_out more_than_all", "WARNING sheets_valid more_than_all");
        assertThat(problems(BEFORE)).isEmpty();
    }

    @Test
    void round_withARangeOfCodesThatIsNone_warns() {
        CodeRange range = CodeRange.newBuilder().setFirstNumber(0).setCount(34).build();

        assertThat(problems(BEFORE.toBuilder().putCodeRanges("0-33", range).build()))
                .isEmpty();
        assertThat(problems(BEFORE.toBuilder()
                        .putCodeRanges("x", CodeRange.getDefaultInstance())
                        .build()))
                .containsExactly("WARNING code_ranges code_range_unfit");
    }

    @Test
    void round_afterWithoutItsBefore_orPairedWithAnAnonymousOne_warns() {
        Round after = BEFORE.toBuilder()
                .setPhase(RoundPhase.ROUND_PHASE_AFTER)
                .setOpensOn("2024-10-15")
                .setClosesOn("2024-10-31")
                .build();
        others.with(
                "anonymous",
                BEFORE.toBuilder()
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .build());

        assertThat(problems(after)).containsExactly("WARNING paired_round_id pair_missing");
        assertThat(problems(after.toBuilder().setPairedRoundId("anonymous").build()))
                .containsExactly("WARNING paired_round_id pair_anonymous");
    }

    @Test
    void response_saysNoMoreOfThePersonThanItsRoundMay() {
        others.with("before", BEFORE)
                .with(
                        "anonymous",
                        BEFORE.toBuilder()
                                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                                .build());

        assertThat(problems(SHEET)).isEmpty();
        assertThat(problems(SHEET.toBuilder().clearMatchCode().build()))
                .containsExactly("WARNING match_code code_lost");
        assertThat(problems(SHEET.toBuilder().setMatchCode("1234567").build()))
                .containsExactly("WARNING match_code code_misread");
        assertThat(problems(SHEET.toBuilder().setParticipantId("p").build()))
                .containsExactly("ERROR participant_id name_in_nameless_round");
        assertThat(problems(SHEET.toBuilder().setRoundId("anonymous").build()))
                .containsExactly("ERROR match_code code_in_anonymous_round");
    }

    @Test
    void response_writtenOutsideOfItsRound_warns() {
        others.with("before", BEFORE);

        assertThat(problems(SHEET.toBuilder().setWrittenOn("2024-07-11").build()))
                .containsExactly("WARNING written_on order");
        assertThat(problems(SHEET.toBuilder().setWrittenOn("2024-07-20").build()))
                .containsExactly("WARNING written_on order");
    }

    @Test
    void response_thatRatesAnotherDayThanItsMeeting_warns() {
        others.with("meeting", Meeting.newBuilder().setHeldOn("2024-08-19").build());

        assertThat(problems(SHEET.toBuilder()
                        .setMeetingId("meeting")
                        .setRatedOn("2024-08-18")
                        .setWrittenOn("2024-08-20")
                        .build()))
                .containsExactly("WARNING rater_side wanted", "WARNING rated_on other_day_than_meeting");
    }

    @Test
    void counts_ofAPartOverTheWhole_warn() {
        Consultation consultation = Consultation.newBuilder()
                .setHeldOn("2024-07-26")
                .setPeople(3)
                .putPeopleByTheme(
                        "low_back", PeopleCount.newBuilder().setPeople(3).build())
                .putPeopleByTheme("diet", PeopleCount.newBuilder().setPeople(4).build())
                .putPeopleByWorkshop("a", PeopleCount.newBuilder().setPeople(2).build())
                .putPeopleByWorkshop("b", PeopleCount.newBuilder().setPeople(2).build())
                .build();

        assertThat(problems(consultation))
                .containsExactly(
                        "WARNING people_by_theme.diet more_than_all", "WARNING people_by_workshop more_than_all");
    }

    @Test
    void observation_inADepartmentThatTheWorkplaceDoesNotHave_warns() {
        others.with("visit", DONE).with("brewery", BREWERY);

        assertThat(problems(Observation.newBuilder()
                        .setVisitId("visit")
                        .setTask("蒸米の運搬")
                        .setDepartmentKey("brewing")
                        .build()))
                .containsExactly("WARNING department_key unknown_department");
    }

    @Test
    void followUp_dueBeforeItsVisit_orForNobody_warns() {
        others.with("visit", DONE);

        assertThat(problems(FollowUp.newBuilder()
                        .setTask("体操の資料を届ける")
                        .setVisitId("visit")
                        .setDueOn("2024-07-01")
                        .build()))
                .containsExactly("WARNING assignment nobody_assigned", "WARNING due_on order");
    }

    @Test
    void participant_ofNeitherSide_warns_becauseTheFiguresNeedIt() {
        assertThat(problems(Participant.newBuilder().setName("佐藤 花子").build())).containsExactly("WARNING side wanted");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED, ACCEPTED, false",
        "ACCEPTED, DONE, false",
        "ACCEPTED, RESULT_UNKNOWN, false",
        "UNSPECIFIED, DECLINED, false",
        "RESULT_UNKNOWN, DONE, false",
        "DONE, DONE, false",
        "DONE, ACCEPTED, true",
        "DONE, DECLINED, true",
        "DECLINED, ACCEPTED, true",
        "ACCEPTED, UNSPECIFIED, true",
    })
    void ofEdit_asksWhenAReferralGoesBack(String from, String to, boolean isAsked) {
        assertThat(steps(referral(from), referral(to)).contains("result.state")).isEqualTo(isAsked);
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED, DONE, false",
        "UNSPECIFIED, ABSENT, false",
        "UNSPECIFIED, CANCELLED, false",
        "CANCELLED, UNSPECIFIED, false",
        "ABSENT, DONE, false",
        "DONE, UNSPECIFIED, true",
        "DONE, ABSENT, true",
        "ABSENT, UNSPECIFIED, true",
    })
    void ofEdit_asksWhenAVisitGoesBack(String from, String to, boolean isAsked) {
        assertThat(steps(visit(from), visit(to)).contains("outcome.state")).isEqualTo(isAsked);
    }

    private List<String> steps(Message before, Message after) {
        int type = RecordSchemas.standard().all().stream()
                .filter(schema -> schema.descriptor().equals(after.getDescriptorForType()))
                .findFirst()
                .orElseThrow()
                .type();
        return Rules.ofEdit(type, before.toByteString(), after.toByteString(), others).stream()
                .filter(problem -> problem.rule().equals("step_back"))
                .map(Problem::field)
                .toList();
    }

    private static Referral referral(String state) {
        return Referral.newBuilder()
                .setStrength(ReferralStrength.REFERRAL_STRENGTH_BROKERED)
                .setResult(ReferralResult.newBuilder().setState(ReferralState.valueOf("REFERRAL_STATE_" + state)))
                .build();
    }

    private static Visit visit(String state) {
        return Visit.newBuilder()
                .setOutcome(VisitOutcome.newBuilder().setState(VisitState.valueOf("VISIT_STATE_" + state)))
                .build();
    }
}
