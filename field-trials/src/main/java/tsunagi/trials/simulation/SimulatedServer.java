package tsunagi.trials.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordSchemas;
import tsunagi.server.exchange.Exchange;
import tsunagi.server.exchange.ExchangeLimits;
import tsunagi.server.exchange.Exchanges;
import tsunagi.server.exchange.Outlet;
import tsunagi.server.exchange.PieceLimits;
import tsunagi.server.exchange.TeamHeads;
import tsunagi.server.intake.Intake;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.intake.Submission;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.storage.Database;
import tsunagi.sync.v1.OrdinalRange;

/** One server process of a run, with the real intake and the real exchange over a real database file. */
final class SimulatedServer implements AutoCloseable {
    private static final PieceLimits PIECES = new PieceLimits(128, 128, 600, 8 * 1024, 3, Duration.ofHours(2));

    /** Small pages and batches, so that few records make many messages. */
    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(64 * 1024, 8, ChangeLimits.STANDARD, 16 * 1024, 5, 100, PIECES);

    private final Database database;
    private final TeamIntake teamIntake;
    private final ParkedChanges parkedChanges;
    private final Exchanges exchanges;

    SimulatedServer(World world) {
        this.database = Database.connect(world.databaseUrl(), null, null);
        RecordSchemas schemas = RecordSchemas.standard();
        ChangeReader reader = new ChangeReader(schemas, ChangeLimits.STANDARD);
        this.teamIntake = new TeamIntake(database, schemas, reader, world.erasures(), world.time());
        this.parkedChanges = new ParkedChanges(database, schemas, reader, world.erasures());
        teamIntake.applyErasures();
        Intake intake = world.tamper(new AtOnce(teamIntake), database);
        this.exchanges = new Exchanges(
                database,
                intake,
                world.secret(),
                world.time(),
                world::newId,
                LIMITS,
                "simulated",
                TeamHeads.Pace.AT_ONCE);
    }

    Exchange exchange(UUID deviceId, Outlet outlet, Executor turns) {
        return exchanges.with(deviceId, outlet, turns);
    }

    Database database() {
        return database;
    }

    ParkedChanges parkedChanges() {
        return parkedChanges;
    }

    /** Dies or stops: what was committed is on disk either way, and everything else is gone. */
    @Override
    public void close() {
        database.close();
    }

    /** Takes in each submission the moment it comes. */
    private record AtOnce(TeamIntake intake) implements Intake {
        @Override
        public CompletionStage<IntakeResult> submit(Submission submission) {
            return CompletableFuture.completedFuture(
                    intake.take(List.of(submission)).get(0));
        }

        @Override
        public CompletionStage<Void> declareGone(UUID teamId, UUID originDeviceId, List<OrdinalRange> gone) {
            intake.declareGone(teamId, originDeviceId, new ArrayList<>(gone));
            return CompletableFuture.completedFuture(null);
        }
    }
}
