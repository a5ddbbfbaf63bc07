package tsunagi.server.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.conflict.Settling;
import tsunagi.server.desk.Desk;
import tsunagi.server.device.Enrolment;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Renewal;
import tsunagi.server.device.ServerIdentity;
import tsunagi.server.device.ServerSecret;
import tsunagi.server.device.TestDevice;
import tsunagi.server.device.Tokens;
import tsunagi.server.duplicate.Merging;
import tsunagi.server.exchange.ExchangeLimits;
import tsunagi.server.exchange.Exchanges;
import tsunagi.server.exchange.TeamHeads;
import tsunagi.server.exchange.TestTablet;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.Intake;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.intake.Submission;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.SyncGrpc;

/** A server on a loopback port of its own with all that stands between the network and the exchange, and its tablets. */
final class GrpcScenario implements AutoCloseable {
    static final UUID TEAM = TestTablet.named("team");
    static final String NURSE = TestTablet.named("nurse").toString();
    static final String SUPERVISOR = TestTablet.named("supervisor").toString();
    static final ExchangeLimits LIMITS = ExchangeLimits.STANDARD;

    final Tokens tokens;
    final AtomicInteger messagesSent = new AtomicInteger();
    final AtomicInteger batchesInFlight = new AtomicInteger();
    final AtomicInteger mostBatchesInFlight = new AtomicInteger();

    private final Clock clock = Clock.systemUTC();
    private final ServerIdentity identity = new ServerIdentity(UUID.randomUUID(), new ServerSecret(new byte[32]));
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final List<ManagedChannel> channels = new ArrayList<>();
    private final Database database;
    private final FileErasureList erasures;
    private final GroupCommit groupCommit;
    private final SyncEndpoint sync;
    private final Server server;

    GrpcScenario(Path directory) throws IOException {
        database = Database.open("jdbc:sqlite:" + directory.resolve("server.db"));
        erasures = FileErasureList.open(directory.resolve("erasures"));
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        groupCommit = new GroupCommit(
                new TeamIntake(database, schemas, reader, erasures, clock), GroupCommit.Limits.STANDARD);
        Exchanges exchanges = new Exchanges(
                database,
                new CountingIntake(),
                identity.secret(),
                clock,
                UUID::randomUUID,
                LIMITS,
                "test",
                TeamHeads.Pace.AT_ONCE);
        tokens = new Tokens(identity.secret(), clock);
        sync = new SyncEndpoint(exchanges, pool, timer);
        Identification identification = new Identification(database, tokens, clock);
        EnrolmentEndpoint enrolment = new EnrolmentEndpoint(
                new Enrolment(database, identity, "test", clock), identification, new Renewal(database, clock));
        Desk desk = new Desk(
                database,
                submission ->
                        groupCommit.submit(submission).toCompletableFuture().join(),
                reader,
                clock,
                UUID::randomUUID);
        ReviewEndpoint review = new ReviewEndpoint(
                database,
                new ReviewEndpoint.Parts(
                        new Settling(database, desk, UUID::randomUUID),
                        new ParkedChanges(database, schemas, reader, erasures),
                        new Merging(database, desk)),
                clock,
                UUID::randomUUID);
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        LineLimits.applyTo(
                builder,
                LIMITS,
                pool,
                TransportSecurity.of(
                        "127.0.0.1", true, TlsCertificate.openOrMake(directory.resolve("tls"), new SecureRandom())));
        server = builder.addService(Guarded.service(sync.bindService(), tokens, identification))
                .addService(Guarded.service(enrolment.bindService(), tokens, identification))
                .addService(Guarded.service(review.bindService(), tokens, identification))
                .intercept(new CountingInterceptor())
                .build()
                .start();
        openTeam();
    }

    private void openTeam() {
        database.write(connection -> {
            new Teams().open(connection, TEAM, "酒蔵");
            new Members().put(connection, membership(NURSE, Role.ROLE_MEMBER));
            new Members().put(connection, membership(SUPERVISOR, Role.ROLE_SUPERVISOR));
            return null;
        });
    }

    private static Membership membership(String personId, Role role) {
        return new Membership(TEAM, personId, Optional.empty(), role, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    Database database() {
        return database;
    }

    /** Lets the plain tables follow up to now. */
    void followPlainTables() {
        PlainTables tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
        tables.prepare();
        tables.catchUp(TEAM);
    }

    /** What makes this server's tokens, by another clock. */
    Tokens tokensAt(Clock otherClock) {
        return new Tokens(identity.secret(), otherClock);
    }

    String code() {
        return database.write(connection -> new EnrolmentCodes(identity.secret())
                        .make(
                                connection,
                                new SecureRandom(),
                                List.of(TEAM),
                                Optional.empty(),
                                clock.millis(),
                                EnrolmentCodes.LIFETIME))
                .toString();
    }

    ManagedChannel channel() {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        channels.add(channel);
        return channel;
    }

    /** A tablet that was made known by a code, on a connection of its own. */
    GrpcTablet tablet() {
        TestDevice device = enrolled();
        ManagedChannel channel = channel();
        String token = EnrolmentGrpc.newBlockingStub(channel)
                .issueToken(device.tokenRequest(clock.millis()))
                .getIssued()
                .getToken();
        return new GrpcTablet(new TestTablet(device.id(), TEAM, NURSE, clock.millis()), stub(channel, token));
    }

    /** A device that was made known by a code. */
    TestDevice enrolled() {
        TestDevice device = new TestDevice();
        EnrolmentGrpc.newBlockingStub(channel()).enrol(device.enrolRequest(code()));
        return device;
    }

    static SyncGrpc.SyncStub stub(ManagedChannel channel, String token) {
        return SyncGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    static Metadata bearer(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return headers;
    }

    void closeIntake() {
        groupCommit.close();
    }

    void shutDown() {
        sync.shutDown();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        server.shutdownNow();
        timer.shutdownNow();
        groupCommit.close();
        pool.shutdownNow();
        erasures.close();
        database.close();
    }

    private final class CountingInterceptor implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            return next.startCall(
                    new SimpleForwardingServerCall<>(call) {
                        @Override
                        public void sendMessage(A message) {
                            messagesSent.incrementAndGet();
                            super.sendMessage(message);
                        }
                    },
                    headers);
        }
    }

    private final class CountingIntake implements Intake {
        @Override
        public CompletionStage<IntakeResult> submit(Submission submission) {
            mostBatchesInFlight.accumulateAndGet(batchesInFlight.incrementAndGet(), Math::max);
            return groupCommit.submit(submission).whenComplete((result, failure) -> batchesInFlight.decrementAndGet());
        }

        @Override
        public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
            return groupCommit.declareGone(teamId, originDeviceId, gone);
        }
    }
}
