package tsunagi.trials.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.Ids;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StateBatch;
import tsunagi.trials.load.VisitRecords;
import tsunagi.trials.process.ScratchDirectory;
import tsunagi.trials.process.ServerProcess;

/** {@code tsunagi bench wire}. */
@Command(
        name = "wire",
        description = "How many bytes and round trips it costs to hand new records in.",
        mixinStandardHelpOptions = true)
final class WireCommand implements Callable<Integer> {
    private static final Duration ROUND_TRIP = Duration.ofMillis(400);

    @Option(names = "--records", description = "New records to hand in (default: ${DEFAULT-VALUE}).")
    private int records = 100;

    @Option(names = "--runs", description = "Pairs of runs that count (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Option(names = "--seed", description = "Of the visits (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    private int visitsMade;
    private int tabletsMade;

    /** What handing in one tablet's records cost. */
    private record HandingIn(double seconds, long bytesUp, long bytesDown, long gzipBytes) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "A whole tablet that is enrolled and up to date saves %d new visits, then synchronizes over a new TLS"
                        + " connection through a relay that counts%nevery byte TCP carries, the handshake, the token and"
                        + " all headers among them. Compared with gzip -9 of the same records (ids%nand contents) as one"
                        + " protobuf file. Round trips: how much longer the last acknowledgement"
                        + " takes when%nthe relay adds %d ms to each, the one by which TCP connects not counted. One pair"
                        + " of runs to warm up, then the median of %d.%n",
                records,
                ROUND_TRIP.toMillis(),
                runs);
        Path directory = ScratchDirectory.make("bench");
        Path data = Files.createDirectories(directory.resolve("server"));
        try (ServerFiles files = ServerFiles.open(data);
                ServerProcess server = ServerProcess.start(data, List.of())) {
            out.println(measure(files, server, directory));
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }

    private JsonLine measure(ServerFiles files, ServerProcess server, Path directory) throws IOException {
        List<Double> up = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        List<Double> gzip = new ArrayList<>();
        List<Double> trips = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            HandingIn near = handIn(files, server, directory, Duration.ZERO);
            HandingIn far = handIn(files, server, directory, ROUND_TRIP);
            if (i > 0) {
                up.add((double) near.bytesUp() / records);
                down.add((double) near.bytesDown() / records);
                gzip.add((double) near.gzipBytes() / records);
                trips.add((far.seconds() - near.seconds()) * 1000 / ROUND_TRIP.toMillis());
            }
        }
        return new JsonLine()
                .with("bench", "wire")
                .with("records", records)
                .with("runs", runs)
                .with("logged", files.logged())
                .with("bytes_up_per_record", Medians.of(up))
                .with("bytes_down_per_record", Medians.of(down))
                .with("gzip_bytes_per_record", Medians.of(gzip))
                .with("ratio", Medians.of(up) / Medians.of(gzip))
                .with("round_trips", Medians.of(trips));
    }

    private HandingIn handIn(ServerFiles files, ServerProcess server, Path directory, Duration roundTrip)
            throws IOException {
        LoadTeam team = files.team(tabletsMade);
        Path place = directory.resolve("tablet-" + tabletsMade++);
        try (BenchTablet bench = BenchTablet.in(place).enrol(server.address(), files.code(team.id()));
                CountingRelay relay = CountingRelay.before(server.address(), roundTrip)) {
            bench.sync(server.address());
            long gzipBytes = save(bench.tablet(), team);
            double seconds = bench.secondsUntilAcknowledged(relay.address());
            return new HandingIn(seconds, relay.bytesUp(), relay.bytesDown(), gzipBytes);
        }
    }

    /** Saves the records, and says how large they are as one compressed file. */
    private long save(Tablet tablet, LoadTeam team) throws IOException {
        VisitRecords visits = new VisitRecords(seed);
        StateBatch.Builder file = StateBatch.newBuilder();
        for (int i = 0; i < records; i++) {
            var visit = visits.visit(visitsMade++);
            var draft = tablet.create(team.id(), visit);
            tablet.save(draft, team.personId());
            file.addStates(RecordState.newBuilder()
                    .setRecordId(Ids.toBytes(draft.key().id()))
                    .setRecord(LiveRecord.newBuilder().setBody(visit.toByteString())));
        }
        return gzipBytes(file.build().toByteArray());
    }

    private static long gzipBytes(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new Gzip(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }

    /** As gzip -9 does it. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
