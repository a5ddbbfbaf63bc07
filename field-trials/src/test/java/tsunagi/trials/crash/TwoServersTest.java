package tsunagi.trials.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.sync.SyncResult;
import tsunagi.server.admin.ServerData;
import tsunagi.server.admin.Settings;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.trials.process.ServerProcess;

/** Two real servers on one PostgreSQL, with tablets that go from one to the other. */
@Timeout(300)
class TwoServersTest {
    private static final int TABLETS = 4;
    private static final int ROUNDS = 8;

    @TempDir
    Path directory;

    private final List<BusyTablet> tablets = new ArrayList<>();
    private PostgresStore store;
    private ServerProcess one;
    private ServerProcess other;

    @BeforeEach
    void start() throws Exception {
        store = new PostgresStore();
        Settings settings = Settings.in(Files.createDirectories(data())).withDatabase(store.url());
        try (ServerData opened = ServerData.open(settings)) {
            Office.open(opened);
            one = server("one");
            other = server("other");
            for (int i = 0; i < TABLETS; i++) {
                BusyTablet tablet = new BusyTablet(directory.resolve("tablet-" + i), i);
                tablets.add(tablet);
                tablet.enrol(one.address(), Office.code(opened));
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        tablets.forEach(BusyTablet::close);
        one.close();
        other.close();
        store.close();
    }

    @Test
    void servers_whenOneFreezesInMidTransaction_loseAndDoubleNothing() throws Exception {
        AtomicReference<Boolean> isOneFrozen = new AtomicReference<>(false);
        Crew crew = new Crew(tablets);
        crew.start(tablet -> isOneFrozen.get() || (tablets.indexOf(tablet) + tablet.completed()) % 2 == 0
                ? other.address()
                : one.address());
        crew.awaitCompleted(ROUNDS);

        freezeInMidTransaction(one);
        isOneFrozen.set(true);
        // What a tablet does whose user does not want to wait until it finds out by itself that the line is dead.
        tablets.forEach(BusyTablet::hangUp);
        crew.awaitCompleted(TABLETS * ROUNDS);
        one.thaw();
        isOneFrozen.set(false);
        crew.awaitCompleted(ROUNDS);
        crew.stop();

        Verification verification = new Verification(tablets);
        verification.lookAtRuins(store, "while both servers run");
        for (ServerAddress server : List.of(one.address(), other.address())) {
            tablets.forEach(BusyTablet::hangUp);
            tablets.forEach(tablet -> assertThat(tablet.sync(server)).isInstanceOf(SyncResult.UpToDate.class));
        }
        one.close();
        other.close();
        verification.lookAtTheEnd(store);
        assertThat(verification.findings()).isEmpty();
    }

    /** Freezes a server that holds a team's row just now. */
    private void freezeInMidTransaction(ServerProcess server) throws Exception {
        try (Database database = store.look()) {
            for (server.freeze(); !holdsATeam(database); server.freeze()) {
                server.thaw();
                Thread.sleep(3);
            }
        }
    }

    /** True when a session of the first server has changed a team and not ended its transaction. */
    private static boolean holdsATeam(Database database) {
        return database.read(
                connection -> Sql.of(connection, """
                        SELECT 1 FROM pg_locks
                        JOIN pg_stat_activity ON pg_stat_activity.pid = pg_locks.pid
                        WHERE pg_stat_activity.application_name = 'one' AND pg_locks.mode = 'RowExclusiveLock'
                            AND pg_locks.relation = 'team'::regclass
                        """).first(row -> true).isPresent());
    }

    private ServerProcess server(String name) throws IOException {
        return ServerProcess.start(
                Map.of(
                        "TSUNAGI_DATA",
                        data().toString(),
                        "TSUNAGI_GRPC_ADDRESS",
                        "127.0.0.1",
                        "TSUNAGI_GRPC_PORT",
                        "0",
                        "TSUNAGI_DB_URL",
                        store.url() + "&ApplicationName=" + name),
                List.of("-XX:TieredStopAtLevel=1"),
                ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".log").toFile()));
    }

    private Path data() {
        return directory.resolve("server");
    }
}
