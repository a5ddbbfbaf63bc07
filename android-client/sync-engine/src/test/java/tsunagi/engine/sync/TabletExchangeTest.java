package tsunagi.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.sync.Heard.accepted;
import static tsunagi.engine.sync.Heard.baselineBegin;
import static tsunagi.engine.sync.Heard.baselineEnd;
import static tsunagi.engine.sync.Heard.cloned;
import static tsunagi.engine.sync.Heard.conflicted;
import static tsunagi.engine.sync.Heard.dropped;
import static tsunagi.engine.sync.Heard.message;
import static tsunagi.engine.sync.Heard.parked;
import static tsunagi.engine.sync.Heard.position;
import static tsunagi.engine.sync.Heard.resend;
import static tsunagi.engine.sync.Heard.states;
import static tsunagi.engine.sync.Heard.upToDate;
import static tsunagi.engine.sync.Heard.verdicts;
import static tsunagi.engine.sync.Heard.welcome;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.VISIT;
import static tsunagi.engine.tablet.TabletFixture.named;
import static tsunagi.engine.tablet.TabletFixture.visit;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.Verdict;

class TabletExchangeTest {
    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;
    private UUID device;
    private TestLine line;
    private TabletExchange exchange;

    @BeforeEach
    void open() {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
        device = tablet.device().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void begin() {
        line = new TestLine();
        exchange = new TabletExchange(tablet, "test", line);
        exchange.begin();
    }

    private void begin(ServerMessage... heard) {
        begin();
        hear(heard);
    }

    private void hear(ServerMessage... heard) {
        for (ServerMessage message : heard) {
            exchange.onMessage(message);
        }
    }

    private ServerMessage welcomed(long lastOrdinal) {
        return message(welcome("first").addLanes(position(device, lastOrdinal)));
    }

    private SavedChange save(String name, String needs) {
        return save(visit(name), needs);
    }

    private SavedChange save(RecordKey key, String needs) {
        Visit visit = Visit.newBuilder().setNeeds(needs).build();
        return tablet.save(tablet.edit(key).set(visit), NURSE).get(0);
    }

    private String shown(String name) {
        return tablet.show(visit(name)).as(Visit.getDefaultInstance()).getNeeds();
    }

    private long replicaRevision(String name) {
        return tablet.replica()
                .find(visit(name))
                .map(held -> held.state().revision())
                .orElse(0L);
    }

    private List<Standing> standings() {
        return tablet.saved().stream().map(SavedChange::standing).collect(Collectors.toList());
    }

    private ByteString checkpoint() {
        return tablet.teams().find(TEAM).orElseThrow(AssertionError::new).checkpoint();
    }

    private void becomeUpToDate(String checkpoint, RecordState... states) {
        begin(welcomed(tablet.saved().size()), states(checkpoint, states), upToDate());
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void hello_whenTheTabletIsNew_claimsNothing() {
        begin();

        assertThat(line.hello().getDeviceId()).isEqualTo(Ids.toBytes(device));
        assertThat(line.hello().getLanesCount()).isZero();
        assertThat(line.hello().getTeamsCount()).isZero();
        assertThat(line.hello().hasEpochId()).isFalse();
        assertThat(line.hello().getClock().getWallMs()).isPositive();
    }

    @Test
    void hello_whenThereAreLanesAndCheckpoints_claimsThem() {
        SavedChange first = save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, parked(1)), states("five", States.live("x", 5, "x")));
        SavedChange last = save("v", "c");
        begin();

        assertThat(line.hello().getLanesList()).singleElement().satisfies(lane -> {
            assertThat(lane.getLastOrdinal()).isEqualTo(3);
            assertThat(lane.getLastChangeId()).isEqualTo(Ids.toBytes(last.changeId()));
            assertThat(lane.getJudgedOrdinal()).isEqualTo(1);
            assertThat(lane.getJudgedChangeId()).isEqualTo(Ids.toBytes(first.changeId()));
            assertThat(lane.getParkedOrdinalsList()).containsExactly(1L);
            assertThat(lane.getGoneCount()).isZero();
        });
        assertThat(line.hello().getTeams(0).getCheckpoint()).isEqualTo(ByteString.copyFromUtf8("five"));
        assertThat(line.hello().hasEpochId()).isTrue();
        assertThat(line.hello().getReport().getUnsentCount()).isEqualTo(2);
    }

    @Test
    void push_whenChangesWait_sendsThemInOrderWithoutWaitingForVerdicts() {
        save("v", "a");
        save("v", "b");
        begin(welcomed(0));

        ChangeBatch batch = line.batches().get(0);
        assertThat(batch.getFirstOrdinal()).isEqualTo(1);
        assertThat(batch.getChangesList())
                .isEqualTo(tablet.saved().stream().map(SavedChange::wire).collect(Collectors.toList()));
        assertThat(line.pushedAll()).isEqualTo(1);
    }

    @Test
    void push_whenTheLineIsNotReady_waitsUntilItIs() {
        save("v", "a");
        begin();
        line.isReady = false;
        hear(welcomed(0));
        assertThat(line.batches()).isEmpty();

        line.isReady = true;
        exchange.proceed();
        assertThat(line.batches()).hasSize(1);
    }

    @Test
    void push_whileBatchesComeThrough_doublesTheirSize() {
        String text = String.join("", Collections.nCopies(500, "腰痛"));
        for (int i = 0; i < 60; i++) {
            save("v" + i, text);
        }
        begin();
        line.readyFor = 5;
        hear(welcomed(0));
        int atFirst = line.batches().get(0).getSerializedSize();
        assertThat(line.batches()).hasSize(4);
        assertThat(atFirst).isLessThanOrEqualTo(BatchSize.BYTES_AT_FIRST);

        int acknowledged = 0;
        while (acknowledged < line.batches().size()) {
            ChangeBatch batch = line.batches().get(acknowledged++);
            line.readyFor++;
            hear(verdicts(device, takeAll(batch)));
        }

        List<Integer> sizes =
                line.batches().stream().map(ChangeBatch::getSerializedSize).collect(Collectors.toList());
        assertThat(Collections.max(sizes)).isGreaterThan(4 * atFirst);
        assertThat(line.batches().stream()
                        .mapToInt(ChangeBatch::getChangesCount)
                        .sum())
                .isEqualTo(60);
        assertThat(line.pushedAll()).isEqualTo(1);
        assertThat(tablet.status().tally().safe()).isEqualTo(60);
    }

    @Test
    void push_afterABreak_sendsLittleAheadOfItsAnswers() {
        String text = String.join("", Collections.nCopies(500, "腰痛"));
        for (int i = 0; i < 60; i++) {
            save("v" + i, text);
        }
        line = new TestLine();
        exchange = new TabletExchange(tablet, "test", line, true);
        exchange.begin();
        hear(welcomed(0));
        assertThat(line.batches()).hasSize(2).allSatisfy(batch -> assertThat(batch.getSerializedSize())
                .isLessThanOrEqualTo(BatchSize.BYTES_AFTER_A_BREAK));

        int acknowledged = 0;
        int mostUnanswered = 0;
        while (acknowledged < line.batches().size()) {
            hear(verdicts(device, takeAll(line.batches().get(acknowledged++))));
            mostUnanswered = Math.max(mostUnanswered, line.batches().size() - acknowledged);
        }

        assertThat(mostUnanswered).as("grown, since answers came soon").isGreaterThan(2);
        assertThat(tablet.status().tally().safe()).isEqualTo(60);
        assertThat(line.pushedAll()).isEqualTo(1);
    }

    private static Verdict[] takeAll(ChangeBatch batch) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < batch.getChangesCount(); i++) {
            long ordinal = batch.getFirstOrdinal() + i;
            verdicts.add(accepted(ordinal, ordinal, 0));
        }
        return verdicts.toArray(new Verdict[0]);
    }

    @Test
    void push_whenBatchesAreLimitedBelowAChange_sendsItAlone() {
        save("v", "a");
        save("w", "b");
        begin(message(
                welcome("first").setLimits(tsunagi.sync.v1.Limits.newBuilder().setBatchBytes(10))));

        assertThat(line.batches()).extracting(ChangeBatch::getChangesCount).containsExactly(1, 1);
    }

    @Test
    void push_whenTheServerHasTakenButTheVerdictWasLost_handsItInAgain() {
        save("v", "a");
        begin(welcomed(1));

        assertThat(line.batches().get(0).getFirstOrdinal()).isEqualTo(1);
    }

    @Test
    void accepted_whenTheReplicaHasTheRevisionBefore_movesItWithoutAnEcho() {
        SavedChange saved = save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 7, 0)));

        assertThat(replicaRevision("v")).isEqualTo(7);
        assertThat(tablet.show(visit("v")).onTop()).isEmpty();
        assertThat(shown("v")).isEqualTo("a");
        assertThat(tablet.show(visit("v")).state().stampOf(TabletFixture.NEEDS).contains(saved.changeId()))
                .isTrue();
        assertThat(tablet.status().tally().unseen()).isZero();
    }

    @Test
    void accepted_whenSeveralBuildOnEachOther_movesTheReplicaThroughAll() {
        save("v", "a");
        save("v", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 7, 0), accepted(2, 9, 7)));

        assertThat(replicaRevision("v")).isEqualTo(9);
        assertThat(shown("v")).isEqualTo("b");
    }

    @Test
    void accepted_whenTheReplicaIsBehind_waitsForTheEchoAndShowsItsOwnMeanwhile() {
        save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 7, 6)));
        assertThat(replicaRevision("v")).isZero();
        assertThat(shown("v")).isEqualTo("a");

        hear(states("seven", States.live("v", 7, "a")), upToDate());
        assertThat(replicaRevision("v")).isEqualTo(7);
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void accepted_whenNoEchoComesThoughTheReplicaIsBehind_pullsTheTeamAnew() {
        becomeUpToDate("five", States.live("v", 5, "x"));
        save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 7, 6)), states("seven"), upToDate());

        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.StartAgain.class);
        assertThat(checkpoint()).isEmpty();
    }

    @Test
    void accepted_whenTheStateCameBeforeTheVerdict_awaitsNothing() {
        save("v", "a");
        begin(welcomed(0), states("seven", States.live("v", 7, "a")), verdicts(device, accepted(1, 6, 5)), upToDate());

        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
        assertThat(replicaRevision("v")).isEqualTo(7);
    }

    @Test
    void conflicted_whenTheStateComes_showsWhatTheServerSays() {
        save("v", "mine");
        begin(welcomed(0), verdicts(device, conflicted(1, 7)));
        assertThat(shown("v")).isEqualTo("mine");
        assertThat(tablet.status().tally().unseen()).isEqualTo(1);

        hear(states("seven", States.live("v", 7, "theirs")));
        assertThat(shown("v")).isEqualTo("theirs");
    }

    @Test
    void parked_whenAPersonDroppedIt_isShownNoMore() {
        save("v", "a");
        begin(welcomed(0), verdicts(device, parked(1)), upToDate());
        assertThat(shown("v")).isEqualTo("a");
        assertThat(tablet.status().tally().parked()).isEqualTo(1);

        begin(welcomed(1), verdicts(device, dropped(1)), upToDate());
        assertThat(tablet.show(visit("v")).isAlive()).isFalse();
        assertThat(standings()).containsExactly(Standing.DROPPED);
        assertThat(line.batches()).isEmpty();
    }

    @Test
    void parked_whenItWasReleased_isTakenLikeAnyOther() {
        save("v", "a");
        begin(welcomed(0), verdicts(device, parked(1)), upToDate());
        begin(welcomed(1), verdicts(device, accepted(1, 3, 0)), upToDate());

        assertThat(standings()).containsExactly(Standing.TAKEN);
        assertThat(replicaRevision("v")).isEqualTo(3);
    }

    @Test
    void verdict_whenItIsRepeated_changesNothing() {
        save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 7, 0)), states("nine", States.live("v", 9, "b")));
        hear(verdicts(device, accepted(1, 7, 0)), verdicts(device, parked(1)), upToDate());

        assertThat(standings()).containsExactly(Standing.TAKEN);
        assertThat(replicaRevision("v")).isEqualTo(9);
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void states_whenTheyCome_areStoredWithTheirCheckpoint() {
        begin(welcomed(0), states("two", States.live("v", 1, "a"), States.live("w", 2, "b")));

        assertThat(checkpoint()).isEqualTo(ByteString.copyFromUtf8("two"));
        assertThat(tablet.list(TEAM, VISIT)).hasSize(2);
        assertThat(exchange.hasGained()).isTrue();
        hear(states("three", States.forgotten("v", 3)));
        assertThat(tablet.list(TEAM, VISIT)).hasSize(1);
    }

    @Test
    void states_whenARecordWasWithdrawn_lettGoOfWhatTheOutboxSaidOfIt() {
        save("v", "secret");
        save("w", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), accepted(2, 2, 0)));
        hear(states("three", States.ended("v", 3, EndReason.END_REASON_WITHDRAWN)), upToDate());

        assertThat(tablet.show(visit("v")).isAlive()).isFalse();
        assertThat(tablet.saved()).extracting(change -> change.wire().hasBody()).containsExactly(false, true);
        begin();
        assertThat(line.hello().getLanes(0).getGoneList())
                .containsExactly(
                        OrdinalRange.newBuilder().setFirst(1).setLast(1).build());
        hear(message(welcome("second").addLanes(position(device, 0))));
        assertThat(line.batches()).extracting(ChangeBatch::getFirstOrdinal).containsExactly(2L);
    }

    @Test
    void accepted_whenItWithdraws_letsGoOfTheContentsAndKeepsTheWithdrawal() {
        save("v", "secret");
        tablet.withdraw(tablet.show(visit("v")), NURSE);
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), accepted(2, 2, 1)), upToDate());

        assertThat(tablet.saved())
                .extracting(change -> change.wire().hasHeader())
                .containsExactly(false, true);
        begin(message(welcome("second").addLanes(position(device, 1))));
        assertThat(line.batches()).extracting(ChangeBatch::getFirstOrdinal).containsExactly(2L);
    }

    @Test
    void states_whenADuplicateWasAbsorbed_showTheOwnLateEditInItsSuccessor() {
        becomeUpToDate("two", States.live("v", 1, "a"), States.live("w", 2, "b"));
        save("v", "late");
        begin(welcomed(0), states("three", States.absorbed("v", 3, "w")));

        assertThat(shown("w")).isEqualTo("late");
        assertThat(tablet.show(visit("v")).isAlive()).isFalse();
        assertThat(tablet.list(TEAM, VISIT)).hasSize(1);
        tsunagi.sync.v1.Verdict merged = Verdict.newBuilder()
                .setOrdinal(1)
                .setMerged(tsunagi.sync.v1.Merged.newBuilder()
                        .setRevision(4)
                        .setAppliedToRecordId(Ids.toBytes(named("w"))))
                .build();
        hear(verdicts(device, merged), states("four", States.live("w", 4, "united")), upToDate());
        assertThat(shown("w")).isEqualTo("united");
    }

    @Test
    void baseline_whenItEnds_dropsFromTheReplicaWhatItDidNotMentionAndNeverFromTheOutbox() {
        save("mine", "a");
        becomeUpToDateAfterAccepting();
        begin(welcomed(1), baselineBegin(false), states("half", States.live("w", 2, "b")));
        assertThat(tablet.list(TEAM, VISIT)).hasSize(2);
        save("unsent", "c");
        hear(baselineEnd("whole"));

        assertThat(replicaRevision("mine")).isZero();
        assertThat(tablet.list(TEAM, VISIT))
                .extracting(view -> view.key().id())
                .containsExactlyInAnyOrder(named("w"), named("unsent"));
        assertThat(checkpoint()).isEqualTo(ByteString.copyFromUtf8("whole"));
    }

    private void becomeUpToDateAfterAccepting() {
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0)), upToDate());
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void baseline_whenItIsResumed_countsWhatTheEarlierStreamMentioned() {
        becomeUpToDate("old", States.live("gone", 1, "x"));
        begin(welcomed(0), baselineBegin(false), states("half", States.live("v", 2, "a")));
        exchange.onLineBroken("cut");
        begin(welcomed(0), baselineBegin(true), states("rest", States.live("w", 3, "b")), baselineEnd("whole"));

        assertThat(tablet.list(TEAM, VISIT))
                .extracting(view -> view.key().id())
                .containsExactlyInAnyOrder(named("v"), named("w"));
    }

    @Test
    void baseline_whenItBeginsAfresh_forgetsWhatABrokenOneMentioned() {
        begin(welcomed(0), baselineBegin(false), states("half", States.live("v", 2, "a")));
        exchange.onLineBroken("cut");
        begin(welcomed(0), baselineBegin(false), states("rest", States.live("w", 3, "b")), baselineEnd("whole"));

        assertThat(tablet.list(TEAM, VISIT)).extracting(view -> view.key().id()).containsExactly(named("w"));
    }

    @Test
    void baseline_whenItBeginsAfreshAndBreaksAtOnce_makesTheOldCheckpointVoid() {
        begin(welcomed(0), baselineBegin(false), states("half", States.live("v", 2, "a")));
        exchange.onLineBroken("cut");
        begin(welcomed(0), baselineBegin(false));
        exchange.onLineBroken("cut");

        assertThat(checkpoint()).isEqualTo(ByteString.EMPTY);
    }

    @Test
    void welcome_whenATeamIsNoLongerGranted_dropsItsReplicaAndKeepsItsOutbox() {
        becomeUpToDate("two", States.live("theirs", 1, "x"));
        save("safe", "a");
        save("unsent", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 2, 0)));
        exchange.onLineBroken("cut");

        begin(message(welcome("first").clearTeams().addLanes(position(device, 1))));

        assertThat(tablet.replica().all(TEAM)).isEmpty();
        assertThat(tablet.saved()).hasSize(2);
        assertThat(tablet.list(TEAM, VISIT)).extracting(view -> view.key().id()).containsExactly(named("unsent"));
        assertThat(tablet.status().teams().get(0).isGranted()).isFalse();
        assertThat(line.batches()).extracting(ChangeBatch::getFirstOrdinal).containsExactly(2L);
        hear(verdicts(device, parked(2)), upToDate());
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
    }

    @Test
    void welcome_whenTheEpochIsNew_offersAgainWhatTheServerLacks() {
        save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), accepted(2, 2, 0)), states("two"), upToDate());
        assertThat(tablet.status().tally().safe()).isEqualTo(2);

        begin(message(welcome("second").addLanes(position(device, 1))));

        assertThat(tablet.status().tally().safe()).isEqualTo(1);
        assertThat(line.batches()).extracting(ChangeBatch::getFirstOrdinal).containsExactly(2L);
        hear(baselineBegin(false), verdicts(device, accepted(2, 9, 0)), states("nine", States.live("w", 9, "b")));
        hear(baselineEnd("whole"), upToDate());
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
        assertThat(tablet.status().tally().safe()).isEqualTo(2);
        assertThat(tablet.replica().all(TEAM)).hasSize(1);
    }

    @Test
    void welcome_whenTheEpochIsNew_asksAgainWhatBecameOfReleasedChanges() {
        save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, parked(1), accepted(2, 1, 0)), upToDate());
        begin(welcomed(2), verdicts(device, accepted(1, 2, 0)), states("two"), upToDate());
        assertThat(standings()).containsOnly(Standing.TAKEN);

        begin(message(welcome("second").addLanes(position(device, 2))));
        assertThat(line.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.getFirstOrdinal()).isEqualTo(1);
            assertThat(batch.getChangesCount()).isEqualTo(1);
        });
        hear(verdicts(device, parked(1)), upToDate());
        assertThat(standings()).containsExactly(Standing.PARKED, Standing.TAKEN);
    }

    @Test
    void welcome_whenTheEpochIsNewAndTheReplicaIsAheadOfItsCheckpoint_startsAgainWithABaseline() {
        becomeUpToDate("five", States.live("x", 5, "x"));
        save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 6, 0)));
        exchange.onLineBroken("cut");

        begin(message(welcome("second").addLanes(position(device, 0))));

        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.StartAgain.class);
        begin();
        assertThat(line.hello().getTeams(0).hasCheckpoint()).isFalse();
        assertThat(line.hello().getLanes(0).getJudgedOrdinal()).isZero();
        hear(message(welcome("second").addLanes(position(device, 0))));
        assertThat(exchange.end()).isEmpty();
        assertThat(line.batches()).hasSize(1);
    }

    @Test
    void cloned_whenTheServerSaysSoInWelcome_ends() {
        save("v", "a");
        LanePosition.Builder other = position(device, 5).toBuilder().setCloned(true);
        begin(message(welcome("first").addLanes(other)));

        assertThat(exchange.end()).contains(new ExchangeEnd.Cloned());
        assertThat(line.batches()).isEmpty();
        assertThat(standings()).containsExactly(Standing.WAITING);
    }

    @Test
    void cloned_whenAVerdictSaysSo_keepsWhatWasJudgedBeforeAndEnds() {
        save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), cloned(2)));

        assertThat(exchange.end()).contains(new ExchangeEnd.Cloned());
        assertThat(standings()).containsExactly(Standing.TAKEN, Standing.WAITING);
    }

    @Test
    void cloned_whenItIsAnOlderLane_goesOnInTheOwnLane() {
        save("v", "a");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0)), upToDate());
        UUID renewed = named("renewed");
        tablet.lanes().renew(renewed);
        save("w", "b");
        begin(message(welcome("second").addLanes(position(device, 0)).addLanes(position(renewed, 0))));
        assertThat(line.batches()).hasSize(2);

        hear(verdicts(device, cloned(1)), verdicts(renewed, accepted(1, 1, 0)));

        assertThat(exchange.end()).isEmpty();
        ChangeBatch last = line.batches().get(2);
        assertThat(last.getOriginDeviceId()).isEqualTo(Ids.toBytes(renewed));
        assertThat(last.getFirstOrdinal()).isEqualTo(2);
        assertThat(last.getChanges(0)).isEqualTo(tablet.saved().get(0).wire());
    }

    @Test
    void renew_whenSomeWereJudged_leavesThoseInTheOldLane() {
        save("v", "a");
        SavedChange waiting = save("v", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), cloned(2)));
        UUID renewed = named("renewed");
        tablet.lanes().renew(renewed);

        begin();
        assertThat(line.hello().getDeviceId()).isEqualTo(Ids.toBytes(renewed));
        assertThat(line.hello().getLanesList()).hasSize(2).allSatisfy(lane -> assertThat(lane.getLastOrdinal())
                .isEqualTo(1));
        hear(message(welcome("first").addLanes(position(device, 1))));
        assertThat(line.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.getOriginDeviceId()).isEqualTo(Ids.toBytes(renewed));
            assertThat(batch.getFirstOrdinal()).isEqualTo(1);
            assertThat(batch.getChanges(0)).isEqualTo(waiting.wire());
        });
    }

    @Test
    void resend_whenTheServerHasAGap_sendsAgainFromThere() {
        save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, accepted(1, 1, 0), accepted(2, 2, 0)), resend(device, 2));

        assertThat(line.batches()).extracting(ChangeBatch::getFirstOrdinal).containsExactly(1L, 2L);
        assertThat(standings()).containsExactly(Standing.TAKEN, Standing.WAITING);
    }

    @Test
    void resend_whenTheChangeIsGone_startsAgainSoThatHelloDeclaresIt() {
        save("v", "a");
        begin(
                welcomed(0),
                verdicts(device, accepted(1, 1, 0)),
                states("two", States.ended("v", 2, EndReason.END_REASON_DESTROYED)),
                resend(device, 1));

        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.StartAgain.class);
    }

    @Test
    void upToDate_whenSomethingWasSavedMeanwhile_pushesItBeforeItEnds() {
        begin(welcomed(0));
        assertThat(line.pushedAll()).isEqualTo(1);
        save("v", "a");
        line.isReady = false;
        hear(upToDate());
        assertThat(exchange.end()).isEmpty();

        line.isReady = true;
        exchange.proceed();
        assertThat(line.batches()).hasSize(1);
        assertThat(line.pushedAll()).isEqualTo(2);
        hear(verdicts(device, accepted(1, 1, 0)), upToDate());
        assertThat(exchange.end()).contains(new ExchangeEnd.UpToDate());
        assertThat(line.isClosed).isTrue();
    }

    @Test
    void upToDate_whenAVerdictNeverCame_isNotBelieved() {
        save("v", "a");
        save("w", "b");
        begin(welcomed(0), verdicts(device, accepted(2, 1, 0)), upToDate());

        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.Broken.class);
    }

    @Test
    void farewell_whenItComes_endsWithItsReason() {
        begin(message(Heard.farewell(FarewellReason.FAREWELL_REASON_BUSY)));

        assertThat(exchange.end())
                .contains(new ExchangeEnd.Dismissed(Heard.farewell(FarewellReason.FAREWELL_REASON_BUSY)));
        hear(welcomed(0));
        assertThat(line.said).hasSize(1);
    }

    @Test
    void message_whenItBreaksTheRules_endsTheExchange() {
        begin(upToDate());
        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.Broken.class);
        begin(welcomed(0), welcomed(0));
        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.Broken.class);
        begin(welcomed(0), ServerMessage.getDefaultInstance());
        assertThat(exchange.end().get()).isInstanceOf(ExchangeEnd.Broken.class);
    }
}
