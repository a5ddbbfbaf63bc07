package tsunagi.trials.bench;

import com.fasterxml.uuid.Generators;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.device.ServerAddress;
import tsunagi.trials.load.VisitRecords;
import tsunagi.trials.process.ScratchDirectory;
import tsunagi.trials.process.ServerProcess;

/** {@code tsunagi bench first-sync}. */
@Command(
        name = "first-sync",
        description = "How long a new tablet takes to fetch all its team has, from dialling until it is on its disk.",
        mixinStandardHelpOptions = true)
final class FirstSyncCommand implements Callable<Integer> {
    private static final int BATCH = 500;
    private static final int BATCHES_IN_FLIGHT = 2;
    private static final long TIMEOUT_S = 600;

    @Option(names = "--records", description = "Records the team has (default: ${DEFAULT-VALUE}).")
    private int records = 10_000;

    @Option(names = "--runs", description = "New tablets that count (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Option(names = "--seed", description = "Of the visits (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--heap-mib", description = "Heap of the tablet's process (default: ${DEFAULT-VALUE}).")
    private int heapMib = 64;

    @Spec
    private CommandSpec spec;

    /** One tablet's first sync. */
    private record FirstSync(long held, double seconds, long peakMib) {
        static FirstSync parse(String line) {
            String[] words = line.split(" ", -1);
            return new FirstSync(Long.parseLong(words[1]), Double.parseDouble(words[2]), Long.parseLong(words[3]));
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "A team has %d visits. Tablets that hold nothing fetch them over TLS, the first one in a process that just"
                        + " started, then, in the same process%n(heap %d MiB, serial collector), %d more: their median."
                        + " Timed from dialling until the replica's file says it holds everything; bytes are%ncounted by a"
                        + " relay between, TLS and all.%n",
                records,
                heapMib,
                runs);
        Path directory = ScratchDirectory.make("bench");
        Path data = Files.createDirectories(directory.resolve("server"));
        try (ServerFiles files = ServerFiles.open(data);
                ServerProcess server = ServerProcess.start(data, List.of())) {
            LoadTeam team = files.team(0);
            fill(files, server, team, Files.createDirectories(directory.resolve("keys")));
            out.println(measure(files, server, team, directory));
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }

    private void fill(ServerFiles files, ServerProcess server, LoadTeam team, Path keys) throws Exception {
        var ids = Generators.timeBasedEpochGenerator();
        DeskClock clock = new DeskClock();
        LoadChanges changes = new LoadChanges(new VisitRecords(seed), ids::generate, clock);
        try (LoadTablet tablet =
                LoadTablet.enrol(server.address(), team, ids.generate(), files.code(team.id()), keys, clock)) {
            LoadExchange exchange = tablet.exchange().get(TIMEOUT_S, TimeUnit.SECONDS);
            for (int made = 0; made < records; made += BATCH * BATCHES_IN_FLIGHT) {
                int size = Math.min(BATCH * BATCHES_IN_FLIGHT, records - made);
                exchange.push(tablet.batches(changes, made, size, BATCH), BATCHES_IN_FLIGHT)
                        .get(TIMEOUT_S, TimeUnit.SECONDS);
            }
            exchange.close().get(TIMEOUT_S, TimeUnit.SECONDS);
        }
        while (files.behind() > 0) {
            TimeUnit.MILLISECONDS.sleep(BATCH);
        }
    }

    private JsonLine measure(ServerFiles files, ServerProcess server, LoadTeam team, Path directory)
            throws IOException {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            codes.add(files.code(team.id()));
        }
        try (CountingRelay relay = CountingRelay.before(server.address(), Duration.ZERO)) {
            List<FirstSync> syncs = inOwnProcess(relay.address(), directory, codes);
            List<FirstSync> warm = syncs.subList(1, syncs.size());
            double seconds = Medians.of(warm.stream().map(FirstSync::seconds).toList());
            return new JsonLine()
                    .with("bench", "first-sync")
                    .with("records", records)
                    .with("runs", runs)
                    .with("held", warm.stream().mapToLong(FirstSync::held).min().orElse(0))
                    .with("seconds", seconds)
                    .with("records_per_s", records / seconds)
                    .with("first_in_process_seconds", syncs.get(0).seconds())
                    .with("bytes_down", relay.bytesDown() / syncs.size())
                    .with("bytes_down_per_record", (double) relay.bytesDown() / syncs.size() / records)
                    .with("tablet_heap_mib", heapMib)
                    .with("tablet_peak_rss_mib", syncs.get(syncs.size() - 1).peakMib())
                    .with(
                            "server_peak_rss_mib",
                            new ProcessFigures(server.handle()).peakRssMib().orElse(-1));
        }
    }

    private List<FirstSync> inOwnProcess(ServerAddress server, Path directory, List<String> codes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FirstSyncTablet.class.getName(),
                server.toText(),
                directory.toString()));
        command.addAll(codes);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<FirstSync> syncs = out.lines()
                    .filter(line -> line.startsWith("synced "))
                    .map(FirstSync::parse)
                    .toList();
            if (syncs.size() < codes.size()) {
                throw new IOException("the tablet's process ended early");
            }
            return syncs;
        } finally {
            process.destroyForcibly();
        }
    }
}
