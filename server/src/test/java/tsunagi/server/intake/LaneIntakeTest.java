package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.TEAM;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;
import static tsunagi.server.intake.IntakeScenario.saw;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.Verdict;

/** What is new, what came before, what is missing, and whose ordinals are used twice. */
@StorageContract
class LaneIntakeTest {
    private static final RecordKey VISIT = key("visit", Visit.getDefaultInstance());
    private static final RecordKey OTHER_VISIT = key("other visit", Visit.getDefaultInstance());

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

    private static Change visitOn(String name, String day) {
        return edit(name, VISIT, Visit.newBuilder().setVisitOn(day).build());
    }

    @Test
    void take_whenChangesAreNew_givesThemTheTeamsNextRevisions() {
        List<Verdict> verdicts = tablet.hands(
                visitOn("c1", "2026-07-26"),
                edit("c2", VISIT, Visit.newBuilder().setVisitOn("2026-07-27").build(), saw(2, "c1")));

        assertThat(verdicts).extracting(Verdict::getAccepted).containsExactly(accepted(1, 0), accepted(2, 1));
        assertThat(verdicts).extracting(Verdict::getOrdinal).containsExactly(1L, 2L);
        assertThat(scenario.team().head()).isEqualTo(2);
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getVisitOn())
                .isEqualTo("2026-07-27");
        assertThat(scenario.record(VISIT).revision()).isEqualTo(2);
    }

    @Test
    void take_whenTaken_chainsTheMarkOverTheLog() {
        tablet.hands(visitOn("c1", "2026-07-26"), edit("c2", OTHER_VISIT, Visit.getDefaultInstance()));

        var marks = List.of(1L, 2L).stream()
                .map(revision -> scenario.read(connection ->
                        new ChangeLog().markAt(connection, TEAM, revision).orElseThrow()))
                .toList();

        assertThat(marks).doesNotHaveDuplicates();
        assertThat(scenario.team().mark()).isEqualTo(marks.get(1));
    }

    @Test
    void take_whenHandedInAgain_givesTheVerdictAgainAndDoesNothing() {
        Change change = visitOn("c1", "2026-07-26");
        Verdict first = tablet.hand(change);

        Judged again = (Judged) tablet.handsAt(1, change);

        assertThat(again.changes()).containsExactly(new Judged.One(first, Optional.empty()));
        assertThat(scenario.team().head()).isEqualTo(1);
    }

    @Test
    void take_whenOneBatchComesTwiceInOneGroup_takesItOnce() {
        Submission submission = tablet.submission(1, visitOn("c1", "2026-07-26"), visitOn("c2", "2026-07-27"));

        List<IntakeResult> results = scenario.intake().take(List.of(submission, submission));

        assertThat(verdicts(results.get(1))).isEqualTo(verdicts(results.get(0)));
        assertThat(scenario.team().head()).isEqualTo(2);
    }

    @Test
    void take_whenOrdinalsAreMissing_asksForThem() {
        tablet.hands(visitOn("c1", "2026-07-26"));

        IntakeResult result = tablet.handsAt(3, visitOn("c3", "2026-07-28"));

        assertThat(result).isEqualTo(new IntakeResult.Gap(2));
        assertThat(scenario.team().head()).isEqualTo(1);
    }

    @Test
    void take_whenMissingOrdinalsAreDeclaredGone_goesOnBehindThem() {
        tablet.hands(visitOn("c1", "2026-07-26"));
        scenario.intake().declareGone(TEAM, tablet.id, List.of(range(2, 4)));

        IntakeResult result = tablet.handsAt(5, visitOn("c5", "2026-07-28"));

        assertThat(verdicts(result)).extracting(Verdict::getOrdinal).containsExactly(5L);
        assertThat(lane(tablet).lastOrdinal()).isEqualTo(5);
    }

    @Test
    void declareGone_whenTheOrdinalsAreHeld_changesNothing() {
        Verdict before = tablet.hand(visitOn("c1", "2026-07-26"));

        scenario.intake().declareGone(TEAM, tablet.id, List.of(range(1, 1)));

        assertThat(lane(tablet).lastChangeId()).contains(named("c1"));
        assertThat(tablet.isToldOf(1L)).containsExactly(before);
    }

    @Test
    void declareGone_whenMoreIsToComeBefore_waitsForIt() {
        scenario.intake().declareGone(TEAM, tablet.id, List.of(range(2, 3)));
        assertThat(lane(tablet).lastOrdinal()).isZero();

        tablet.hands(visitOn("c1", "2026-07-26"));

        assertThat(lane(tablet)).isEqualTo(new Lanes.Lane(TEAM, tablet.id, 3, Optional.empty()));
    }

    @Test
    void take_whenWhatWasDeclaredGoneTurnsUp_takesItIn() {
        scenario.intake().declareGone(TEAM, tablet.id, List.of(range(1, 2)));

        IntakeResult result = tablet.handsAt(1, visitOn("c1", "2026-07-26"));

        assertThat(verdicts(result).get(0).hasAccepted()).isTrue();
        assertThat(lane(tablet).lastOrdinal()).isEqualTo(2);
    }

    @Test
    void take_whenAnOrdinalComesWithOtherContent_saysClonedFromThereOn() {
        Change first = visitOn("c1", "2026-07-26");
        tablet.hands(first, visitOn("c2", "2026-07-27"));

        IntakeResult result = tablet.handsAt(1, first, visitOn("d2", "2026-08-02"), visitOn("d3", "2026-08-03"));

        assertThat(verdicts(result))
                .extracting(Verdict::getOutcomeCase)
                .containsExactly(Verdict.OutcomeCase.ACCEPTED, Verdict.OutcomeCase.CLONED, Verdict.OutcomeCase.CLONED);
        assertThat(scenario.team().head()).isEqualTo(2);
        assertThat(lane(tablet).lastOrdinal()).isEqualTo(2);
    }

    @Test
    void take_whenTwoClonesMeetInOneGroup_takesOneOfThem() {
        List<IntakeResult> results = scenario.intake()
                .take(List.of(
                        tablet.submission(1, visitOn("c1", "2026-07-26")),
                        tablet.submission(1, visitOn("d1", "2026-08-01"))));

        assertThat(verdicts(results.get(0)).get(0).hasAccepted()).isTrue();
        assertThat(verdicts(results.get(1)).get(0).hasCloned()).isTrue();
    }

    @Test
    void take_whenARenewedTabletHandsInUnderItsOldChangeIds_doublesNothing() {
        Change known = visitOn("c1", "2026-07-26");
        Verdict verdict = tablet.hand(known);
        Tablet renewed = scenario.tablet("B");

        List<Verdict> verdicts = renewed.hands(known, edit("c2", OTHER_VISIT, Visit.getDefaultInstance()));

        assertThat(verdicts.get(0)).isEqualTo(verdict);
        assertThat(verdicts.get(1).getAccepted()).isEqualTo(accepted(2, 0));
        assertThat(scenario.team().head()).isEqualTo(2);
        assertThat(changeAt(renewed, 1)).contains(named("c1"));
        assertThat(verdicts(renewed.handsAt(1, known))).containsExactly(verdict);
        assertThat(verdicts(renewed.handsAt(1, visitOn("d1", "2026-08-01")))
                        .get(0)
                        .hasCloned())
                .isTrue();
    }

    @Test
    void take_whenAChangeIdIsUsedForAnotherChange_parksIt() {
        tablet.hands(visitOn("c1", "2026-07-26"));
        Change other = visitOn("c1", "2026-08-01");

        Verdict verdict = tablet.hand(other);

        assertThat(verdict.getParked().getDetail()).isEqualTo("its id was used for another change");
        assertThat(verdicts(tablet.handsAt(2, other))).containsExactly(verdict);
    }

    @Test
    void take_whenNothingIsHandedIn_answersNothing() {
        assertThat(tablet.hands()).isEmpty();
    }

    private Lanes.Lane lane(Tablet of) {
        return scenario.read(connection -> scenario.lanes.find(connection, TEAM, of.id));
    }

    private Optional<UUID> changeAt(Tablet of, long ordinal) {
        return scenario.read(connection -> scenario.lanes.changeAt(connection, TEAM, of.id, ordinal));
    }

    private static Accepted accepted(long revision, long previous) {
        return Accepted.newBuilder()
                .setRevision(revision)
                .setPreviousRevision(previous)
                .build();
    }

    private static OrdinalRange range(long first, long last) {
        return OrdinalRange.newBuilder().setFirst(first).setLast(last).build();
    }

    private static List<Verdict> verdicts(IntakeResult result) {
        return ((Judged) result).changes().stream().map(Judged.One::verdict).toList();
    }
}
