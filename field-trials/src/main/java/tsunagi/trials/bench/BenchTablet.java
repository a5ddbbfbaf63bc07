package tsunagi.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.FileDeviceKeys;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.sync.SyncResult;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;

/** A whole tablet, with its files on a real disk. */
final class BenchTablet implements AutoCloseable {
    private static final long LOOK_INTERVAL_NS = 2_000_000;

    private final Path directory;
    private final TabletSettings settings;
    private final Tablet tablet;

    private BenchTablet(Path directory, TabletSettings settings) {
        this.directory = directory;
        this.settings = settings;
        this.tablet = Tablet.open(directory, settings);
    }

    static BenchTablet in(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new BenchTablet(directory, TabletSettings.standard(new DeskClock()));
    }

    Tablet tablet() {
        return tablet;
    }

    BenchTablet enrol(ServerAddress server, String code) {
        try (ServerConnection connection = connect(server)) {
            EnrolResult result = connection.enrolment().enrol(code, "bench");
            if (!(result instanceof EnrolResult.Enrolled)) {
                throw new IllegalStateException("not enrolled: " + result);
            }
        }
        return this;
    }

    /** Synchronizes over a new connection, and says how many seconds that took from dialling to the end. */
    double sync(ServerAddress server) {
        long startNs = System.nanoTime();
        try (ServerConnection connection = connect(server)) {
            SyncResult result =
                    connection.synchronizer(directory.resolve("sync.lock")).synchronize();
            if (!(result instanceof SyncResult.UpToDate)) {
                throw new IllegalStateException("not up to date: " + result);
            }
        }
        return (System.nanoTime() - startNs) / 1e9;
    }

    /** The same, timed from dialling until nothing that was saved waits for the server's word any more. */
    double secondsUntilAcknowledged(ServerAddress server) {
        long startNs = System.nanoTime();
        CompletableFuture<Double> whole = CompletableFuture.supplyAsync(() -> sync(server));
        while (!whole.isDone() && tablet.outbox().tally().waiting() > 0) {
            LockSupport.parkNanos(LOOK_INTERVAL_NS);
        }
        double seconds = (System.nanoTime() - startNs) / 1e9;
        whole.join();
        return seconds;
    }

    /** How many records its replica holds, counted on disk. */
    long held() throws SQLException {
        try (Connection replica = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("replica.db"));
                Statement statement = replica.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM record")) {
            return count.next() ? count.getLong(1) : 0;
        }
    }

    private ServerConnection connect(ServerAddress server) {
        return new ServerConnection(server, tablet, new FileDeviceKeys(directory), settings.ids(), "bench");
    }

    @Override
    public void close() {
        tablet.close();
    }
}
