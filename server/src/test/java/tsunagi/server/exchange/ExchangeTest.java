package tsunagi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tsunagi.sync.v1.ServerMessage.MessageCase.BASELINE_BEGIN;
import static tsunagi.sync.v1.ServerMessage.MessageCase.BASELINE_END;
import static tsunagi.sync.v1.ServerMessage.MessageCase.RESEND;
import static tsunagi.sync.v1.ServerMessage.MessageCase.STATES;
import static tsunagi.sync.v1.ServerMessage.MessageCase.UP_TO_DATE;
import static tsunagi.sync.v1.ServerMessage.MessageCase.VERDICTS;
import static tsunagi.sync.v1.ServerMessage.MessageCase.WELCOME;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.device.Devices;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Body;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.ServerMessage.MessageCase;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.Verdict;

@StorageContract
class ExchangeTest {
    private static final Visit ON_26_JULY =
            Visit.newBuilder().setVisitOn("2026-07-26").build();
    private static final int STARTS_AT = Visit.STARTS_AT_FIELD_NUMBER;

    private ExchangeScenario server;

    @BeforeEach
    void start(TestStorage storage) {
        server = new ExchangeScenario(storage);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hello_ofANewTablet_isWelcomedAndGetsAFullAccount() {
        TestTablet tablet = server.tablet("first");

        List<ServerMessage> heard = server.sync(tablet);

        assertThat(kinds(heard)).containsExactly(WELCOME, BASELINE_BEGIN, BASELINE_END, UP_TO_DATE);
        assertThat(tablet.welcome.get().getTeams(0).getName()).isEqualTo("酒蔵");
        assertThat(tablet.welcome.get().getTeams(0).getMembers(0).getName()).isEqualTo("保健師");
        assertThat(tablet.welcome.get().getClockMs()).isEqualTo(ExchangeScenario.NOW.toEpochMilli());
        assertThat(tablet.welcome.get().getLimits().getBatchBytes()).isPositive();
    }

    @Test
    void hello_tellsWhoWroteHereBefore_andForWhichBodies() {
        String body = "01900000-0000-7000-8000-0000000000b1";
        Members members = new Members();
        server.write(connection -> {
            members.putBody(connection, body, "山里町");
            members.putBody(connection, "01900000-0000-7000-8000-0000000000b2", "よその町");
            members.putPerson(connection, "predecessor", "前任の保健師");
            members.put(connection, member("predecessor", body, 0, OptionalLong.of(1_000)));
            members.put(connection, member("predecessor", body, 2_000, OptionalLong.of(3_000)));
            members.put(connection, member("returned", body, 0, OptionalLong.of(1_000)));
            members.put(connection, member("returned", body, 2_000, OptionalLong.empty()));
            return null;
        });
        TestTablet tablet = server.tablet("first");

        server.sync(tablet);

        TeamGrant grant = tablet.welcome.get().getTeams(0);
        assertThat(grant.getMembersList()).extracting(Member::getPersonId).contains("returned");
        assertThat(grant.getFormerMembersList())
                .extracting(Member::getPersonId, Member::getName)
                .containsExactly(tuple("predecessor", "前任の保健師"));
        assertThat(grant.getBodiesList())
                .extracting(Body::getBodyId, Body::getName)
                .containsExactly(tuple(body, "山里町"));
    }

    private static Membership member(String personId, String bodyId, long fromMs, OptionalLong untilMs) {
        return new Membership(
                ExchangeScenario.TEAM,
                personId,
                Optional.of(bodyId),
                Role.ROLE_MEMBER,
                fromMs,
                untilMs,
                OptionalLong.empty());
    }

    @Test
    void push_ofANewRecord_reachesTheOtherTablet() {
        TestTablet first = server.tablet("first");
        TestTablet second = server.tablet("second");
        RecordKey visit = first.saves("visit", ON_26_JULY);

        server.sync(first);
        server.sync(second);

        assertThat(second.replica.get(visit)).isEqualTo(first.replica.get(visit));
        assertThat(second.value(visit, Visit.VISIT_ON_FIELD_NUMBER)).isEqualTo("2026-07-26");
    }

    @Test
    void push_ofWhatTheTabletHeldTheBaseOf_isNotSentBack() {
        TestTablet tablet = server.tablet("first");
        server.sync(tablet);
        RecordKey visit = tablet.saves("visit", ON_26_JULY);
        tablet.saves("visit", startsAt("09:00"));

        List<ServerMessage> heard = server.sync(tablet);

        assertThat(tablet.verdicts.values()).allMatch(Verdict::hasAccepted);
        assertThat(statesIn(heard)).isZero();
        assertThat(tablet.replica.get(visit).revision()).isEqualTo(2);
        assertThat(kinds(server.sync(tablet))).containsExactly(WELCOME, UP_TO_DATE);
    }

    @Test
    void push_inTheMiddleOfABaseline_isSentBackAllTheSame() {
        TestTablet tablet = server.tablet("first");
        RecordKey visit = tablet.saves("visit", ON_26_JULY);

        TestLine line = server.connect(tablet);
        line.isReady = false;
        line.says(tablet.hello());
        ExchangeScenario.hear(line, tablet);
        line.isReady = true;
        line.exchange.onReady();
        // The account began when there was nothing in it; what came since is in it or comes after it.
        tablet.push().forEach(line::says);
        ExchangeScenario.hear(line, tablet);

        assertThat(tablet.isUpToDate()).isTrue();
        assertThat(tablet.replica).containsKey(visit);
    }

    @Test
    void push_thatMeetsAnothersEdit_isSentBackMerged() {
        TestTablet first = server.tablet("first");
        TestTablet second = server.tablet("second");
        RecordKey visit = first.saves("visit", ON_26_JULY);
        server.sync(first);
        server.sync(second);
        first.saves("visit", startsAt("09:00"));
        second.saves("visit", Visit.newBuilder().setNeeds("腰痛予防").build());

        server.sync(first);
        server.sync(second);
        server.sync(first);

        assertThat(second.value(visit, STARTS_AT)).isEqualTo("09:00");
        assertThat(first.replica).isEqualTo(second.replica);
    }

    @Test
    void push_afterAGap_isAskedForOnceFromWhereItBegins() {
        TestTablet tablet = server.tablet("first");
        for (int i = 0; i < 6; i++) {
            tablet.saves("visit " + i, ON_26_JULY);
        }
        TestLine line = server.greet(tablet);
        ExchangeScenario.hear(line, tablet);

        line.says(tablet.batch(3, 4));
        line.says(tablet.batch(5, 6));
        line.says(tablet.pushedAll());

        assertThat(line.kinds()).containsExactly(RESEND);
        assertThat(line.news().get(0).getResend().getFromOrdinal()).isEqualTo(1);
        line.says(tablet.batch(1, 6));
        ExchangeScenario.hear(line, tablet);
        assertThat(tablet.verdicts).hasSize(6);
        assertThat(tablet.isUpToDate()).isTrue();
    }

    @Test
    void push_ofOrdinalsThatWereDeclaredGone_goesOnBehindThem() {
        TestTablet tablet = server.tablet("first");
        for (int i = 0; i < 3; i++) {
            tablet.saves("visit " + i, ON_26_JULY);
        }
        TestLine line = server.connect(tablet);
        line.says(TabletMessage.newBuilder()
                .setHello(tablet.helloBuilder().setLanes(0, tablet.laneClaim().addGone(range(1, 2))))
                .build());
        ExchangeScenario.hear(line, tablet);

        assertThat(lane(tablet).getLastOrdinal()).isEqualTo(2);
        assertThat(lane(tablet).hasLastChangeId()).isFalse();
        tablet.push().forEach(line::says);
        ExchangeScenario.hear(line, tablet);
        assertThat(tablet.verdicts.get(3L).hasAccepted()).isTrue();
        assertThat(tablet.isUpToDate()).isTrue();
    }

    @Test
    void push_afterTheStreamBroke_isJudgedOnce() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        TestLine line = server.greet(tablet);
        line.says(tablet.batch(1, 1));
        line.exchange.onLineBroken();

        server.sync(tablet);

        assertThat(tablet.verdicts.get(1L).hasAccepted()).isTrue();
        assertThat(server.head()).isEqualTo(1);
    }

    @Test
    void hello_withAVersionThatIsNoText_isWelcomedAllTheSame() {
        TestTablet tablet = server.tablet("odd");
        TabletMessage.Builder hello = tablet.hello().toBuilder();
        hello.getHelloBuilder().setAppVersion("1\0.0");
        TestLine line = server.connect(tablet);

        line.says(hello.build());

        assertThat(line.news()).anyMatch(ServerMessage::hasWelcome);
    }

    @Test
    void hello_ofATabletThatHeardNoVerdict_tellsItWhereItsLaneStands() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        TestLine line = server.greet(tablet);
        line.says(tablet.batch(1, 1));
        line.exchange.onLineBroken();

        ExchangeScenario.hear(server.greet(tablet), tablet);

        assertThat(lane(tablet).getLastOrdinal()).isEqualTo(1);
        assertThat(lane(tablet).getCloned()).isFalse();
    }

    @Test
    void hello_ofAnOldCopyOfATablet_isToldThatItWasCopied() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        server.sync(tablet);
        TestTablet oldCopy = new TestTablet(
                tablet.deviceId, ExchangeScenario.TEAM, ExchangeScenario.NURSE, ExchangeScenario.NOW.toEpochMilli());

        ExchangeScenario.hear(server.greet(oldCopy), oldCopy);

        assertThat(lane(oldCopy).getCloned()).isTrue();
    }

    @Test
    void hello_withAnotherChangeAtAnOrdinal_isToldThatItWasCopied() {
        TestTablet tablet = server.tablet("first");
        TestTablet copy = new TestTablet(
                tablet.deviceId, ExchangeScenario.TEAM, ExchangeScenario.NURSE, ExchangeScenario.NOW.toEpochMilli());
        tablet.saves("visit", ON_26_JULY);
        copy.saves("another visit", ON_26_JULY);
        server.sync(tablet);

        TestLine line = server.greet(copy);
        ExchangeScenario.hear(line, copy);
        line.says(copy.batch(1, 1));
        ExchangeScenario.hear(line, copy);

        assertThat(lane(copy).getCloned()).isTrue();
        assertThat(copy.verdicts.get(1L).hasCloned()).isTrue();
        assertThat(server.head()).isEqualTo(1);
    }

    @Test
    void hello_ofARenewedTablet_isNotCalledCopiedForItsOlderLane() {
        TestTablet tablet = server.tablet("first");
        TestTablet copy = new TestTablet(
                tablet.deviceId, ExchangeScenario.TEAM, ExchangeScenario.NURSE, ExchangeScenario.NOW.toEpochMilli());
        tablet.saves("visit", ON_26_JULY);
        server.sync(tablet);
        UUID olderLane = copy.deviceId;
        copy.deviceId = UUID.randomUUID();
        server.enrol(copy.deviceId);
        copy.saves("another visit", ON_26_JULY);

        TestLine line = server.connect(copy);
        line.says(TabletMessage.newBuilder()
                .setHello(copy.helloBuilder()
                        .addLanes(copy.laneClaim()
                                .setOriginDeviceId(Ids.toBytes(olderLane))
                                .setLastOrdinal(0)
                                .clearLastChangeId()))
                .build());
        ExchangeScenario.hear(line, copy);
        copy.push().forEach(line::says);
        ExchangeScenario.hear(line, copy);

        assertThat(copy.welcome.get().getLanesList()).noneMatch(LanePosition::getCloned);
        assertThat(copy.verdicts.get(1L).hasAccepted()).isTrue();
    }

    @Test
    void pull_ofMoreThanAPage_comesInPagesAndEndsUpToDate() {
        TestTablet first = server.tablet("first");
        for (int i = 0; i < 10; i++) {
            first.saves("visit " + i, ON_26_JULY);
        }
        server.sync(first);
        TestTablet second = server.tablet("second");

        List<ServerMessage> heard = server.sync(second);

        assertThat(kinds(heard))
                .containsExactly(WELCOME, BASELINE_BEGIN, STATES, STATES, STATES, STATES, BASELINE_END, UP_TO_DATE);
        assertThat(second.replica).hasSize(10);
    }

    @Test
    void pull_thatBrokeInTheMiddleOfABaseline_goesOnWithIt() {
        TestTablet first = server.tablet("first");
        for (int i = 0; i < 10; i++) {
            first.saves("visit " + i, ON_26_JULY);
        }
        server.sync(first);
        TestTablet second = server.tablet("second");
        TestLine line = server.greet(second);
        line.news().stream().limit(3).forEach(second::hears);
        line.exchange.onLineBroken();
        assertThat(second.isInBaseline()).isTrue();
        assertThat(second.replica).hasSize(3);

        List<ServerMessage> heard = server.sync(second);

        assertThat(heard.get(1).getBaselineBegin().getResumed()).isTrue();
        assertThat(statesIn(heard)).isEqualTo(7);
        assertThat(second.replica).hasSize(10);
    }

    @Test
    void pull_onALineThatTakesNothing_readsAndSendsNothing() {
        TestTablet first = server.tablet("first");
        first.saves("visit", ON_26_JULY);
        server.sync(first);
        TestTablet second = server.tablet("second");
        TestLine line = server.connect(second);
        line.isReady = false;

        line.says(second.hello());

        assertThat(line.kinds()).containsExactly(WELCOME);
        assertThat(line.listens()).as("asks for more").isFalse();
        line.isReady = true;
        line.exchange.onReady();
        assertThat(line.kinds()).containsExactly(WELCOME, BASELINE_BEGIN, STATES, BASELINE_END);
        assertThat(line.listens()).isTrue();
    }

    @Test
    void openStream_whenAnotherTabletMovesTheTeam_getsIt() {
        TestTablet first = server.tablet("first");
        TestTablet second = server.tablet("second");
        TestLine waiting = server.greet(second);
        ExchangeScenario.hear(waiting, second);
        RecordKey visit = first.saves("visit", ON_26_JULY);

        server.sync(first);

        ExchangeScenario.hear(waiting, second);
        assertThat(second.replica).containsKey(visit);
    }

    @Test
    void openStream_whenAnotherProgramMovesTheTeam_getsItAtTheNextLook() {
        TestTablet first = server.tablet("first");
        TestTablet second = server.tablet("second");
        TestLine waiting = server.greet(second);
        ExchangeScenario.hear(waiting, second);
        HeadPoll poll = server.headPoll();
        poll.look();
        RecordKey visit = first.saves("visit", ON_26_JULY);
        server.actsAsAnotherProgram();
        server.sync(first);
        assertThat(waiting.kinds()).isEmpty();

        poll.look();

        ExchangeScenario.hear(waiting, second);
        assertThat(second.replica).containsKey(visit);
    }

    @Test
    void upToDate_isNotSaidBeforeTheTabletPushedAll() {
        TestTablet tablet = server.tablet("first");

        TestLine line = server.greet(tablet);

        assertThat(line.kinds()).doesNotContain(UP_TO_DATE);
        line.says(tablet.pushedAll());
        assertThat(line.kinds()).endsWith(UP_TO_DATE);
    }

    @Test
    void upToDate_isNotSaidBeforeEverythingWasJudged() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        server.holdIntake();
        TestLine line = server.greet(tablet);
        line.says(tablet.batch(1, 1));
        line.says(tablet.pushedAll());
        assertThat(line.kinds()).doesNotContain(UP_TO_DATE);

        server.judgeNext();

        assertThat(line.kinds()).endsWith(VERDICTS, STATES, UP_TO_DATE);
    }

    @Test
    void batches_moreThanTwoUnjudged_areNotAskedFor() {
        TestTablet tablet = server.tablet("first");
        for (int i = 0; i < 3; i++) {
            tablet.saves("visit " + i, ON_26_JULY);
        }
        server.holdIntake();
        TestLine line = server.greet(tablet);
        line.says(tablet.batch(1, 1));
        line.says(tablet.batch(2, 2));

        assertThat(line.listens()).isFalse();
        server.judgeNext();
        assertThat(line.listens()).isTrue();
    }

    @Test
    void hello_onANewerStream_fencesTheOlderOnceItsBatchIsAnswered() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        server.holdIntake();
        TestLine older = server.greet(tablet);
        older.says(tablet.batch(1, 1));
        TestLine newer = server.greet(tablet);

        server.judgeNext();

        assertThat(older.kinds()).containsSubsequence(VERDICTS, MessageCase.FAREWELL);
        assertThat(older.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_FENCED);
        assertThat(older.isClosed).isTrue();
        assertThat(newer.isClosed).isFalse();
    }

    @Test
    void shutdown_inTheMiddleOfAPush_answersWhatWasAcceptedAndThenEnds() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        server.holdIntake();
        TestLine line = server.greet(tablet);
        line.says(tablet.batch(1, 1));

        line.exchange.onShutdown();
        assertThat(line.isClosed).isFalse();
        server.judgeNext();

        assertThat(line.kinds()).containsSubsequence(VERDICTS, MessageCase.FAREWELL);
        assertThat(line.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_SHUTTING_DOWN);
        assertThat(line.isClosed).isTrue();
    }

    @Test
    void intake_whoseOutcomeNobodyKnows_givesNoVerdictAndEndsTheStream() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        server.failIntake(new IllegalStateException("the commit was lost"));
        TestLine line = server.greet(tablet);

        line.says(tablet.batch(1, 1));

        assertThat(line.kinds()).doesNotContain(VERDICTS);
        assertThat(line.failure.get()).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void parkedChange_thatSomebodySettled_isToldAtTheNextHello() {
        TestTablet tablet = server.tablet("first");
        server.write(connection -> {
            new Members().revoke(connection, ExchangeScenario.TEAM, ExchangeScenario.NURSE, 0);
            return null;
        });
        tablet.saves("visit", ON_26_JULY);
        server.sync(tablet);
        assertThat(tablet.verdicts.get(1L).hasParked()).isTrue();
        assertThat(kinds(server.sync(tablet))).as("while it waits").doesNotContain(VERDICTS);

        UUID changeId = server.read(connection -> server.parkedChanges().waiting(connection, ExchangeScenario.TEAM))
                .get(0)
                .changeId();
        server.parkedChanges().drop(ExchangeScenario.TEAM, changeId, ExchangeScenario.NURSE);

        assertThat(kinds(server.sync(tablet))).contains(VERDICTS);
        assertThat(tablet.verdicts.get(1L).hasDropped()).isTrue();
    }

    @Test
    void device_thatARestoredServerDoesNotKnow_isToldToEnrolAgain() {
        server.copyTo("before it enrolled");
        TestTablet tablet = server.tablet("first");
        server.sync(tablet);
        server.start("before it enrolled");

        assertThat(server.greet(tablet).farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_UNKNOWN_DEVICE);
    }

    @Test
    void device_thatWasRevoked_isToldSo() {
        TestTablet tablet = server.tablet("first");
        server.write(connection -> new Devices().revoke(connection, tablet.deviceId, 1));

        TestLine line = server.greet(tablet);

        assertThat(line.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_REVOKED);
        assertThat(line.kinds()).doesNotContain(WELCOME);
    }

    @Test
    void device_thatIsRevokedWhileItsStreamIsOpen_getsNothingMore() {
        TestTablet first = server.tablet("first");
        TestTablet second = server.tablet("second");
        TestLine waiting = server.greet(second);
        waiting.news();
        server.write(connection -> new Devices().revoke(connection, second.deviceId, 1));
        first.saves("visit", ON_26_JULY);

        server.sync(first);

        assertThat(waiting.kinds()).isEmpty();
        server.dismissRevoked();
        assertThat(waiting.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_REVOKED);
    }

    @Test
    void hello_ofMoreTabletsThanAreServedAtOnce_isSentAwayForAWhile() {
        TestTablet first = server.tablet("0");
        server.greet(first);
        for (int i = 1; i < ExchangeScenario.MAX_EXCHANGES; i++) {
            server.greet(server.tablet(String.valueOf(i)));
        }

        TestLine oneTooMany = server.greet(server.tablet("one too many"));

        assertThat(oneTooMany.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_BUSY);
        assertThat(oneTooMany.farewell().get().getRetryAfterMs()).isPositive();
        assertThat(server.greet(first).farewell()).as("a device that is served").isEmpty();
    }

    @Test
    void team_thatADeviceMayNoLongerHold_isNotGranted() {
        TestTablet tablet = server.tablet("first");
        server.sync(tablet);
        server.write(connection -> {
            new Teams().withdraw(connection, ExchangeScenario.TEAM, tablet.deviceId);
            return null;
        });

        assertThat(kinds(server.sync(tablet))).containsExactly(WELCOME, UP_TO_DATE);
        assertThat(tablet.welcome.get().getTeamsList()).isEmpty();
    }

    @Test
    void badMessages_endWithAFarewellThatSaysWhatWasWrong() {
        TestTablet tablet = server.tablet("first");
        tablet.saves("visit", ON_26_JULY);
        TabletMessage batch = tablet.batch(1, 1);

        assertThat(detail(tablet, tablet.hello())).contains("hello was said already");
        assertThat(detail(tablet, TabletMessage.getDefaultInstance())).contains("not known here");
        assertThat(detail(
                        tablet,
                        batch(
                                batch,
                                b -> b.setTeamId(Ids.toBytes(UUID.randomUUID()).substring(1)))))
                .contains("16 bytes");
        assertThat(detail(tablet, batch(batch, b -> b.setFirstOrdinal(0)))).contains("first ordinal");
        assertThat(detail(tablet, batch(batch, b -> b.setFirstOrdinal(-1)))).contains("first ordinal");
        assertThat(detail(tablet, batch(batch, ChangeBatch.Builder::clearChanges)))
                .contains("without changes");
        assertThat(detail(tablet, batch(batch, b -> {
                    for (int i = 0; i < 20; i++) {
                        b.addChanges(b.getChanges(0));
                    }
                })))
                .contains("21 changes, limit 20");
        assertThat(detail(
                        tablet,
                        batch(
                                batch,
                                b -> b.setChanges(
                                        0, b.getChangesBuilder(0).setBody(ByteString.copyFrom(new byte[64 * 1024]))))))
                .contains("bytes, limit 65536");
        assertThat(server.head()).isZero();
    }

    @Test
    void badHellos_endWithAFarewellThatSaysWhatWasWrong() {
        TestTablet tablet = server.tablet("first");

        TestLine noHello = server.connect(tablet);
        noHello.says(tablet.pushedAll());
        assertThat(noHello.farewell().get().getDetail()).contains("not hello");
        TestLine otherDevice = server.connect(tablet);
        otherDevice.says(TabletMessage.newBuilder()
                .setHello(tablet.helloBuilder().setDeviceId(Ids.toBytes(UUID.randomUUID())))
                .build());
        assertThat(otherDevice.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
        TestLine otherVersion = server.connect(tablet);
        otherVersion.says(TabletMessage.newBuilder()
                .setHello(tablet.helloBuilder().setProtocolVersion(2))
                .build());
        assertThat(otherVersion.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_VERSION);
        TestLine badRange = server.connect(tablet);
        badRange.says(TabletMessage.newBuilder()
                .setHello(tablet.helloBuilder().setLanes(0, tablet.laneClaim().addGone(range(3, 2))))
                .build());
        assertThat(badRange.farewell().get().getDetail()).contains("range");
        TestLine late = server.connect(tablet);
        late.exchange.onHelloOverdue();
        assertThat(late.farewell().get().getDetail()).contains("no hello");
    }

    private String detail(TestTablet tablet, TabletMessage message) {
        TestLine line = server.greet(tablet);
        line.says(message);
        assertThat(line.farewellReason()).isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
        assertThat(line.isClosed).isTrue();
        return line.farewell().get().getDetail();
    }

    private static TabletMessage batch(TabletMessage message, Consumer<ChangeBatch.Builder> spoiled) {
        ChangeBatch.Builder batch = message.getChanges().toBuilder();
        spoiled.accept(batch);
        return TabletMessage.newBuilder().setChanges(batch).build();
    }

    private static Visit startsAt(String time) {
        return Visit.newBuilder().setStartsAt(time).build();
    }

    private static OrdinalRange range(long first, long last) {
        return OrdinalRange.newBuilder().setFirst(first).setLast(last).build();
    }

    private static LanePosition lane(TestTablet tablet) {
        return tablet.welcome.get().getLanes(0);
    }

    private static List<MessageCase> kinds(List<ServerMessage> messages) {
        return messages.stream().map(ServerMessage::getMessageCase).toList();
    }

    private static int statesIn(List<ServerMessage> messages) {
        return messages.stream()
                .mapToInt(message -> message.getStates().getStatesCount())
                .sum();
    }
}
