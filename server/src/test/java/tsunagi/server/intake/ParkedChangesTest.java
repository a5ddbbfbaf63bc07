package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.NOW;
import static tsunagi.server.intake.IntakeScenario.NURSE;
import static tsunagi.server.intake.IntakeScenario.SUPERVISOR;
import static tsunagi.server.intake.IntakeScenario.TEAM;
import static tsunagi.server.intake.IntakeScenario.change;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;
import static tsunagi.server.intake.IntakeScenario.noMessage;
import static tsunagi.server.intake.IntakeScenario.saw;
import static tsunagi.server.intake.IntakeScenario.wallClock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.Verdict;

/** What has to wait for a person, why, what waits behind it, and how it gets on. */
@StorageContract
class ParkedChangesTest {
    private static final RecordKey VISIT = key("visit", Visit.getDefaultInstance());
    private static final RecordKey OTHER_VISIT = key("other visit", Visit.getDefaultInstance());
    private static final String STRANGER = named("stranger").toString();
    private static final int VISIT_ON = Visit.VISIT_ON_FIELD_NUMBER;
    private static final int NEEDS = Visit.NEEDS_FIELD_NUMBER;

    private IntakeScenario scenario;
    private Tablet tablet;

    @BeforeEach
    void start(TestStorage storage) {
        scenario = new IntakeScenario(storage);
        tablet = scenario.tablet("A");
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    private static Visit on(String day) {
        return Visit.newBuilder().setVisitOn(day).build();
    }

    private static Visit needing(String needs) {
        return Visit.newBuilder().setNeeds(needs).build();
    }

    private static Change by(String person, String name, Visit sets) {
        return edit(name, VISIT, sets, writer -> writer.by(person, wallClock(NOW)));
    }

    // What has to wait

    @Test
    void take_whenOneChangeIsBad_parksItAndTakesTheRest() {
        Change good = edit("c1", VISIT, on("2026-07-26"));
        Change bad = edit("c2", OTHER_VISIT, on("2026-07-26")).toBuilder()
                .setBody(noMessage())
                .build();

        List<Verdict> verdicts = tablet.hands(good, bad, edit("c3", OTHER_VISIT, needing("shade")));

        assertThat(verdicts.get(0).hasAccepted()).isTrue();
        assertThat(reason(verdicts.get(1))).isEqualTo(ParkReason.PARK_REASON_MALFORMED);
        assertThat(scenario.waiting()).extracting(ParkedChange::wire).startsWith(bad);
    }

    @Test
    void take_whenEvenTheHeaderDoesNotParse_keepsTheBytes() {
        Change bad = Change.newBuilder().setHeader(noMessage()).build();

        Verdict verdict = tablet.hand(bad);

        assertThat(reason(verdict)).isEqualTo(ParkReason.PARK_REASON_MALFORMED);
        assertThat(scenario.waiting()).extracting(ParkedChange::wire).containsExactly(bad);
        assertThat(((Judged) tablet.handsAt(1, bad)).changes().get(0).verdict()).isEqualTo(verdict);
    }

    @Test
    void take_whenTheAuthorIsNoMember_parksIt() {
        assertThat(reason(tablet.hand(by(STRANGER, "c1", on("2026-07-26")))))
                .isEqualTo(ParkReason.PARK_REASON_NOT_A_MEMBER);
    }

    @Test
    void take_whenTheMembershipEndedAfterItWasMade_acceptsIt() {
        Instant left = NOW.minus(Duration.ofDays(20));
        memberUntil(STRANGER, left);

        assertThat(tablet.hand(edit(
                                "c1",
                                VISIT,
                                on("2026-07-01"),
                                writer -> writer.by(STRANGER, wallClock(left.minusMillis(1)))))
                        .hasAccepted())
                .isTrue();
        assertThat(reason(tablet.hand(
                        edit("c2", VISIT, needing("shade"), writer -> writer.by(STRANGER, wallClock(left))))))
                .isEqualTo(ParkReason.PARK_REASON_NOT_A_MEMBER);
    }

    @Test
    void take_whenTheMembershipWasRevoked_parksItEvenWhenMadeBefore() {
        scenario.write(connection -> {
            scenario.members.revoke(connection, TEAM, NURSE, NOW.toEpochMilli());
            return null;
        });

        assertThat(reason(tablet.hand(edit(
                        "c1",
                        VISIT,
                        on("2026-07-01"),
                        writer -> writer.by(NURSE, wallClock(NOW.minus(Duration.ofDays(1))))))))
                .isEqualTo(ParkReason.PARK_REASON_NOT_A_MEMBER);
    }

    @Test
    void take_whenTheRoleMayNotDoThis_parksIt() {
        tablet.hands(edit("c1", VISIT, on("2026-07-26")));

        for (Action action :
                List.of(Action.ACTION_WITHDRAW, Action.ACTION_DESTROY, Action.ACTION_ABSORB, Action.ACTION_SPLIT)) {
            assertThat(reason(tablet.hand(
                            change(action.name(), VISIT, action, writer -> writer.into(named("successor"))))))
                    .isEqualTo(ParkReason.PARK_REASON_ROLE_MISSING);
        }
        assertThat(scenario.record(VISIT).life().isAlive()).isTrue();
    }

    @Test
    void take_whenTheDeviceIsNotOfTheTeam_parksIt() {
        assertThat(reason(scenario.strangeTablet("X").hand(edit("c1", VISIT, on("2026-07-26")))))
                .isEqualTo(ParkReason.PARK_REASON_DEVICE_NOT_OF_TEAM);
    }

    @Test
    void take_whenTheTeamIsUnknown_keepsItAllTheSame() {
        RecordKey elsewhere = new RecordKey(named("no team"), VISIT.type(), named("visit"));
        Submission submission = new Submission(
                named("no team"),
                tablet.id,
                tablet.id,
                IntakeScenario.rightClock(),
                1,
                List.of(edit("c1", elsewhere, on("2026-07-26"))));

        Judged judged = (Judged) scenario.intake().take(List.of(submission)).get(0);

        assertThat(reason(judged.changes().get(0).verdict())).isEqualTo(ParkReason.PARK_REASON_TEAM_UNKNOWN);
        List<ParkedChange> waiting =
                scenario.read(connection -> scenario.parkedChanges().waiting(connection, named("no team")));
        assertThat(waiting).hasSize(1);
    }

    // What waits behind it

    @Test
    void take_whenItBuildsOnAParkedChange_parksItBehind() {
        tablet.hands(by(STRANGER, "c1", on("2026-07-26")));

        Verdict onIt = tablet.hand(edit("c2", VISIT, on("2026-07-27"), saw(VISIT_ON, "c1")));
        Verdict onThat = tablet.hand(edit("c3", VISIT, on("2026-07-28"), saw(VISIT_ON, "c2")));

        assertThat(onIt.getParked().getReason()).isEqualTo(ParkReason.PARK_REASON_BEHIND_PARKED);
        assertThat(onIt.getParked().getBehindChangeId()).isEqualTo(Ids.toBytes(named("c1")));
        assertThat(onThat.getParked().getBehindChangeId()).isEqualTo(Ids.toBytes(named("c2")));
    }

    @Test
    void take_whenTheRecordItselfIsParked_parksBehindItWhatTheSameDeviceSaysNext() {
        tablet.hands(by(STRANGER, "c1", on("2026-07-26")));

        Verdict same = tablet.hand(edit("c2", VISIT, needing("shade")));
        Verdict other = scenario.tablet("B").hand(edit("d1", VISIT, needing("water")));

        assertThat(same.getParked().getBehindChangeId()).isEqualTo(Ids.toBytes(named("c1")));
        assertThat(other.hasAccepted()).isTrue();
    }

    @Test
    void take_whenItBuildsOnNothingParked_isNotHeldUp() {
        tablet.hands(edit("c1", VISIT, on("2026-07-26")), by(STRANGER, "c2", needing("shade")));

        assertThat(tablet.hand(edit("c3", VISIT, on("2026-07-27"), saw(VISIT_ON, "c1")))
                        .hasAccepted())
                .isTrue();
    }

    // How it gets on

    @Test
    void release_whenRightsWereMissing_takesItAndWhatIsBehindItInInOrder() {
        tablet.hands(
                by(STRANGER, "c1", on("2026-07-26")),
                edit("c2", VISIT, on("2026-07-27"), saw(VISIT_ON, "c1")),
                edit("c3", VISIT, on("2026-07-28"), saw(VISIT_ON, "c2")));

        Verdict verdict =
                scenario.parkedChanges().release(TEAM, named("c1"), SUPERVISOR).orElseThrow();

        assertThat(verdict.getAccepted().getRevision()).isEqualTo(1);
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getVisitOn())
                .isEqualTo("2026-07-28");
        assertThat(scenario.waiting()).isEmpty();
        assertThat(tablet.isToldOf(1L, 2L, 3L)).allMatch(Verdict::hasAccepted);
    }

    @Test
    void release_whenItsOwnBaseStillWaits_putsItBehindThat() {
        tablet.hands(by(STRANGER, "c1", on("2026-07-26")));
        tablet.hands(edit("c2", VISIT, on("2026-07-27"), writer -> saw(VISIT_ON, "c1")
                .apply(writer.by(STRANGER, wallClock(NOW)))));

        Verdict verdict =
                scenario.parkedChanges().release(TEAM, named("c2"), SUPERVISOR).orElseThrow();
        assertThat(reason(verdict)).isEqualTo(ParkReason.PARK_REASON_BEHIND_PARKED);

        scenario.parkedChanges().release(TEAM, named("c1"), SUPERVISOR);
        assertThat(scenario.waiting()).isEmpty();
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getVisitOn())
                .isEqualTo("2026-07-27");
    }

    @Test
    void release_whenItIsStillUnreadable_goesOnWaiting() {
        tablet.hands(edit("c1", VISIT, on("2026-07-26")).toBuilder()
                .setBody(noMessage())
                .build());

        assertThat(reason(scenario.parkedChanges()
                        .release(TEAM, named("c1"), SUPERVISOR)
                        .orElseThrow()))
                .isEqualTo(ParkReason.PARK_REASON_MALFORMED);
        assertThat(scenario.waiting()).hasSize(1);
    }

    @Test
    void release_whenNoSuchChangeWaits_saysSo() {
        assertThat(scenario.parkedChanges().release(TEAM, named("c1"), SUPERVISOR))
                .isEmpty();
    }

    @Test
    void drop_whenItWaits_tellsItsTabletAndKeepsTheBytes() {
        tablet.hands(by(STRANGER, "c1", on("2026-07-26")));

        scenario.parkedChanges().drop(TEAM, named("c1"), SUPERVISOR);

        assertThat(scenario.waiting()).isEmpty();
        assertThat(tablet.isToldOf(1L).get(0).hasDropped()).isTrue();
        assertThat(scenario.record(VISIT).exists()).isFalse();
    }

    @Test
    void take_whenItCorrectsAParkedChange_takesItsPlace() {
        tablet.hands(
                edit("c1", VISIT, on("2026-07-26\u0000")),
                edit("c2", VISIT, needing("shade"), saw(NEEDS, "c1")),
                edit("c3", VISIT, on("2026-07-26"), writer -> saw(NEEDS, "c2")
                        .apply(saw(VISIT_ON, "c1").apply(writer.replaces(named("c1"))))));

        assertThat(scenario.waiting()).isEmpty();
        assertThat(tablet.isToldOf(1L).get(0).getDropped().getReplacedByChangeId())
                .isEqualTo(Ids.toBytes(named("c3")));
        assertThat(tablet.isToldOf(2L, 3L)).noneMatch(Verdict::hasParked);
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getVisitOn())
                .isEqualTo("2026-07-26");
    }

    @Test
    void take_whenTheCorrectionIsParkedToo_letsTheOthersWaitForIt() {
        tablet.hands(
                edit("c1", VISIT, on("2026-07-26\u0000")),
                edit("c2", VISIT, on("2026-07-27"), saw(VISIT_ON, "c1")),
                edit("c3", VISIT, needing("shade"), writer -> writer.by(STRANGER, wallClock(NOW))
                        .replaces(named("c1"))));
        assertThat(scenario.waiting()).hasSize(3);

        scenario.parkedChanges().release(TEAM, named("c3"), SUPERVISOR);

        assertThat(scenario.waiting()).isEmpty();
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()))
                .isEqualTo(Visit.newBuilder()
                        .setNeeds("shade")
                        .setVisitOn("2026-07-27")
                        .build());
    }

    private void memberUntil(String person, Instant until) {
        scenario.write(connection -> {
            scenario.members.put(
                    connection,
                    IntakeScenario.membership(person, Role.ROLE_MEMBER, 0, OptionalLong.of(until.toEpochMilli())));
            return null;
        });
    }

    private static ParkReason reason(Verdict verdict) {
        return verdict.getParked().getReason();
    }
}
