package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.device.ServerSecret;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.Intake;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.intake.Submission;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.storage.Work;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.OrdinalRange;
import tsunagi.sync.v1.Role;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/** A server with one team of one nurse, and tablets that exchange with it over lines without a network. */
final class ExchangeScenario implements AutoCloseable {
    static final UUID TEAM = TestTablet.named("team");
    static final String NURSE = TestTablet.named("nurse").toString();
    static final Instant NOW = Instant.parse("2026-07-26T05:00:00Z");
    static final int MAX_EXCHANGES = 4;
    static final PieceLimits PIECES = new PieceLimits(512, 256, 1024, 16 * 1024, 3, Duration.ofDays(7));
    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(64 * 1024, 20, ChangeLimits.STANDARD, 16 * 1024, 3, MAX_EXCHANGES, PIECES);

    private final TestStorage storage;
    private final RecordSchemas schemas = RecordSchemas.standard();
    private final ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
    private final List<Erasure> erasures = new ArrayList<>();
    private final Teams teams = new Teams();

    /** Batches that wait for {@link #judgeNext}; empty while they are judged at once. */
    private Optional<List<Runnable>> held = Optional.empty();

    private Optional<RuntimeException> intakeFailure = Optional.empty();
    private Database database;
    private Exchanges exchanges;
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    ExchangeScenario(TestStorage storage) {
        this.storage = storage;
        start("server");
        write(connection -> {
            teams.open(connection, TEAM, "酒蔵");
            new Members().putPerson(connection, NURSE, "保健師");
            new Members()
                    .put(
                            connection,
                            new Membership(
                                    TEAM,
                                    NURSE,
                                    Optional.empty(),
                                    Role.ROLE_MEMBER,
                                    0,
                                    OptionalLong.empty(),
                                    OptionalLong.empty()));
            return null;
        });
    }

    /** Starts the server on a database, such as an older copy. */
    void start(String name) {
        close();
        database = storage.open(name);
        actsAsAnotherProgram();
    }

    /** From now on exchanges know nothing of those that were there before. */
    void actsAsAnotherProgram() {
        TeamIntake teamIntake = new TeamIntake(database, schemas, reader, erasureList(), clock);
        exchanges = new Exchanges(
                database,
                new ScenarioIntake(teamIntake),
                new ServerSecret(new byte[32]),
                clock,
                UUID::randomUUID,
                LIMITS,
                "test",
                TeamHeads.Pace.AT_ONCE);
    }

    void copyTo(String name) {
        storage.copy("server", name);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }

    <T> T write(Work<T> work) {
        return database.write(work);
    }

    <T> T read(Work<T> work) {
        return database.read(work);
    }

    /** Time goes by; those who are there notice when they are started again. */
    void passes(Duration time) {
        clock = Clock.offset(clock, time);
        actsAsAnotherProgram();
    }

    void expirePieces() {
        exchanges.expirePieces();
    }

    void dismissRevoked() {
        exchanges.dismissRevoked();
    }

    HeadPoll headPoll() {
        return new HeadPoll(database, exchanges.heads());
    }

    ParkedChanges parkedChanges() {
        return new ParkedChanges(database, schemas, reader, erasureList());
    }

    long head() {
        return read(connection -> teams.find(connection, TEAM).orElseThrow().head());
    }

    long epochs() {
        return read(connection -> Sql.of(connection, "SELECT COUNT(*) AS n FROM epoch")
                .first(row -> row.number("n"))
                .get());
    }

    /** A tablet of the team. */
    TestTablet tablet(String name) {
        TestTablet tablet = new TestTablet(TestTablet.named(name), TEAM, NURSE, NOW.toEpochMilli());
        enrol(tablet.deviceId);
        return tablet;
    }

    void enrol(UUID deviceId) {
        write(connection -> {
            Sql.of(
                            connection,
                            "INSERT INTO device (device_id, name, public_key, enrolled_at_ms) VALUES (?, ?, ?, 0)",
                            deviceId,
                            "tablet",
                            ByteString.EMPTY)
                    .update();
            teams.grant(connection, TEAM, deviceId);
            return null;
        });
    }

    TestLine connect(TestTablet tablet) {
        TestLine line = new TestLine();
        line.exchange = exchanges.with(tablet.deviceId, line, Runnable::run);
        line.exchange.open();
        return line;
    }

    /** Connects and says Hello. */
    TestLine greet(TestTablet tablet) {
        TestLine line = connect(tablet);
        line.says(tablet.hello());
        return line;
    }

    /** One whole exchange, from Hello to UpToDate; all that the server said. */
    List<ServerMessage> sync(TestTablet tablet) {
        TestLine line = greet(tablet);
        List<ServerMessage> heard = new ArrayList<>(hear(line, tablet));
        for (TabletMessage message : tablet.push()) {
            line.says(message);
            heard.addAll(hear(line, tablet));
        }
        if (!tablet.isUpToDate()) {
            throw new AssertionError("not up to date after " + heard);
        }
        line.exchange.onHalfClose();
        return heard;
    }

    static List<ServerMessage> hear(TestLine line, TestTablet tablet) {
        List<ServerMessage> news = line.news();
        news.forEach(tablet::hears);
        return news;
    }

    void holdIntake() {
        held = Optional.of(new ArrayList<>());
    }

    void judgeNext() {
        held.orElseThrow().remove(0).run();
    }

    void failIntake(RuntimeException failure) {
        intakeFailure = Optional.of(failure);
    }

    private ErasureList erasureList() {
        return new ErasureList() {
            @Override
            public void append(List<Erasure> more) {
                erasures.addAll(more);
            }

            @Override
            public List<Erasure> all() {
                return List.copyOf(erasures);
            }
        };
    }

    /** The real intake, at once or when the test says so. */
    private final class ScenarioIntake implements Intake {
        private final TeamIntake intake;

        ScenarioIntake(TeamIntake intake) {
            this.intake = intake;
        }

        @Override
        public CompletionStage<IntakeResult> submit(Submission submission) {
            if (intakeFailure.isPresent()) {
                return CompletableFuture.failedFuture(intakeFailure.get());
            }
            CompletableFuture<IntakeResult> result = new CompletableFuture<>();
            Runnable judge =
                    () -> result.complete(intake.take(List.of(submission)).get(0));
            held.ifPresentOrElse(waiting -> waiting.add(judge), judge);
            return result;
        }

        @Override
        public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
            intake.declareGone(teamId, originDeviceId, gone);
            return CompletableFuture.completedFuture(null);
        }
    }
}
