package tsunagi.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.change.FieldPath.field;
import static tsunagi.merge.MergeScenario.stamp;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import tsunagi.change.Change;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.EndReason;

class AbsorptionTest {
    private final Absorption absorption = new Absorption(RecordSchemas.standard());
    private final MergeScenario stays = new MergeScenario(RecordType.RECORD_TYPE_VISIT_VALUE);
    private final MergeScenario goes = new MergeScenario(RecordType.RECORD_TYPE_VISIT_VALUE);

    @Test
    void join_letsTheSuccessorsValuesStand_andAddsWhatOnlyTheDuplicateHad() {
        stays.arrives("A1", Visit.newBuilder().setVisitOn("2024-07-26").build());
        goes.arrives(
                "B1", Visit.newBuilder().setVisitOn("2024-07-27").setNeeds("椅子").build());

        Absorption.Joined joined = join(Absorption.Decision.BY_A_PERSON);

        assertThat(joined.successor().body())
                .isEqualTo(Visit.newBuilder()
                        .setVisitOn("2024-07-26")
                        .setNeeds("椅子")
                        .build()
                        .toByteString());
        assertThat(joined.successor().conflicts()).isEmpty();
        assertThat(joined.absorbed().life().endedBy(EndReason.END_REASON_ABSORBED))
                .isTrue();
        assertThat(joined.absorbed().life().successor())
                .contains(stays.state().key().id());
    }

    @Test
    void join_unitesSets_underAStampThatNamesTheAbsorption() {
        stays.arrives(
                "A1",
                Visit.newBuilder().addKinds(VisitKind.VISIT_KIND_INTERVIEW).build());
        goes.arrives(
                "B1", Visit.newBuilder().addKinds(VisitKind.VISIT_KIND_GUIDANCE).build());

        Absorption.Joined joined = join(Absorption.Decision.BY_A_PERSON);

        assertThat(joined.successor().stampOf(field(Visit.KINDS_FIELD_NUMBER))).isEqualTo(stamp("A1", "B1", "S1"));
        assertThat(joined.results()).containsKey(field(Visit.KINDS_FIELD_NUMBER));
    }

    @Test
    void join_whereNobodyLooked_asksForWhatDiffers_butNotForTheKeyItself() {
        MergeScenario first = new MergeScenario(RecordType.RECORD_TYPE_ATTENDANCE_VALUE);
        MergeScenario second = new MergeScenario(RecordType.RECORD_TYPE_ATTENDANCE_VALUE);
        first.arrives("A1", attendance("p1", AttendanceState.ATTENDANCE_STATE_PRESENT));
        second.arrives("B1", attendance("p2", AttendanceState.ATTENDANCE_STATE_ABSENT));

        Absorption.Joined joined = join(first, second, Absorption.Decision.BY_CONSEQUENCE);

        assertThat(joined.successor().conflicts()).containsOnlyKeys(field(Attendance.MARK_FIELD_NUMBER));
    }

    private Absorption.Joined join(Absorption.Decision decision) {
        return join(stays, goes, decision);
    }

    private Absorption.Joined join(MergeScenario successor, MergeScenario absorbed, Absorption.Decision decision) {
        Change absorb = absorbed.says(
                "S1",
                Action.ACTION_ABSORB,
                ByteString.EMPTY,
                w -> w.into(successor.state().key().id()));
        Arrival arrival =
                new Arrival(absorb, new Origin(MergeScenario.named("S"), 1), Authorship.getDefaultInstance(), 9);
        return absorption.join(successor.state(), absorbed.state(), arrival, successor, decision);
    }

    private static Attendance attendance(String participant, AttendanceState state) {
        return Attendance.newBuilder()
                .setWorkshopId("w")
                .setParticipantId(participant)
                .setMark(AttendanceMark.newBuilder().setState(state))
                .build();
    }
}
