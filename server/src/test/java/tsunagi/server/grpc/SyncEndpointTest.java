package tsunagi.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.device.Identification;
import tsunagi.server.device.TestDevice;
import tsunagi.server.device.Tokens;
import tsunagi.server.exchange.TestTablet;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;
import tsunagi.sync.v1.ServerMessage.MessageCase;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TokenRefusal;

@Timeout(120)
class SyncEndpointTest {
    private static final Visit ON_26_JULY =
            Visit.newBuilder().setVisitOn("2026-07-26").build();

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
    void exchange_ofTwoEnrolledTablets_bringsThemToTheSameState() throws InterruptedException {
        GrpcTablet first = server.tablet();
        GrpcTablet second = server.tablet();
        RecordKey visit = first.tablet.saves("visit", ON_26_JULY);

        first.sync();
        second.sync();

        assertThat(second.tablet.replica).containsKey(visit).isEqualTo(first.tablet.replica);
    }

    @Test
    void exchange_withoutAToken_isUnauthenticated() throws InterruptedException {
        assertThat(statusWith("")).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(statusWith("良い天気")).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void exchange_withAnExpiredToken_isUnauthenticated() throws InterruptedException {
        Tokens yesterday = server.tokensAt(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)));

        assertThat(statusWith(yesterday.issue(UUID.randomUUID()))).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void exchange_withAProof_isLetInAndGivenATokenForTheNextTime() throws InterruptedException {
        TestDevice device = server.enrolled();
        AtomicReference<Metadata> told = new AtomicReference<>();

        tablet(device, headers(device.tokenRequest(System.currentTimeMillis())), told)
                .sync();

        assertThat(server.tokens.deviceOf(told.get()
                        .get(ProtoUtils.keyForProto(IssuedToken.getDefaultInstance()))
                        .getToken()))
                .contains(device.id());
    }

    @Test
    void exchange_withAProofThatWasUsed_isUnauthenticated() throws InterruptedException {
        TestDevice device = server.enrolled();
        IssueTokenRequest proof = device.tokenRequest(System.currentTimeMillis());
        saysHello(device, proof);

        assertThat(saysHello(device, proof)).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(EnrolmentGrpc.newBlockingStub(server.channel())
                        .issueToken(proof)
                        .getRefused())
                .isEqualTo(TokenRefusal.TOKEN_REFUSAL_NONCE_USED);
    }

    @Test
    void exchange_withAProofThatGotAToken_isUnauthenticated() throws InterruptedException {
        TestDevice device = server.enrolled();
        IssueTokenRequest proof = device.tokenRequest(System.currentTimeMillis());
        EnrolmentGrpc.newBlockingStub(server.channel()).issueToken(proof);

        assertThat(saysHello(device, proof)).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void exchange_withAProofThatIsStaleForeignOrTamperedWith_isUnauthenticated() throws InterruptedException {
        TestDevice device = server.enrolled();
        long nowMs = System.currentTimeMillis();
        IssueTokenRequest good = device.tokenRequest(nowMs);
        IssueTokenRequest stale = device.tokenRequest(
                nowMs - Identification.CLOCK_TOLERANCE.plusMinutes(1).toMillis());
        IssueTokenRequest ofNobodyKnown = new TestDevice().tokenRequest(nowMs);
        IssueTokenRequest underAnotherName = server.enrolled().tokenRequest(nowMs).toBuilder()
                .setDeviceId(good.getDeviceId())
                .build();
        IssueTokenRequest later = good.toBuilder().setSignedAtMs(nowMs + 1).build();
        IssueTokenRequest withAnotherNonce =
                good.toBuilder().setNonce(device.tokenRequest(nowMs).getNonce()).build();

        for (IssueTokenRequest bad : List.of(
                stale,
                ofNobodyKnown,
                underAnotherName,
                later,
                withAnotherNonce,
                IssueTokenRequest.getDefaultInstance())) {
            assertThat(saysHello(device, bad)).as(bad.toString()).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
        assertThat(saysHello(device, good)).isEqualTo(Status.Code.OK);
    }

    @Test
    void exchange_withAProofThatIsNone_isUnauthenticated() throws InterruptedException {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of(
                        ProtoUtils.keyForProto(IssueTokenRequest.getDefaultInstance())
                                .name(),
                        Metadata.BINARY_BYTE_MARSHALLER),
                new byte[] {7, 7, 7});

        assertThat(saysHello(new TestDevice(), headers)).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void exchange_withAnothersProof_isAProtocolFault() throws InterruptedException {
        IssueTokenRequest othersProof = server.enrolled().tokenRequest(System.currentTimeMillis());
        TestDevice device = server.enrolled();

        GrpcTablet.Call call =
                tablet(device, headers(othersProof), new AtomicReference<>()).callWithHello();

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getReason())
                .isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
    }

    private Status.Code saysHello(TestDevice device, IssueTokenRequest proof) throws InterruptedException {
        return saysHello(device, headers(proof));
    }

    /** With what an exchange that is let in or not ends. */
    private Status.Code saysHello(TestDevice device, Metadata headers) throws InterruptedException {
        GrpcTablet.Call call = tablet(device, headers, new AtomicReference<>()).callWithHello();
        call.halfClose();
        return call.status().getCode();
    }

    private GrpcTablet tablet(TestDevice device, Metadata headers, AtomicReference<Metadata> told) {
        return new GrpcTablet(
                new TestTablet(device.id(), GrpcScenario.TEAM, GrpcScenario.NURSE, 0),
                SyncGrpc.newStub(server.channel())
                        .withInterceptors(
                                MetadataUtils.newAttachHeadersInterceptor(headers),
                                MetadataUtils.newCaptureMetadataInterceptor(told, new AtomicReference<>())));
    }

    private static Metadata headers(IssueTokenRequest proof) {
        Metadata headers = new Metadata();
        headers.put(ProtoUtils.keyForProto(IssueTokenRequest.getDefaultInstance()), proof);
        return headers;
    }

    @Test
    void exchange_withATokenOfAnotherDevice_isAProtocolFault() throws InterruptedException {
        GrpcTablet tablet = server.tablet();
        TestTablet other = new TestTablet(UUID.randomUUID(), GrpcScenario.TEAM, GrpcScenario.NURSE, 0);

        GrpcTablet.Call call = tablet.call();
        call.says(other.hello());

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getReason())
                .isEqualTo(FarewellReason.FAREWELL_REASON_PROTOCOL);
        assertThat(call.status().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void exchange_ofBytesThatAreNoMessage_isAnInvalidArgument() throws Exception {
        assertThat(statusOfRaw(new byte[] {7, 7, 7})).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void exchange_ofAMessageFarAboveTheLimit_isExhausted() throws Exception {
        assertThat(statusOfRaw(new byte[2 * GrpcScenario.LIMITS.batchBytes() + 1]))
                .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void exchange_ofABatchAboveTheLimit_isToldTheLimit() throws InterruptedException {
        GrpcTablet tablet = server.tablet();
        tablet.tablet.saves("visit", ON_26_JULY);
        ChangeBatch.Builder batch = tablet.tablet.batch(1, 1).getChanges().toBuilder();
        batch.getChangesBuilder(0).setBody(ByteString.copyFrom(new byte[GrpcScenario.LIMITS.batchBytes()]));
        GrpcTablet.Call call = tablet.call();
        call.says(tablet.tablet.hello());
        call.says(TabletMessage.newBuilder().setChanges(batch).build());

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getDetail())
                .contains("limit " + GrpcScenario.LIMITS.batchBytes());
    }

    @Test
    void unknownMethod_isUnimplemented() throws Exception {
        assertThat(statusOf("tsunagi.sync.v1.Sync/Gossip", new byte[0])).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void tabletThatNeverReads_isSentLittleAndHoldsUpNobody() throws InterruptedException {
        GrpcTablet author = server.tablet();
        saveMegabytes(author, 24);
        author.sync();
        int before = server.messagesSent.get();
        GrpcTablet.Call deaf = server.tablet().callWithHello();
        awaitQuiet();
        int sentToTheDeaf = server.messagesSent.get() - before;

        GrpcTablet reader = server.tablet();
        reader.sync();

        assertThat(reader.tablet.replica).hasSameSizeAs(author.tablet.replica);
        assertThat(sentToTheDeaf)
                .as("of 6000 pieces, to a tablet that reads none")
                .isLessThan(600);
        deaf.hearUntil(MessageCase.BASELINE_END);
    }

    @Test
    void tabletThatFloods_isReadNoFasterThanItIsJudgedAndHoldsUpNobody() throws InterruptedException {
        GrpcTablet greedy = server.tablet();
        for (int i = 0; i < 400; i++) {
            greedy.tablet.saves("visit " + i, ON_26_JULY);
        }
        GrpcTablet.Call flood = greedy.callWithHello();
        for (int i = 1; i <= 400; i++) {
            flood.says(greedy.tablet.batch(i, i));
        }
        flood.says(greedy.tablet.pushedAll());

        GrpcTablet modest = server.tablet();
        modest.tablet.saves("modest visit", ON_26_JULY);
        modest.sync();
        assertThat(modest.tablet.verdicts.get(1L).hasAccepted()).isTrue();
        flood.hearUntil(MessageCase.UP_TO_DATE);

        assertThat(greedy.tablet.verdicts).hasSize(400);
        // Two of the flood and one of the modest tablet.
        assertThat(server.mostBatchesInFlight.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void shutDown_inTheMiddleOfAPush_answersWhatWasAcceptedAndSaysFarewell() throws InterruptedException {
        GrpcTablet tablet = server.tablet();
        tablet.tablet.saves("visit", ON_26_JULY);
        GrpcTablet.Call call = tablet.callWithHello();
        call.hearUntil(MessageCase.WELCOME);
        call.says(tablet.tablet.batch(1, 1));
        call.hearUntil(MessageCase.VERDICTS);

        server.shutDown();

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getReason())
                .isEqualTo(FarewellReason.FAREWELL_REASON_SHUTTING_DOWN);
        assertThat(call.status().getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void intake_thatTakesNothingMore_sendsTheTabletAwayForAWhile() throws InterruptedException {
        GrpcTablet tablet = server.tablet();
        tablet.tablet.saves("visit", ON_26_JULY);
        GrpcTablet.Call call = tablet.callWithHello();
        call.hearUntil(MessageCase.WELCOME);
        server.closeIntake();

        call.says(tablet.tablet.batch(1, 1));

        assertThat(call.hearUntil(MessageCase.FAREWELL).getFarewell().getReason())
                .isEqualTo(FarewellReason.FAREWELL_REASON_BUSY);
        assertThat(tablet.tablet.verdicts).isEmpty();
    }

    private void saveMegabytes(GrpcTablet tablet, int megabytes) {
        String text = "あ".repeat(1024 * 1024 / 3 / 4);
        for (int i = 0; i < megabytes * 4; i++) {
            tablet.tablet.saves(
                    "visit " + i, Visit.newBuilder().setFindings(i + text).build());
        }
    }

    /** Returns when the server has sent nothing for a second. */
    private void awaitQuiet() throws InterruptedException {
        int last;
        do {
            last = server.messagesSent.get();
            TimeUnit.SECONDS.sleep(1);
        } while (last != server.messagesSent.get());
    }

    private Status.Code statusWith(String token) throws InterruptedException {
        GrpcTablet stranger = new GrpcTablet(
                new TestTablet(UUID.randomUUID(), GrpcScenario.TEAM, GrpcScenario.NURSE, 0),
                GrpcScenario.stub(server.channel(), token));
        return stranger.call().status().getCode();
    }

    private Status.Code statusOfRaw(byte[] message) throws Exception {
        return statusOf(SyncGrpc.getExchangeMethod().getFullMethodName(), message);
    }

    /** What comes of bytes that no generated client would send. */
    private Status.Code statusOf(String method, byte[] message) throws Exception {
        ManagedChannel channel = server.channel();
        ClientCall<byte[], byte[]> call = channel.newCall(
                MethodDescriptor.<byte[], byte[]>newBuilder(new RawBytes(), new RawBytes())
                        .setFullMethodName(method)
                        .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                        .build(),
                CallOptions.DEFAULT);
        CompletableFuture<Status> ended = new CompletableFuture<>();
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.complete(status);
                    }
                },
                GrpcScenario.bearer(server.tokens.issue(UUID.randomUUID())));
        call.request(1);
        call.sendMessage(message);
        return ended.get(30, TimeUnit.SECONDS).getCode();
    }

    private static final class RawBytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
