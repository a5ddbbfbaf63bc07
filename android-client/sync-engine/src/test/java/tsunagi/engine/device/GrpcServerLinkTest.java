package tsunagi.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.named;
import static tsunagi.engine.tablet.TabletFixture.visit;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.ServerRecord;
import tsunagi.engine.sync.Enroller;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.TabletExchange;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletFixture;
import tsunagi.record.Ids;
import tsunagi.records.v1.Visit;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.EnrolRefusal;
import tsunagi.sync.v1.EnrolReply;
import tsunagi.sync.v1.EnrolRequest;
import tsunagi.sync.v1.Enrolled;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;
import tsunagi.sync.v1.RenewReply;
import tsunagi.sync.v1.RenewRequest;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.TokenRefusal;
import tsunagi.sync.v1.UpToDate;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

class GrpcServerLinkTest {
    private static final long SERVER_CLOCK_MS = 1_900_000_000_000L;

    @TempDir
    Path directory;

    private TabletFixture fixture;
    private Tablet tablet;
    private FileDeviceKeys keys;
    private Server server;
    private ManagedChannel channel;
    private TokenSource tokens;
    private final Door door = new Door();
    private final Gate gate = new Gate();
    private Optional<Status> failsWith = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        fixture = new TabletFixture(directory);
        tablet = fixture.open("a");
        keys = new FileDeviceKeys(directory);
        String name = InProcessServerBuilder.generateName();
        server = InProcessServerBuilder.forName(name)
                .addService(door)
                .addService(ServerInterceptors.intercept(new Taking(), gate))
                .build()
                .start();
        channel = InProcessChannelBuilder.forName(name).build();
        tokens = new TokenSource(channel, tablet.device(), keys, fixture.clock(), new SecureRandom());
    }

    @AfterEach
    void close() throws InterruptedException {
        channel.shutdownNow();
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        fixture.close();
    }

    private ExchangeEnd run() throws InterruptedException {
        return new GrpcServerLink(channel, tokens).run(line -> new TabletExchange(tablet, "test", line));
    }

    private Enrolment enrolment() {
        ServerAddress address = ServerAddress.parse("localhost:1");
        return new Enrolment(channel, address, tablet, keys, () -> named("another id"), "test");
    }

    @Test
    void run_whenTheServerTakesEverything_getsUpToDate() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            tablet.save(
                    tablet.edit(visit("v" + i))
                            .set(Visit.newBuilder().setNeeds("腰痛").build()),
                    NURSE);
        }

        assertThat(run()).isEqualTo(new ExchangeEnd.UpToDate());
        assertThat(tablet.status().tally().safe()).isEqualTo(100);
        assertThat(run()).isEqualTo(new ExchangeEnd.UpToDate());
        assertThat(door.tokensAsked).isEmpty();
    }

    @Test
    void run_withAProof_goesOnWithTheTokenItIsGivenForIt() throws InterruptedException {
        gate.given = Optional.of("given");

        run();
        run();

        assertThat(gate.proofs).hasSize(1);
        assertThat(gate.proofs.get(0).getDeviceId())
                .isEqualTo(Ids.toBytes(tablet.device().id()));
        assertThat(gate.bearers).containsExactly("Bearer given");
        assertThat(door.tokensAsked).isEmpty();
    }

    @Test
    void run_withAProofThatIsGivenNothing_signsAnotherEachTime() throws InterruptedException {
        run();
        run();

        assertThat(gate.proofs)
                .extracting(IssueTokenRequest::getNonce)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void run_whenTheServerTakesNoProof_asksForATokenAndGoesOnAtOnce() throws InterruptedException {
        gate.takesProofs = false;

        assertThat(run()).isEqualTo(new ExchangeEnd.UpToDate());
        assertThat(run()).isEqualTo(new ExchangeEnd.UpToDate());
        assertThat(door.tokensAsked).hasSize(1);
        assertThat(gate.bearers).containsExactly("Bearer token", "Bearer token");
    }

    @Test
    void run_whenTheStreamFails_saysWithWhat() throws InterruptedException {
        failsWith = Optional.of(Status.UNAVAILABLE.withDescription("the storage failed"));

        assertThat(run()).isInstanceOfSatisfying(ExchangeEnd.Broken.class, broken -> assertThat(broken.why())
                .contains("the storage failed"));
    }

    @Test
    void run_whenTheTokenIsNotTakenAnyMore_asksForAnother() throws InterruptedException {
        gate.takesProofs = false;
        failsWith = Optional.of(Status.UNAUTHENTICATED);
        assertThat(run()).isInstanceOf(ExchangeEnd.Broken.class);
        failsWith = Optional.empty();

        assertThat(run()).isEqualTo(new ExchangeEnd.UpToDate());
        assertThat(door.tokensAsked).hasSize(2);
    }

    @Test
    void run_whenNobodyListens_isBroken() throws InterruptedException {
        server.shutdownNow();

        assertThat(run()).isInstanceOf(ExchangeEnd.Broken.class);
    }

    @Test
    void run_whenTheDeviceIsNotLetIn_saysWhy() throws InterruptedException {
        gate.takesProofs = false;
        door.refusal = Optional.of(TokenRefusal.TOKEN_REFUSAL_DEVICE_REVOKED);
        assertThat(run()).isInstanceOfSatisfying(ExchangeEnd.NotLetIn.class, end -> assertThat(end.isRevoked())
                .isTrue());
        door.refusal = Optional.of(TokenRefusal.TOKEN_REFUSAL_DEVICE_UNKNOWN);
        assertThat(run()).isInstanceOfSatisfying(ExchangeEnd.NotLetIn.class, end -> assertThat(end.isRevoked())
                .isFalse());
    }

    @Test
    void token_whenTheTabletsClockIsOff_signsWithTheServersTime() {
        door.minSignedAtMs = SERVER_CLOCK_MS;

        assertThat(tokens.token()).isInstanceOf(TokenAnswer.Issued.class);
        assertThat(door.tokensAsked).hasSize(2);
        assertThat(door.tokensAsked.get(0).getNonce())
                .isNotEqualTo(door.tokensAsked.get(1).getNonce());
    }

    @Test
    void enrol_whenTheCodeIsGood_remembersTheServer() {
        EnrolResult result = enrolment().enrol("CODE", "保健所 1号");

        ServerRecord expected = new ServerRecord(named("server"), "町の保健所", "localhost:1", Optional.of(NURSE));
        assertThat(result).isEqualTo(new EnrolResult.Enrolled(expected));
        assertThat(fixture.open("a").device().server()).contains(expected);
        assertThat(door.enrolled.getPublicKey())
                .isEqualTo(keys.publicKey(tablet.device().id()));
    }

    @Test
    void enrol_whenTheIdIsTaken_goesOnUnderAnother() {
        tablet.save(
                tablet.create(TEAM, TabletFixture.VISIT)
                        .set(Visit.newBuilder().setNeeds("a").build()),
                NURSE);
        door.takenId = tablet.device().id();

        assertThat(enrolment().enrol("CODE", "1号")).isInstanceOf(EnrolResult.Enrolled.class);
        assertThat(tablet.device().id()).isEqualTo(named("another id"));
        assertThat(tablet.saved()).extracting(SavedChange::originDeviceId).containsExactly(named("another id"));
    }

    @Test
    void enrol_whenTheCodeIsWrongOrNobodyAnswers_saysSo() {
        assertThat(enrolment().enrol("WRONG", "1号"))
                .isEqualTo(new EnrolResult.Refused(EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN));
        server.shutdownNow();
        assertThat(enrolment().enrol("CODE", "1号")).isInstanceOf(EnrolResult.Unreachable.class);
        assertThat(tablet.device().server()).isEmpty();
    }

    @Test
    void renew_whenTheServerAgrees_sendsTheNewKey() {
        GrpcEnroller enroller = new GrpcEnroller(channel, tokens, keys);

        assertThat(enroller.renew(named("renewed"))).isEqualTo(Enroller.Answer.RENEWED);
        assertThat(door.renewed.getNewPublicKey()).isEqualTo(keys.publicKey(named("renewed")));
        assertThat(enroller.renew(named("unsuitable"))).isEqualTo(Enroller.Answer.UNSUITABLE);
        server.shutdownNow();
        assertThat(enroller.renew(named("renewed"))).isEqualTo(Enroller.Answer.NO_ANSWER);
    }

    /** Lets devices in, or not. */
    private static final class Door extends EnrolmentGrpc.EnrolmentImplBase {
        private final List<IssueTokenRequest> tokensAsked = new ArrayList<>();
        private Optional<TokenRefusal> refusal = Optional.empty();
        private long minSignedAtMs;
        private UUID takenId = named("taken");
        private EnrolRequest enrolled;
        private RenewRequest renewed;

        @Override
        public void enrol(EnrolRequest request, StreamObserver<EnrolReply> reply) {
            enrolled = request;
            EnrolReply.Builder answer = EnrolReply.newBuilder();
            if (!request.getCode().equals("CODE")) {
                answer.setRefused(EnrolRefusal.ENROL_REFUSAL_CODE_UNKNOWN);
            } else if (request.getDeviceId().equals(Ids.toBytes(takenId))) {
                answer.setRefused(EnrolRefusal.ENROL_REFUSAL_DEVICE_ID_UNSUITABLE);
            } else {
                answer.setEnrolled(Enrolled.newBuilder()
                        .setServerId(Ids.toBytes(named("server")))
                        .setServerName("町の保健所")
                        .setPersonId(NURSE));
            }
            answer(reply, answer.build());
        }

        @Override
        public void issueToken(IssueTokenRequest request, StreamObserver<IssueTokenReply> reply) {
            tokensAsked.add(request);
            IssueTokenReply.Builder answer = IssueTokenReply.newBuilder().setServerClockMs(SERVER_CLOCK_MS);
            if (request.getSignedAtMs() < minSignedAtMs) {
                answer.setRefused(TokenRefusal.TOKEN_REFUSAL_CLOCK_OFF);
            } else if (refusal.isPresent()) {
                answer.setRefused(refusal.get());
            } else {
                answer.setIssued(IssuedToken.newBuilder().setToken("token").setValidForMs(600_000));
            }
            answer(reply, answer.build());
        }

        @Override
        public void renew(RenewRequest request, StreamObserver<RenewReply> reply) {
            renewed = request;
            boolean isFit = request.getNewDeviceId().equals(Ids.toBytes(named("renewed")));
            answer(reply, RenewReply.newBuilder().setRenewed(isFit).build());
        }

        private static <T> void answer(StreamObserver<T> reply, T answer) {
            reply.onNext(answer);
            reply.onCompleted();
        }
    }

    /** Sees what streams say of whose they are. */
    private static final class Gate implements ServerInterceptor {
        private static final Metadata.Key<String> AUTHORIZATION =
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

        private final List<IssueTokenRequest> proofs = new ArrayList<>();
        private final List<String> bearers = new ArrayList<>();
        private boolean takesProofs = true;
        private Optional<String> given = Optional.empty();

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (headers.containsKey(AUTHORIZATION)) {
                bearers.add(headers.get(AUTHORIZATION));
                return next.startCall(call, headers);
            }
            proofs.add(headers.get(ProtoUtils.keyForProto(IssueTokenRequest.getDefaultInstance())));
            if (!takesProofs) {
                call.close(Status.UNAUTHENTICATED, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            Metadata answer = new Metadata();
            given.ifPresent(token -> answer.put(
                    ProtoUtils.keyForProto(IssuedToken.getDefaultInstance()),
                    IssuedToken.newBuilder()
                            .setToken(token)
                            .setValidForMs(600_000)
                            .build()));
            return MetadataUtils.newAttachMetadataServerInterceptor(answer).interceptCall(call, headers, next);
        }
    }

    /** Takes everything in. */
    private final class Taking extends SyncGrpc.SyncImplBase {
        @Override
        public StreamObserver<TabletMessage> exchange(StreamObserver<ServerMessage> answers) {
            return new StreamObserver<>() {
                @Override
                public void onNext(TabletMessage message) {
                    if (failsWith.isPresent()) {
                        answers.onError(failsWith.get().asRuntimeException());
                    } else if (message.hasHello()) {
                        answers.onNext(ServerMessage.newBuilder()
                                .setWelcome(Welcome.newBuilder()
                                        .setEpochId(ByteString.copyFromUtf8("0123456789abcdef"))
                                        .addTeams(TeamGrant.newBuilder().setTeamId(Ids.toBytes(TEAM)))
                                        .addAllLanes(message.getHello().getLanesList().stream()
                                                .map(claim -> tsunagi.sync.v1.LanePosition.newBuilder()
                                                        .setTeamId(claim.getTeamId())
                                                        .setOriginDeviceId(claim.getOriginDeviceId())
                                                        .setLastOrdinal(claim.getJudgedOrdinal())
                                                        .build())
                                                .collect(java.util.stream.Collectors.toList())))
                                .build());
                    } else if (message.hasChanges()) {
                        answers.onNext(ServerMessage.newBuilder()
                                .setVerdicts(verdicts(message.getChanges()))
                                .build());
                    } else if (message.hasPushedAll()) {
                        answers.onNext(ServerMessage.newBuilder()
                                .setUpToDate(UpToDate.getDefaultInstance())
                                .build());
                    }
                }

                @Override
                public void onError(Throwable broken) {
                    // The tablet has hung up.
                }

                @Override
                public void onCompleted() {
                    answers.onCompleted();
                }
            };
        }

        private VerdictBatch verdicts(ChangeBatch batch) {
            VerdictBatch.Builder verdicts =
                    VerdictBatch.newBuilder().setTeamId(batch.getTeamId()).setOriginDeviceId(batch.getOriginDeviceId());
            for (int i = 0; i < batch.getChangesCount(); i++) {
                long ordinal = batch.getFirstOrdinal() + i;
                verdicts.addVerdicts(Verdict.newBuilder()
                        .setOrdinal(ordinal)
                        .setAccepted(Accepted.newBuilder().setRevision(ordinal)));
            }
            return verdicts.build();
        }
    }
}
