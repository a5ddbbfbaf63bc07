package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.NOW;
import static tsunagi.server.intake.IntakeScenario.SUPERVISOR;
import static tsunagi.server.intake.IntakeScenario.TEAM;
import static tsunagi.server.intake.IntakeScenario.absorption;
import static tsunagi.server.intake.IntakeScenario.change;
import static tsunagi.server.intake.IntakeScenario.decision;
import static tsunagi.server.intake.IntakeScenario.derivedKey;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;
import static tsunagi.server.intake.IntakeScenario.saw;
import static tsunagi.server.intake.IntakeScenario.wallClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.Participant;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** Records that are one and the same become one, what follows from it becomes one too, and it can be taken back. */
@StorageContract
class DuplicatesTest {
    private static final RecordKey SATO = key("Sato", Participant.getDefaultInstance());
    private static final RecordKey SATOU = key("Satou", Participant.getDefaultInstance());
    private static final RecordKey THIRD = key("third", Participant.getDefaultInstance());
    private static final Attendance OF_SATO = attendance("Sato", AttendanceState.ATTENDANCE_STATE_PRESENT);
    private static final Attendance OF_SATOU = attendance("Satou", AttendanceState.ATTENDANCE_STATE_LATE);
    private static final RecordKey SATO_CAME = derivedKey(OF_SATO);
    private static final RecordKey SATOU_CAME = derivedKey(OF_SATOU);
    private static final int NAME = Participant.NAME_FIELD_NUMBER;

    private IntakeScenario scenario;
    private Tablet tablet;
    private Tablet other;

    @BeforeEach
    void start(TestStorage storage) {
        scenario = new IntakeScenario(storage);
        tablet = scenario.tablet("A");
        other = scenario.tablet("B");
        tablet.hands(
                edit("sato", SATO, Participant.newBuilder().setName("佐藤").build()),
                edit(
                        "satou",
                        SATOU,
                        Participant.newBuilder()
                                .setName("佐藤")
                                .setDepartmentKey("brewing")
                                .build()));
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    private static Attendance attendance(String participant, AttendanceState state) {
        return Attendance.newBuilder()
                .setWorkshopId(named("workshop").toString())
                .setParticipantId(named(participant).toString())
                .setMark(AttendanceMark.newBuilder().setState(state))
                .build();
    }

    private Verdict absorbs(String name, RecordKey record, RecordKey into) {
        return tablet.hand(absorption(name, record, into));
    }

    private Verdict splits(String name, RecordKey record) {
        return tablet.hand(decision(name, record, Action.ACTION_SPLIT));
    }

    // Becoming one

    @Test
    void absorb_whenBothLive_joinsThemAtOneRevision() {
        Verdict verdict = absorbs("c1", SATOU, SATO);

        assertThat(verdict.getAccepted().getRevision()).isEqualTo(3);
        assertThat(scenario.body(SATO, Participant.getDefaultInstance()).getDepartmentKey())
                .isEqualTo("brewing");
        assertThat(scenario.record(SATO).revision()).isEqualTo(3);
        assertThat(scenario.record(SATOU).revision()).isEqualTo(3);
        assertThat(scenario.record(SATOU).life().endedBy(EndReason.END_REASON_ABSORBED))
                .isTrue();
        assertThat(scenario.record(SATOU).life().successor()).contains(SATO.id());
    }

    @Test
    void absorb_whenTheSuccessorCannotStay_parksIt() {
        tablet.hands(
                edit("third", THIRD, Participant.newBuilder().setName("third").build()),
                change("end", THIRD, Action.ACTION_DELETE, saw(NAME, "third")));

        assertThat(reason(absorbs("c1", SATOU, key("nobody", Participant.getDefaultInstance()))))
                .isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
        assertThat(reason(absorbs("c2", SATOU, SATOU))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
        assertThat(reason(absorbs("c3", SATOU, THIRD))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
        assertThat(reason(absorbs("c4", THIRD, SATO))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
        assertThat(scenario.record(SATOU).life().isAlive()).isTrue();
    }

    @Test
    void release_whenItsDeviceWroteTheSuccessorLater_doesNotTakeItForTheSameRecord() {
        other.hands(
                edit("b1", SATOU, name("佐藤(頭)"), writer -> saw(NAME, "satou")
                        .apply(writer.by(named("stranger").toString(), wallClock(NOW)))),
                edit("b2", SATO, name("佐藤(蔵人)"), saw(NAME, "sato")));
        absorbs("c1", SATOU, SATO);

        scenario.parkedChanges().release(TEAM, named("b1"), SUPERVISOR);

        assertThat(scenario.body(SATO, Participant.getDefaultInstance()).getName())
                .isEqualTo("佐藤(蔵人)");
        assertThat(scenario.record(SATO)
                        .conflict(FieldPath.field(NAME))
                        .orElseThrow()
                        .candidates())
                .hasSize(1);
    }

    private static Participant name(String name) {
        return Participant.newBuilder().setName(name).build();
    }

    @Test
    void absorb_whenSomebodyElseSaidSoToo_agrees() {
        absorbs("c1", SATOU, SATO);

        Verdict again = other.hand(absorption("d1", SATOU, SATO));

        assertThat(again.hasMerged()).isTrue();
        assertThat(scenario.record(SATOU).revision())
                .isEqualTo(again.getMerged().getRevision());
    }

    @Test
    void absorb_whenSomebodyElseChoseAnotherSuccessor_parksIt() {
        tablet.hands(
                edit("third", THIRD, Participant.newBuilder().setName("third").build()));
        absorbs("c1", SATOU, SATO);

        assertThat(reason(other.hand(absorption("d1", SATOU, THIRD)))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
    }

    @Test
    void absorb_whenTheTwoWouldAbsorbEachOther_parksTheSecond() {
        absorbs("c1", SATOU, SATO);

        assertThat(reason(other.hand(absorption("d1", SATO, SATOU)))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
        assertThat(scenario.record(SATO).life().isAlive()).isTrue();
    }

    @Test
    void take_whenItsRecordWasAbsorbed_appliesItToTheLastSuccessor() {
        tablet.hands(
                edit("third", THIRD, Participant.newBuilder().setName("third").build()));
        absorbs("c1", SATOU, SATO);
        absorbs("c2", SATO, THIRD);

        Verdict verdict = other.hand(
                edit("d1", SATOU, Participant.newBuilder().setNameReading("さとう").build()));

        assertThat(verdict.getMerged().getAppliedToRecordId()).isEqualTo(Ids.toBytes(THIRD.id()));
        assertThat(scenario.body(THIRD, Participant.getDefaultInstance()).getNameReading())
                .isEqualTo("さとう");
        // Its author's tablet shows the change on the record it was made on, until it hears of that record again.
        assertThat(scenario.record(SATOU).revision())
                .isEqualTo(verdict.getMerged().getRevision());
        assertThat(scenario.record(SATOU).life().successor()).contains(SATO.id());
    }

    // What follows

    @Test
    void absorb_whenDerivedRecordsComeToHaveOneKey_theOlderSpeaksForBoth() {
        tablet.hands(edit("came", SATO_CAME, OF_SATO), edit("late", SATOU_CAME, OF_SATOU));

        absorbs("c1", SATOU, SATO);

        assertThat(scenario.record(SATOU_CAME).life().successor()).contains(SATO_CAME.id());
        assertThat(scenario.body(SATO_CAME, Attendance.getDefaultInstance())
                        .getMark()
                        .getState())
                .isEqualTo(AttendanceState.ATTENDANCE_STATE_LATE);
        assertThat(scenario.record(SATO_CAME).revision()).isEqualTo(5);
        assertThat(scenario.record(SATOU_CAME).revision()).isEqualTo(5);
    }

    @Test
    void absorb_whenTheDerivedRecordsDifferWhereNobodyLooked_asks() {
        tablet.hands(
                edit("came", SATO_CAME, OF_SATO),
                edit("absent", SATOU_CAME, attendance("Satou", AttendanceState.ATTENDANCE_STATE_ABSENT)));

        absorbs("c1", SATOU, SATO);

        assertThat(scenario.record(SATO_CAME).conflicts())
                .containsOnlyKeys(FieldPath.field(Attendance.MARK_FIELD_NUMBER));
    }

    @Test
    void absorb_whenOnlyTheDuplicateHasADerivedRecord_leavesThat() {
        tablet.hands(edit("late", SATOU_CAME, OF_SATOU));

        absorbs("c1", SATOU, SATO);

        assertThat(scenario.record(SATOU_CAME).life().isAlive()).isTrue();
        assertThat(scenario.record(SATOU_CAME).revision()).isEqualTo(3);
    }

    @Test
    void take_whenANewDerivedRecordNamesTheSameThings_isAbsorbedByTheOlder() {
        tablet.hands(edit("came", SATO_CAME, OF_SATO));
        absorbs("c1", SATOU, SATO);

        Verdict verdict = other.hand(edit("late", SATOU_CAME, OF_SATOU));

        assertThat(verdict.getMerged().getAppliedToRecordId()).isEqualTo(Ids.toBytes(SATO_CAME.id()));
        assertThat(scenario.body(SATO_CAME, Attendance.getDefaultInstance())
                        .getMark()
                        .getState())
                .isEqualTo(AttendanceState.ATTENDANCE_STATE_LATE);
    }

    @Test
    void take_whenTheOlderDerivedRecordIsDeleted_doesNotJoinIt() {
        tablet.hands(edit("came", SATO_CAME, OF_SATO), change("end", SATO_CAME, Action.ACTION_DELETE, change -> saw(
                        1, "came")
                .andThen(saw(2, "came"))
                .andThen(saw(3, "came"))
                .apply(change)));
        absorbs("c1", SATOU, SATO);

        assertThat(other.hand(edit("late", SATOU_CAME, OF_SATOU)).hasAccepted()).isTrue();
    }

    // Taking it back

    @Test
    void split_whenAbsorbed_givesEachItsOwn() {
        absorbs("c1", SATOU, SATO);
        other.hands(
                edit("d1", SATOU, Participant.newBuilder().setNameReading("さとう").build()),
                edit(
                        "d2",
                        SATO,
                        Participant.newBuilder().setAffiliation("hospital").build()));

        Verdict verdict = splits("c2", SATOU);

        assertThat(verdict.hasMerged()).isTrue();
        assertThat(scenario.body(SATO, Participant.getDefaultInstance()))
                .isEqualTo(Participant.newBuilder()
                        .setName("佐藤")
                        .setAffiliation("hospital")
                        .build());
        assertThat(scenario.body(SATOU, Participant.getDefaultInstance()))
                .isEqualTo(Participant.newBuilder()
                        .setName("佐藤")
                        .setDepartmentKey("brewing")
                        .setNameReading("さとう")
                        .build());
        assertThat(scenario.record(SATO).revision())
                .isEqualTo(verdict.getMerged().getRevision());
        assertThat(scenario.record(SATOU).revision())
                .isEqualTo(verdict.getMerged().getRevision());
    }

    @Test
    void split_whenWhatFollowedIsTakenBackToo_givesEachItsOwn() {
        tablet.hands(edit("came", SATO_CAME, OF_SATO), edit("late", SATOU_CAME, OF_SATOU));
        absorbs("c1", SATOU, SATO);

        splits("c2", SATOU);

        assertThat(scenario.body(SATO_CAME, Attendance.getDefaultInstance())).isEqualTo(OF_SATO);
        assertThat(scenario.body(SATOU_CAME, Attendance.getDefaultInstance())).isEqualTo(OF_SATOU);
        assertThat(scenario.record(SATOU_CAME).life().isAlive()).isTrue();
    }

    @Test
    void split_whenADerivedRecordCameInBetween_givesItItsOwn() {
        tablet.hands(edit("came", SATO_CAME, OF_SATO));
        absorbs("c1", SATOU, SATO);
        other.hands(edit("late", SATOU_CAME, OF_SATOU));

        splits("c2", SATOU);

        assertThat(scenario.body(SATO_CAME, Attendance.getDefaultInstance())).isEqualTo(OF_SATO);
        assertThat(scenario.body(SATOU_CAME, Attendance.getDefaultInstance())).isEqualTo(OF_SATOU);
    }

    @Test
    void split_whenTheSuccessorSpeaksForOthers_leavesThose() {
        tablet.hands(edit(
                "third",
                THIRD,
                Participant.newBuilder().setAffiliation("hospital").build()));
        absorbs("c1", SATOU, SATO);
        absorbs("c2", THIRD, SATO);

        splits("c3", SATOU);

        assertThat(scenario.body(SATO, Participant.getDefaultInstance()))
                .isEqualTo(Participant.newBuilder()
                        .setName("佐藤")
                        .setAffiliation("hospital")
                        .build());
        assertThat(scenario.record(THIRD).life().successor()).contains(SATO.id());
        assertThat(scenario.record(SATOU).life().isAlive()).isTrue();
    }

    @Test
    void split_whenTheRecordSpokeForOthersItself_takesThemAlong() {
        tablet.hands(edit(
                "third",
                THIRD,
                Participant.newBuilder().setAffiliation("hospital").build()));
        absorbs("c1", THIRD, SATOU);
        absorbs("c2", SATOU, SATO);

        splits("c3", SATOU);

        assertThat(scenario.body(SATO, Participant.getDefaultInstance()))
                .isEqualTo(Participant.newBuilder().setName("佐藤").build());
        assertThat(scenario.body(SATOU, Participant.getDefaultInstance()))
                .isEqualTo(Participant.newBuilder()
                        .setName("佐藤")
                        .setDepartmentKey("brewing")
                        .setAffiliation("hospital")
                        .build());
    }

    @Test
    void split_whenTheRecordIsWhole_parksIt() {
        assertThat(reason(splits("c1", SATO))).isEqualTo(ParkReason.PARK_REASON_NOT_APPLICABLE);
    }

    @Test
    void split_whenAbsorbedAgainAfterwards_joinsThemAgain() {
        absorbs("c1", SATOU, SATO);
        splits("c2", SATOU);

        assertThat(absorbs("c3", SATOU, SATO).hasAccepted()).isTrue();
        assertThat(scenario.body(SATO, Participant.getDefaultInstance()).getDepartmentKey())
                .isEqualTo("brewing");
    }

    @Test
    void split_whenSomebodyEditsOnWhatTheySawBefore_losesNothing() {
        absorbs("c1", SATOU, SATO);
        splits("c2", SATOU);
        Change rename =
                edit("d1", SATO, Participant.newBuilder().setName("佐藤 花子").build(), saw(NAME, "sato", "satou", "c1"));

        Verdict verdict = other.hand(rename);

        assertThat(verdict.hasParked()).isFalse();
        assertThat(scenario.body(SATO, Participant.getDefaultInstance()).getName())
                .isEqualTo("佐藤 花子");
    }

    private static ParkReason reason(Verdict verdict) {
        return verdict.getParked().getReason();
    }
}
