package tsunagi.trials.endtoend;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.engine.device.ServerAddress;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.device.Enrolment;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Renewal;
import tsunagi.server.device.ServerIdentity;
import tsunagi.server.device.Tokens;
import tsunagi.server.exchange.ExchangeLimits;
import tsunagi.server.exchange.Exchanges;
import tsunagi.server.exchange.TeamHeads;
import tsunagi.server.grpc.EnrolmentEndpoint;
import tsunagi.server.grpc.Guarded;
import tsunagi.server.grpc.LineLimits;
import tsunagi.server.grpc.SyncEndpoint;
import tsunagi.server.grpc.TlsCertificate;
import tsunagi.server.grpc.TransportSecurity;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.GroupCommit;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.Role;

/** A whole server of one team on this machine, with TLS, put together by hand. */
final class LoopbackServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Path directory;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final ServerIdentity identity;
    private final TlsCertificate certificate;
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FileErasureList erasures;
    private Database database;
    private GroupCommit groupCommit;
    private SyncEndpoint syncEndpoint;
    private Server server;

    LoopbackServer(Path directory) throws IOException {
        this.directory = directory;
        this.identity = ServerIdentity.openOrMake(directory, random);
        this.certificate = TlsCertificate.openOrMake(directory, random);
        this.erasures = FileErasureList.open(directory.resolve("erasures"));
        start("server.db", 0);
    }

    private void start(String file, int port) throws IOException {
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        database = Database.open("jdbc:sqlite:" + directory.resolve(file));
        TeamIntake intake = new TeamIntake(database, schemas, reader, erasures, clock);
        intake.applyErasures();
        groupCommit = new GroupCommit(intake, GroupCommit.Limits.STANDARD);
        Exchanges exchanges = new Exchanges(
                database,
                groupCommit,
                identity.secret(),
                clock,
                UUID::randomUUID,
                ExchangeLimits.STANDARD,
                "loopback",
                TeamHeads.Pace.AT_ONCE);
        syncEndpoint = new SyncEndpoint(exchanges, pool, timer);
        Tokens tokens = new Tokens(identity.secret(), clock);
        Identification identification = new Identification(database, tokens, clock);
        EnrolmentEndpoint enrolment = new EnrolmentEndpoint(
                new Enrolment(database, identity, "町の保健所", clock), identification, new Renewal(database, clock));
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress("localhost", port));
        LineLimits.applyTo(
                builder, ExchangeLimits.STANDARD, pool, TransportSecurity.of("localhost", false, certificate));
        server = builder.addService(Guarded.service(enrolment.bindService(), tokens, identification))
                .addService(Guarded.service(syncEndpoint.bindService(), tokens, identification))
                .build()
                .start();
    }

    ServerAddress address() {
        return new ServerAddress("localhost", server.getPort(), Optional.of(certificate.fingerprint()));
    }

    void openTeam(UUID teamId, String personId) {
        database.write(connection -> {
            new Teams().open(connection, teamId, "酒蔵");
            new Members().putPerson(connection, personId, "保健師");
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    teamId,
                                    personId,
                                    Optional.empty(),
                                    Role.ROLE_SUPERVISOR,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
    }

    String enrolmentCode(UUID teamId) {
        return database.write(connection -> new EnrolmentCodes(identity.secret())
                .make(
                        connection,
                        random,
                        Collections.singleton(teamId),
                        Optional.empty(),
                        clock.millis(),
                        EnrolmentCodes.LIFETIME)
                .toString());
    }

    /** Every record of a team, as tablets are to hold it. */
    Map<RecordKey, RecordState> records(UUID teamId) {
        return database.read(connection -> new tsunagi.server.storage.RecordRows()
                        .movedBetween(connection, teamId, 0, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .records()
                        .stream()
                        .collect(Collectors.toMap(record -> record.key(), record -> record.toProto())));
    }

    /** A copy of the database as it is now. */
    void backUpTo(String file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("server.db"));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + directory.resolve(file) + "'");
        }
    }

    /** Stops, and starts again on this file, at the same address. */
    void restartOn(String file) throws IOException {
        int port = server.getPort();
        stop();
        start(file, port);
    }

    private void stop() {
        syncEndpoint.shutDown();
        server.shutdown();
        try {
            server.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.shutdownNow();
        groupCommit.close();
        database.close();
    }

    @Override
    public void close() {
        stop();
        erasures.close();
        pool.shutdownNow();
        timer.shutdownNow();
    }
}
