package tsunagi.trials.bench;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.clock.TabletClock;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.trials.bench.LoadExchange.Pushed;
import tsunagi.trials.load.VisitRecords;
import tsunagi.trials.process.ServerProcess;

/** Measures how many changes a second a server takes in from tablets that push at once. */
final class PushBench {
    private static final long RUN_TIMEOUT_S = 300;
    private static final long LOOK_INTERVAL_MS = 10;

    private final Settings settings;
    private final Path directory;
    private final PrintWriter out;
    private final Supplier<UUID> ids = Generators.timeBasedEpochGenerator()::generate;
    private final TabletClock clock = new DeskClock();
    private int visitsMade;

    /** What is measured: {@code records} changes a run, all tablets together. */
    record Settings(
            int tablets,
            int teams,
            int batch,
            int records,
            int batchesInFlight,
            int warmUps,
            int runs,
            long seed,
            List<String> serverOptions) {
        int recordsPerTablet() {
            return records / tablets;
        }

        int pushed() {
            return recordsPerTablet() * tablets;
        }
    }

    /** What one run came to. */
    private record Run(
            int accepted,
            double changesPerSecond,
            double settledPerSecond,
            double baselineRowsPerSecond,
            double cpuMsPerChange,
            double p50Ms,
            double p99Ms) {}

    PushBench(Settings settings, Path directory, PrintWriter out) {
        this.settings = settings;
        this.directory = directory;
        this.out = out;
    }

    JsonLine run() throws Exception {
        out.printf(
                Locale.ROOT,
                "%d tablets of %d teams, each on a TLS connection of its own, push %d new visits a run in batches of %d,"
                        + " up to %d of them ahead of their verdicts.%nThe server is a process of its own, its SQLite at"
                        + " synchronous=FULL; a change counts when its verdict is back, and as settled when the plain"
                        + " tables hold it.%nThe baseline is one thread that writes the same bytes into one SQLite table,"
                        + " FULL, a transaction for each batch, before each run. %d runs to warm up, then the median of"
                        + " %d.%n",
                settings.tablets(),
                settings.teams(),
                settings.pushed(),
                settings.batch(),
                settings.batchesInFlight(),
                settings.warmUps(),
                settings.runs());
        Path data = Files.createDirectories(directory.resolve("server"));
        try (ServerFiles files = ServerFiles.open(data);
                ServerProcess server = ServerProcess.start(data, settings.serverOptions())) {
            return measure(files, server);
        }
    }

    private JsonLine measure(ServerFiles files, ServerProcess server) throws Exception {
        List<LoadTablet> tablets = enrol(files, server);
        List<LoadExchange> exchanges = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        try {
            for (LoadTablet tablet : tablets) {
                exchanges.add(tablet.exchange().get(RUN_TIMEOUT_S, TimeUnit.SECONDS));
            }
            for (int i = 1; i <= settings.warmUps() + settings.runs(); i++) {
                Run run = run(files, server, tablets, exchanges);
                boolean counts = i > settings.warmUps();
                out.printf(
                        Locale.ROOT,
                        "%s: %.0f changes/s, %.0f/s until settled, bare writer %.0f rows/s, server %.3f ms CPU a change,"
                                + " p50 %.1f ms, p99 %.1f ms%n",
                        counts ? "run " + (i - settings.warmUps()) : "warm-up " + i,
                        run.changesPerSecond(),
                        run.settledPerSecond(),
                        run.baselineRowsPerSecond(),
                        run.cpuMsPerChange(),
                        run.p50Ms(),
                        run.p99Ms());
                if (counts) {
                    runs.add(run);
                }
            }
            for (LoadExchange exchange : exchanges) {
                exchange.close().get(RUN_TIMEOUT_S, TimeUnit.SECONDS);
            }
        } finally {
            tablets.forEach(LoadTablet::close);
        }
        return report(runs, files, server);
    }

    private JsonLine report(List<Run> runs, ServerFiles files, ServerProcess server) throws IOException {
        double changesPerSecond = median(runs, Run::changesPerSecond);
        double baseline = median(runs, Run::baselineRowsPerSecond);
        return new JsonLine()
                .with("bench", "push")
                .with("tablets", settings.tablets())
                .with("teams", settings.teams())
                .with("batch", settings.batch())
                .with("records", settings.pushed())
                .with("runs", settings.runs())
                .with("accepted", runs.stream().mapToInt(Run::accepted).sum())
                .with("logged", files.logged())
                .with("plain_rows", files.plainVisits())
                .with("changes_per_s", changesPerSecond)
                .with("baseline_rows_per_s", baseline)
                .with("ratio", changesPerSecond / baseline)
                .with("settled_per_s", median(runs, Run::settledPerSecond))
                .with("p50_ms", median(runs, Run::p50Ms))
                .with("p99_ms", median(runs, Run::p99Ms))
                .with("server_cpu_ms_per_change", median(runs, Run::cpuMsPerChange))
                .with(
                        "peak_rss_mib",
                        new ProcessFigures(server.handle()).peakRssMib().orElse(-1));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Medians.of(runs.stream().map(figure::applyAsDouble).toList());
    }

    private List<LoadTablet> enrol(ServerFiles files, ServerProcess server) throws IOException {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        List<LoadTeam> teams = new ArrayList<>();
        for (int i = 0; i < settings.teams(); i++) {
            teams.add(files.team(i));
        }
        List<LoadTablet> tablets = new ArrayList<>();
        for (int i = 0; i < settings.tablets(); i++) {
            LoadTeam team = teams.get(i % teams.size());
            tablets.add(LoadTablet.enrol(server.address(), team, ids.get(), files.code(team.id()), keys, clock));
        }
        return tablets;
    }

    private Run run(ServerFiles files, ServerProcess server, List<LoadTablet> tablets, List<LoadExchange> exchanges)
            throws Exception {
        List<List<TabletMessage>> work = tablets.stream().map(this::batches).toList();
        double baseline = baseline(work);
        Duration cpuBefore = new ProcessFigures(server.handle()).cpu();
        long startNs = System.nanoTime();
        List<Pushed> pushed = pushAll(exchanges, work);
        double seconds = secondsSince(startNs);
        double settledSeconds = settledSeconds(files, startNs);
        Duration cpu = new ProcessFigures(server.handle()).cpu().minus(cpuBefore);
        List<Long> latenciesNs =
                pushed.stream().flatMap(one -> one.latenciesNs().stream()).toList();
        return new Run(
                pushed.stream().mapToInt(Pushed::accepted).sum(),
                settings.pushed() / seconds,
                settings.pushed() / settledSeconds,
                baseline,
                cpu.toNanos() / 1e6 / settings.pushed(),
                Medians.percentileMs(latenciesNs, 0.5),
                Medians.percentileMs(latenciesNs, 0.99));
    }

    private List<Pushed> pushAll(List<LoadExchange> exchanges, List<List<TabletMessage>> work) throws Exception {
        List<CompletableFuture<Pushed>> underWay = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            underWay.add(exchanges.get(i).push(work.get(i), settings.batchesInFlight()));
        }
        List<Pushed> pushed = new ArrayList<>();
        for (CompletableFuture<Pushed> one : underWay) {
            pushed.add(one.get(RUN_TIMEOUT_S, TimeUnit.SECONDS));
        }
        return pushed;
    }

    private static double settledSeconds(ServerFiles files, long startNs)
            throws InterruptedException, TimeoutException {
        while (files.behind() > 0) {
            if (secondsSince(startNs) > RUN_TIMEOUT_S) {
                throw new TimeoutException("the plain tables do not catch up");
            }
            Thread.sleep(LOOK_INTERVAL_MS);
        }
        return secondsSince(startNs);
    }

    private double baseline(List<List<TabletMessage>> work) throws SQLException, IOException {
        Path file = directory.resolve("baseline.db");
        double rows = BareWriter.rowsPerSecond(
                file, work.stream().flatMap(List::stream).toList());
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(directory.resolve("baseline.db" + suffix));
        }
        return rows;
    }

    private List<TabletMessage> batches(LoadTablet tablet) {
        LoadChanges changes = new LoadChanges(new VisitRecords(settings.seed()), ids, clock);
        int first = visitsMade;
        visitsMade += settings.recordsPerTablet();
        return tablet.batches(changes, first, settings.recordsPerTablet(), settings.batch());
    }

    private static double secondsSince(long startNs) {
        return (System.nanoTime() - startNs) / 1e9;
    }
}
