package tsunagi.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.ListConflictsRequest;
import tsunagi.sync.v1.ListParkedRequest;
import tsunagi.sync.v1.OpenConflict;
import tsunagi.sync.v1.ReviewRefusal;
import tsunagi.sync.v1.ReviewServiceGrpc;
import tsunagi.sync.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import tsunagi.sync.v1.Reviewer;
import tsunagi.sync.v1.SettleConflictsReply;
import tsunagi.sync.v1.SettleConflictsRequest;
import tsunagi.sync.v1.Settlement;
import tsunagi.sync.v1.SettlementOutcome.OutcomeCase;

@Timeout(120)
class ReviewEndpointTest {
    private GrpcScenario server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        server = new GrpcScenario(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void settle_ofWhatTwoTabletsWrote_isSeenByBoth() throws InterruptedException {
        GrpcTablet first = server.tablet();
        GrpcTablet second = server.tablet();
        RecordKey visit = disagree(first, second);
        OpenConflict open = open();

        SettleConflictsReply reply =
                settle(decision(open, open.getConflict().getCandidates(0).getValue()));

        assertThat(reply.getSettled().getOutcomesList())
                .extracting(outcome -> outcome.getOutcomeCase())
                .containsExactly(OutcomeCase.SETTLED);
        first.sync();
        second.sync();
        assertThat(first.tablet.replica).isEqualTo(second.tablet.replica);
        assertThat(first.tablet.replica.get(visit).conflicts()).isEmpty();
        assertThat(first.tablet.replica.get(visit).body().toStringUtf8()).contains("13:30");
    }

    @Test
    void settle_bySomebodyWhoDidNotSeeAll_leavesTheRestOpen() throws InterruptedException {
        GrpcTablet first = server.tablet();
        GrpcTablet second = server.tablet();
        GrpcTablet third = server.tablet();
        first.tablet.saves("visit", Visit.newBuilder().setVisitOn("2026-07-26").build());
        first.sync();
        third.sync();
        disagree(first, second);
        OpenConflict seen = open();
        third.tablet.saves("visit", startsAt("14:00"));
        third.sync();

        SettleConflictsReply reply = settle(decision(seen, seen.getStandingValue()));

        assertThat(reply.getSettled().getOutcomesList())
                .extracting(outcome -> outcome.getOutcomeCase())
                .containsExactly(OutcomeCase.STILL_OPEN);
        assertThat(open().getConflict().getCandidatesList())
                .singleElement()
                .satisfies(left -> assertThat(left.getValue().toStringUtf8()).contains("14:00"));
    }

    @Test
    void settle_ofWhatIsSettled_writesNothing() throws InterruptedException {
        disagree(server.tablet(), server.tablet());
        OpenConflict open = open();
        settle(decision(open, open.getStandingValue()));
        long head = head();

        SettleConflictsReply again = settle(decision(open, ByteString.EMPTY));

        assertThat(again.getSettled().getOutcomesList())
                .extracting(outcome -> outcome.getOutcomeCase())
                .containsExactly(OutcomeCase.NOT_OPEN);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void list_bySomebodyWhoIsNoSupervisor_isRefused() {
        Reviewer nurse = Reviewer.newBuilder()
                .setTeamId(Ids.toBytes(GrpcScenario.TEAM))
                .setPersonId(GrpcScenario.NURSE)
                .build();

        assertThat(stub().listParked(ListParkedRequest.newBuilder().setBy(nurse).build())
                        .getRefused()
                        .getReason())
                .isEqualTo(ReviewRefusal.REVIEW_REFUSAL_NOT_A_SUPERVISOR);
        assertThat(stub().listConflicts(
                                ListConflictsRequest.newBuilder().setBy(nurse).build())
                        .getRefused()
                        .getReason())
                .isEqualTo(ReviewRefusal.REVIEW_REFUSAL_NOT_A_SUPERVISOR);
    }

    @Test
    void list_ofATeamThatTheDeviceIsNotIn_isRefused() {
        Reviewer elsewhere = supervisor().toBuilder()
                .setTeamId(Ids.toBytes(UUID.randomUUID()))
                .build();

        assertThat(stub().listParked(
                                ListParkedRequest.newBuilder().setBy(elsewhere).build())
                        .getRefused()
                        .getReason())
                .isEqualTo(ReviewRefusal.REVIEW_REFUSAL_DEVICE_NOT_OF_TEAM);
    }

    /** Two who did not know of each other write when a visit began. */
    private RecordKey disagree(GrpcTablet first, GrpcTablet second) throws InterruptedException {
        first.tablet.saves("visit", Visit.newBuilder().setVisitOn("2026-07-26").build());
        first.sync();
        second.sync();
        RecordKey visit = first.tablet.saves("visit", startsAt("13:00"));
        second.tablet.saves("visit", startsAt("13:30"));
        first.sync();
        second.sync();
        server.followPlainTables();
        return visit;
    }

    private static Visit startsAt(String time) {
        return Visit.newBuilder().setStartsAt(time).build();
    }

    private OpenConflict open() {
        List<OpenConflict> open = stub().listConflicts(
                        ListConflictsRequest.newBuilder().setBy(supervisor()).build())
                .getOpen()
                .getConflictsList();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private static Settlement decision(OpenConflict seen, ByteString value) {
        Settlement.Builder settlement = Settlement.newBuilder()
                .setRecordType(seen.getRecordType())
                .setRecordId(seen.getRecordId())
                .setPath(seen.getConflict().getPath())
                .setStandingStamp(seen.getStandingStamp())
                .setValue(value);
        seen.getConflict().getCandidatesList().forEach(candidate -> settlement.addCandidates(candidate.getStamp()));
        return settlement.build();
    }

    private SettleConflictsReply settle(Settlement settlement) {
        return stub().settleConflicts(SettleConflictsRequest.newBuilder()
                .setBy(supervisor())
                .addSettlements(settlement)
                .build());
    }

    private static Reviewer supervisor() {
        return Reviewer.newBuilder()
                .setTeamId(Ids.toBytes(GrpcScenario.TEAM))
                .setPersonId(GrpcScenario.SUPERVISOR)
                .build();
    }

    private ReviewServiceBlockingStub stub() {
        ManagedChannel channel = server.channel();
        return ReviewServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(GrpcScenario.bearer(
                        server.tokens.issue(server.enrolled().id()))));
    }

    private long head() {
        return server.database()
                .read(connection -> Sql.of(connection, "SELECT head FROM team WHERE team_id = ?", GrpcScenario.TEAM)
                        .first(row -> row.number("head")))
                .orElseThrow();
    }
}
