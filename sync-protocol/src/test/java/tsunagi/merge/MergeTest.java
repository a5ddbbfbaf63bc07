package tsunagi.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.change.FieldPath.entry;
import static tsunagi.change.FieldPath.field;
import static tsunagi.merge.MergeScenario.named;
import static tsunagi.merge.MergeScenario.stamp;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tsunagi.change.Change;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.EndReason;

class MergeTest {
    private static final int VISIT_ON = Visit.VISIT_ON_FIELD_NUMBER;
    private static final int KINDS = Visit.KINDS_FIELD_NUMBER;
    private static final int NEEDS = Visit.NEEDS_FIELD_NUMBER;
    private static final int MARK = Attendance.MARK_FIELD_NUMBER;

    private final MergeScenario visit = new MergeScenario(RecordType.RECORD_TYPE_VISIT_VALUE);
    private final MergeScenario attendance = new MergeScenario(RecordType.RECORD_TYPE_ATTENDANCE_VALUE);

    @Test
    void edit_whenNothingMoved_isSetAsSent() {
        visit.arrives("A1", on("2024-07-08"));
        Outcome outcome = visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(outcome.asSent()).isTrue();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
        assertThat(visit.state().stampOf(field(VISIT_ON))).isEqualTo(stamp("B1"));
    }

    @Test
    void edit_toAnotherField_standsBesideTheOther() {
        visit.arrives("A1", on("2024-07-08"));
        Outcome outcome = visit.arrives("B1", needs("椅子"));

        assertThat(outcome.asSent()).isTrue();
        Visit merged = visit.record(Visit.getDefaultInstance());
        assertThat(merged.getVisitOn()).isEqualTo("2024-07-08");
        assertThat(merged.getNeeds()).isEqualTo("椅子");
    }

    @Test
    void edit_ofAFieldThatMovedUnseen_keepsBothAndAsks() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        Outcome outcome = visit.arrives("C1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(outcome.conflicted()).containsExactly(field(VISIT_ON));
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-10");
        Conflict conflict = visit.state().conflicts().get(field(VISIT_ON));
        assertThat(conflict.base()).contains(on("2024-07-08").toByteString());
        assertThat(conflict.standingBy().getPersonId())
                .isEqualTo(named("person of B").toString());
        assertThat(conflict.candidates().get(0).by().getPersonId())
                .isEqualTo(named("person of C").toString());
    }

    @Test
    void edit_ofTheValueInPlaceBesideAnOpenConflict_isItsAuthorsFromThenOn() {
        openConflict();
        visit.arrives(
                "D1",
                on("2024-07-11"),
                w -> w.saw(field(VISIT_ON), visit.state().stampOf(field(VISIT_ON))));

        assertThat(visit.state().conflicts().get(field(VISIT_ON)).standingBy().getPersonId())
                .isEqualTo(named("person of D").toString());
    }

    @Test
    void edit_onACandidatesStamp_replacesThatCandidate() {
        openConflict();
        visit.arrives("C2", on("2024-07-12"), w -> w.saw(field(VISIT_ON), stamp("C1")));

        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-12");
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
    }

    @Test
    void edit_ofTheValueInPlace_movesItAndClosesNothing() {
        openConflict();
        visit.arrives("D1", on("2024-07-20"), w -> w.saw(field(VISIT_ON), stamp("B1")));

        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-20");
        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-10");
    }

    @Test
    void edit_ofSomebodyElsesValueByTheDeviceWithACandidate_replacesItsOwnCandidate() {
        openConflict();
        visit.arrives("C2", on("2024-07-13"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-13");
    }

    @Test
    void resolution_closesWhatItsAuthorSaw_andLeavesTheOtherCandidateOpen() {
        openConflict();
        visit.arrives("D1", on("2024-07-11"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        visit.arrives("S1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("B1"))
                .settles(field(VISIT_ON), Arrays.asList(stamp("C1"))));

        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-10");
        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-11");
    }

    @Test
    void candidate_thatAResolutionHadSeenBeforeARestore_goesBeneathWhenItComesAgain() {
        visit.arrives("A1", on("2024-07-08"));
        RecordState backup = visit.state();
        visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        Change late = visit.says("C1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        visit.arrives(late, "C1");
        Change settled = visit.says("S1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("B1"))
                .settles(field(VISIT_ON), Arrays.asList(stamp("C1"))));
        visit.arrives(settled, "S1");

        visit.isSetBackTo(backup, "B1", "C1", "S1");
        visit.arrives(settled, "S1");
        visit.arrives(late, "C1");
        visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(visit.state().conflicts()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-10");
        assertThat(visit.state().stampOf(field(VISIT_ON))).isEqualTo(stamp("S1"));
    }

    @Test
    void union_keepsTheAdditionsOfBoth_andRemovesOnlyWhatWasSeen() {
        visit.arrives("A1", kinds(VisitKind.VISIT_KIND_FIRST_TALK, VisitKind.VISIT_KIND_INTERVIEW));
        visit.arrives(
                "B1",
                kinds(VisitKind.VISIT_KIND_FIRST_TALK, VisitKind.VISIT_KIND_INTERVIEW, VisitKind.VISIT_KIND_GUIDANCE),
                w -> w.saw(field(KINDS), stamp("A1")));
        Outcome outcome = visit.arrives(
                "C1",
                kinds(VisitKind.VISIT_KIND_INTERVIEW, VisitKind.VISIT_KIND_FOLLOW_UP),
                w -> w.saw(field(KINDS), stamp("A1")));

        assertThat(outcome.merged()).containsExactly(field(KINDS));
        assertThat(visit.record(Visit.getDefaultInstance()).getKindsList())
                .containsExactly(
                        VisitKind.VISIT_KIND_INTERVIEW, VisitKind.VISIT_KIND_GUIDANCE, VisitKind.VISIT_KIND_FOLLOW_UP);
        assertThat(visit.state().stampOf(field(KINDS))).isEqualTo(stamp("B1", "C1"));
    }

    @Test
    void union_onTopOfAnAutomaticMerge_usesTheMergedValueAsItsBase() {
        visit.arrives("A1", kinds(VisitKind.VISIT_KIND_INTERVIEW));
        visit.arrives("B1", kinds(VisitKind.VISIT_KIND_GUIDANCE));
        visit.arrives("C1", kinds(VisitKind.VISIT_KIND_GUIDANCE), w -> w.saw(field(KINDS), stamp("A1", "B1")));
        visit.arrives(
                "D1",
                kinds(VisitKind.VISIT_KIND_INTERVIEW, VisitKind.VISIT_KIND_GUIDANCE, VisitKind.VISIT_KIND_FOLLOW_UP),
                w -> w.saw(field(KINDS), stamp("A1", "B1")));

        assertThat(visit.record(Visit.getDefaultInstance()).getKindsList())
                .containsExactly(VisitKind.VISIT_KIND_GUIDANCE, VisitKind.VISIT_KIND_FOLLOW_UP);
    }

    @Test
    void union_whoseBaseNobodyKnows_removesNothing() {
        visit.arrives("A1", kinds(VisitKind.VISIT_KIND_INTERVIEW));
        visit.arrives("B1", kinds(VisitKind.VISIT_KIND_GUIDANCE), w -> w.saw(field(KINDS), stamp("lost")));

        assertThat(visit.record(Visit.getDefaultInstance()).getKindsList())
                .containsExactly(VisitKind.VISIT_KIND_INTERVIEW, VisitKind.VISIT_KIND_GUIDANCE);
    }

    @Test
    void union_withAnEnumValueThatIsNotKnownHere_keepsIt() {
        ByteString future = Visit.newBuilder().addKindsValue(99).build().toByteString();
        visit.arrives("A1", kinds(VisitKind.VISIT_KIND_INTERVIEW));
        visit.arrives(visit.says("B1", Action.ACTION_EDIT, future, w -> w), "B1");

        assertThat(visit.record(Visit.getDefaultInstance()).getKindsValueList())
                .containsExactly(VisitKind.VISIT_KIND_INTERVIEW_VALUE, 99);
    }

    @Test
    void text_editedInDifferentLines_isMerged() {
        visit.arrives("A1", needs("腰\n\n椅子\n\n床"));
        visit.arrives("B1", needs("腰痛が多い\n\n椅子\n\n床"), w -> w.saw(field(NEEDS), stamp("A1")));
        visit.arrives("C1", needs("腰\n\n椅子\n\n床がぬれる"), w -> w.saw(field(NEEDS), stamp("A1")));

        assertThat(visit.record(Visit.getDefaultInstance()).getNeeds()).isEqualTo("腰痛が多い\n\n椅子\n\n床がぬれる");
        assertThat(visit.state().conflicts()).isEmpty();
    }

    @Test
    void text_editedInTheSameLine_asks() {
        visit.arrives("A1", needs("腰"));
        visit.arrives("B1", needs("腰痛"), w -> w.saw(field(NEEDS), stamp("A1")));
        visit.arrives("C1", needs("腰と肩"), w -> w.saw(field(NEEDS), stamp("A1")));

        assertThat(visit.candidates(NEEDS)).containsExactly("腰と肩");
    }

    @Test
    void text_whoseBaseNobodyKnows_asks() {
        visit.arrives("A1", needs("腰\n\n椅子"));
        visit.arrives("B1", needs("腰\n\n椅子\n\n床"), w -> w.saw(field(NEEDS), stamp("lost")));

        assertThat(visit.candidates(NEEDS)).hasSize(1);
    }

    @Test
    void strongest_keepsTheStronger_whicheverCameFirst() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_LATE));
        Outcome outcome = attendance.arrives("B1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT));

        assertThat(outcome.merged()).containsExactly(field(MARK));
        assertThat(attendance.record(Attendance.getDefaultInstance()).getMark().getState())
                .isEqualTo(AttendanceState.ATTENDANCE_STATE_LATE);
    }

    @Test
    void strongest_ofAnUnrankedPair_asks() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT));
        Outcome outcome = attendance.arrives("B1", mark(AttendanceState.ATTENDANCE_STATE_ABSENT));

        assertThat(outcome.conflicted()).containsExactly(field(MARK));
    }

    @Test
    void strongest_presentAndLeftEarly_asks() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_LEFT_EARLY));
        Outcome outcome = attendance.arrives("B1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT));

        assertThat(outcome.conflicted()).containsExactly(field(MARK));
    }

    @Test
    void strongest_whenSomebodyTakesALateBackHavingSeenIt_isASet() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_LATE));
        attendance.arrives("B1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT), w -> w.saw(field(MARK), stamp("A1")));

        assertThat(attendance.record(Attendance.getDefaultInstance()).getMark().getState())
                .isEqualTo(AttendanceState.ATTENDANCE_STATE_PRESENT);
    }

    @Test
    void strongest_takenBackByWhoHadNotSeenTheWeaker_isNotASet() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT));
        attendance.arrives("B1", mark(AttendanceState.ATTENDANCE_STATE_LATE));
        Outcome outcome = attendance.arrives(
                "B2", mark(AttendanceState.ATTENDANCE_STATE_ABSENT), w -> w.saw(field(MARK), stamp("B1")));

        assertThat(outcome.conflicted()).containsExactly(field(MARK));
    }

    @Test
    void strongest_withAStateThatIsNotKnownHere_asks() {
        attendance.arrives("A1", mark(AttendanceState.ATTENDANCE_STATE_PRESENT));
        Attendance future = Attendance.newBuilder()
                .setMark(AttendanceMark.newBuilder().setStateValue(77))
                .build();
        Outcome outcome = attendance.arrives("B1", future);

        assertThat(outcome.conflicted()).containsExactly(field(MARK));
    }

    @Test
    void strongest_inAMapEntry_readsTheRankInsideTheEntry() {
        MergeScenario response = new MergeScenario(RecordType.RECORD_TYPE_RESPONSE_VALUE);
        response.arrives("A1", consent(ConsentState.CONSENT_STATE_GIVEN));
        response.arrives("B1", consent(ConsentState.CONSENT_STATE_WITHDRAWN));
        response.arrives("C1", consent(ConsentState.CONSENT_STATE_GIVEN));

        assertThat(response.state().conflicts()).isEmpty();
        assertThat(response.record(Response.getDefaultInstance())
                        .getConsentsOrThrow("totals")
                        .getState())
                .isEqualTo(ConsentState.CONSENT_STATE_WITHDRAWN);
    }

    @Test
    void edit_onOnesOwnEarlierChange_isPlain_evenIfTheSeenStampIsOlder() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        Outcome outcome = visit.arrives("B2", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(outcome.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-10");
    }

    @Test
    void edit_thatHadToWaitWhileItsDeviceWentOn_goesBeneathTheLaterOne() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B3", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        Outcome outcome = visit.arrives("B2", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(outcome.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-10");
    }

    @Test
    void edit_thatHadToWait_doesNotTakeThePlaceOfItsDevicesLaterCandidate() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B2", on("2024-07-10"));
        visit.arrives("B1", on("2024-07-09"));

        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-10");
    }

    @Test
    void edit_builtOnAParkedChange_goesBeneathTheLaterCorrectionOfItsOwnDevice() {
        visit.arrives("A3", on("2024-07-09"), w -> w.replaces(named("A1")));
        Outcome outcome = visit.arrives("A2", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(outcome.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
    }

    @Test
    void edit_builtOnAParkedChangeThatAnotherDeviceCorrected_asks() {
        visit.arrives("A2", on("2024-07-09"), w -> w.replaces(named("A1")));
        visit.arrives("B1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-10");
    }

    @Test
    void sameValue_fromTwoDevices_isNoConflict_andLaterEditsOfEitherArePlain() {
        visit.arrives("A1", on("2024-07-08"));
        Outcome same = visit.arrives("B1", on("2024-07-08"));
        assertThat(same.merged()).isEmpty();
        assertThat(same.conflicted()).isEmpty();

        Outcome next = visit.arrives("B2", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("B1")));
        assertThat(next.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-09");
    }

    @Test
    void sameValueAsACandidate_joinsThatCandidate() {
        openConflict();
        visit.arrives("D1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));

        assertThat(visit.candidates(VISIT_ON)).containsExactly("2024-07-10");
        assertThat(visit.state()
                        .conflicts()
                        .get(field(VISIT_ON))
                        .candidates()
                        .get(0)
                        .stamp())
                .isEqualTo(stamp("C1", "D1"));
    }

    @Test
    void clearedField_isAValueLikeAnyOther() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B1", Visit.getDefaultInstance(), w -> w.saw(field(VISIT_ON), stamp("A1")));
        assertThat(visit.record(Visit.getDefaultInstance()).hasVisitOn()).isFalse();

        Outcome outcome = visit.arrives("C1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        assertThat(outcome.conflicted()).containsExactly(field(VISIT_ON));
    }

    @Test
    void delete_byWhoSawEverything_endsTheRecord_andAnEditRevivesItWhole() {
        visit.arrives(
                "A1", Visit.newBuilder().setVisitOn("2024-07-08").setNeeds("椅子").build());
        Outcome deleted = visit.deletes("B1");
        assertThat(deleted.asSent()).isTrue();
        assertThat(visit.state().life().endedBy(EndReason.END_REASON_DELETED)).isTrue();

        Outcome edited = visit.arrives("C1", needs("椅子と床"), w -> w.saw(field(NEEDS), stamp("A1")));
        assertThat(edited.revived()).isTrue();
        assertThat(edited.asSent()).isFalse();
        assertThat(edited.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()))
                .isEqualTo(Visit.newBuilder()
                        .setVisitOn("2024-07-08")
                        .setNeeds("椅子と床")
                        .build());
    }

    @Test
    void delete_byWhoHadNotSeenAnEdit_leavesTheRecordAlive() {
        visit.arrives("A1", on("2024-07-08"));
        Change delete =
                visit.says("B1", Action.ACTION_DELETE, ByteString.EMPTY, w -> w.saw(field(VISIT_ON), stamp("A1")));
        visit.arrives("C1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        Outcome outcome = visit.arrives(delete, "B1");

        assertThat(outcome.keptAlive()).isTrue();
        assertThat(visit.state().life().isAlive()).isTrue();
    }

    @Test
    void delete_ofARecordWithAnUnseenCandidate_leavesItAlive() {
        openConflict();
        Outcome outcome = visit.deletes("D1");

        assertThat(outcome.keptAlive()).isTrue();
    }

    @Test
    void undelete_byWhoSawTheTombstone_setsItsFieldsPlainly() {
        visit.arrives("A1", on("2024-07-08"));
        visit.deletes("B1");
        Outcome outcome = visit.arrives("B2", on("2024-07-20"), w -> w.saw(field(VISIT_ON), stamp("B1")));

        assertThat(outcome.revived()).isTrue();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-20");
        assertThat(visit.state().conflicts()).isEmpty();
    }

    @Test
    void edit_thatADeleteHadSeen_doesNotReviveWhenARestoreBringsItLater() {
        Change made = visit.says("A1", on("2024-07-08"));
        RecordState backup = visit.state();
        visit.arrives(made, "A1");
        Change delete = visit.says("B1", Action.ACTION_DELETE, ByteString.EMPTY, visit::sawEverything);
        visit.arrives(delete, "B1");

        visit.isSetBackTo(backup, "A1", "B1");
        visit.arrives(delete, "B1");
        Outcome outcome = visit.arrives(made, "A1");

        assertThat(outcome.revived()).isFalse();
        assertThat(visit.state().life().endedBy(EndReason.END_REASON_DELETED)).isTrue();
    }

    @Test
    void baseThatARestoreLost_isTrustedWhereTheFieldStandsAsRestored_andTheMissingChangeGoesBeneath() {
        visit.arrives("A1", on("2024-07-08"));
        RecordState backup = visit.state();
        Change lost = visit.says("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        visit.arrives(lost, "B1");

        visit.isSetBackTo(backup, "B1");
        Outcome built = visit.arrives("C1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("B1")));
        assertThat(built.conflicted()).isEmpty();
        Outcome late = visit.arrives(lost, "B1");

        assertThat(late.conflicted()).isEmpty();
        assertThat(visit.record(Visit.getDefaultInstance()).getVisitOn()).isEqualTo("2024-07-10");
    }

    @Test
    void baseThatIsParked_isNotTakenForLostInARestore() {
        visit.arrives("A1", on("2024-07-08"));
        visit.isSetBackTo(visit.state());
        visit.parks("B1");

        Outcome built = visit.arrives("B2", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("B1")));

        assertThat(built.conflicted()).containsExactly(field(VISIT_ON));
    }

    @Test
    void baseThatNobodyKnows_withoutARestore_asks() {
        visit.arrives("A1", on("2024-07-08"));
        Outcome outcome = visit.arrives("B1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("never heard of")));

        assertThat(outcome.conflicted()).containsExactly(field(VISIT_ON));
    }

    @Test
    void unknownField_passesThrough_andMergesAsAsk() {
        visit.arrives(visit.says("A1", Action.ACTION_EDIT, unknown(900, "x"), w -> w), "A1");
        Outcome outcome = visit.arrives(visit.says("B1", Action.ACTION_EDIT, unknown(900, "y"), w -> w), "B1");

        assertThat(outcome.conflicted()).containsExactly(field(900));
        assertThat(visit.record(Visit.getDefaultInstance()).getUnknownFields().hasField(900))
                .isTrue();
    }

    @Test
    void mapEntries_mergeOneByOne() {
        visit.arrives("A1", Visit.newBuilder().putMembers("a", member("保健師")).build());
        visit.arrives("B1", Visit.newBuilder().putMembers("b", member("理学療法士")).build());
        Outcome outcome = visit.arrives(
                "C1", Visit.newBuilder().putMembers("a", member("作業療法士")).build());

        assertThat(outcome.conflicted()).containsExactly(entry(Visit.MEMBERS_FIELD_NUMBER, "a"));
        assertThat(visit.record(Visit.getDefaultInstance()).getMembersMap()).containsOnlyKeys("a", "b");
    }

    @Test
    void stateThatTravels_isReadBackAsItWas() {
        openConflict();
        RecordState state = visit.state();

        assertThat(RecordState.fromProto(state.key().teamId(), state.toProto())).isEqualTo(state);
    }

    private void openConflict() {
        visit.arrives("A1", on("2024-07-08"));
        visit.arrives("B1", on("2024-07-09"), w -> w.saw(field(VISIT_ON), stamp("A1")));
        visit.arrives("C1", on("2024-07-10"), w -> w.saw(field(VISIT_ON), stamp("A1")));
    }

    private static Visit on(String day) {
        return Visit.newBuilder().setVisitOn(day).build();
    }

    private static Visit needs(String needs) {
        return Visit.newBuilder().setNeeds(needs).build();
    }

    private static Visit kinds(VisitKind... kinds) {
        return Visit.newBuilder().addAllKinds(Arrays.asList(kinds)).build();
    }

    private static tsunagi.records.v1.StaffMember member(String name) {
        return tsunagi.records.v1.StaffMember.newBuilder().setName(name).build();
    }

    private static Attendance mark(AttendanceState state) {
        return Attendance.newBuilder()
                .setMark(AttendanceMark.newBuilder().setState(state))
                .build();
    }

    private static Response consent(ConsentState state) {
        return Response.newBuilder()
                .putConsents("totals", Consent.newBuilder().setState(state).build())
                .build();
    }

    private static ByteString unknown(int number, String value) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        number,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8(value))
                                .build())
                .build()
                .toByteString();
    }
}
