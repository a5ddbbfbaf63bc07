package tsunagi.trials.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.sync.SyncResult;
import tsunagi.server.admin.ServerData;
import tsunagi.server.admin.Settings;
import tsunagi.trials.process.ServerProcess;

/** Kills a server over and over while tablets hand in to it, and sees whether it kept its word. */
final class CrashTrial {
    private static final int KILL_AFTER_MS_MAX = 1_500;
    private static final int LAST_SYNCS_MAX = 10;

    private final Path directory;
    private final Store store;
    private final Random random;
    private final List<BusyTablet> tablets = new ArrayList<>();
    private final Verification verification = new Verification(tablets);
    private final int port;

    /** A trial in this empty directory, on this store. */
    CrashTrial(Path directory, Store store, int tablets, long seed) throws IOException {
        this.directory = directory;
        this.store = store;
        this.random = new Random(seed);
        for (int i = 0; i < tablets; i++) {
            this.tablets.add(new BusyTablet(directory.resolve("tablet-" + i), seed + i));
        }
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Runs it; the last server has stopped when it returns. */
    CrashReport run(int kills) throws IOException, InterruptedException, SQLException {
        long startedAtNs = System.nanoTime();
        try {
            endWell(killed(kills, opened()));
            verification.lookAtTheEnd(store);
        } finally {
            tablets.forEach(BusyTablet::close);
        }
        return report(kills, (System.nanoTime() - startedAtNs) / 1e9);
    }

    private CrashReport report(int kills, double seconds) throws SQLException {
        long saved = 0;
        for (BusyTablet tablet : tablets) {
            saved += tablet.saved().size();
        }
        return new CrashReport(
                kills,
                saved,
                verification.acknowledged(),
                verification.lost(),
                verification.doubled(),
                seconds,
                verification.findings());
    }

    private ServerProcess opened() throws IOException {
        Settings settings = Settings.in(Files.createDirectories(data())).withDatabase(store.url());
        try (ServerData opened = ServerData.open(settings)) {
            Office.open(opened);
            ServerProcess server = start();
            tablets.forEach(tablet -> tablet.enrol(server.address(), Office.code(opened)));
            return server;
        }
    }

    private ServerProcess killed(int kills, ServerProcess first)
            throws IOException, InterruptedException, SQLException {
        ServerProcess server = first;
        ServerAddress address = first.address();
        Crew crew = new Crew(tablets);
        crew.start(tablet -> address);
        for (int i = 1; i <= kills; i++) {
            crew.awaitCompleted(tablets.size());
            Thread.sleep(random.nextInt(KILL_AFTER_MS_MAX));
            server.kill();
            verification.lookAtRuins(store, "after kill " + i);
            server = start();
        }
        crew.stop();
        return server;
    }

    private void endWell(ServerProcess last) {
        try (last) {
            // Twice, so that the first has what the others handed in after it.
            tablets.forEach(tablet -> syncToTheEnd(tablet, last.address()));
            tablets.forEach(tablet -> syncToTheEnd(tablet, last.address()));
        }
    }

    private void syncToTheEnd(BusyTablet tablet, ServerAddress server) {
        SyncResult result = tablet.sync(server);
        for (int i = 1; i < LAST_SYNCS_MAX && !(result instanceof SyncResult.UpToDate); i++) {
            result = tablet.sync(server);
        }
        if (!(result instanceof SyncResult.UpToDate)) {
            verification.findings().add("a tablet cannot sync any more: " + result);
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                Map.of(
                        "TSUNAGI_DATA", data().toString(),
                        "TSUNAGI_GRPC_ADDRESS", "127.0.0.1",
                        "TSUNAGI_GRPC_PORT", Integer.toString(port),
                        "TSUNAGI_DB_URL", store.url()),
                List.of("-XX:TieredStopAtLevel=1"),
                ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()));
    }

    private Path data() {
        return directory.resolve("server");
    }
}
