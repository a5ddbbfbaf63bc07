package tsunagi.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.server.export.Export;
import tsunagi.server.export.ExportFormat;
import tsunagi.server.export.ExportStream;
import tsunagi.server.export.Exports;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.storage.Database;
import tsunagi.server.words.Language;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi bench export}. */
@Command(
        name = "export",
        description = "How much memory and time it takes to export the answers of a round, few and many.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int FEWER = 100;
    private static final int LOOKS = 12;
    private static final int PIECE_BYTES = 16 * 1024;
    private static final double MEBIBYTE = 1 << 20;
    /** By so much the machine's own books move from run to run. */
    private static final double LEEWAY_MIB = 4;
    /** Of what is written; roughly. */
    private static final int BYTES_A_SHEET = 120;

    @Option(
            names = "--sheets",
            description = "Of the larger round; the smaller has a hundredth (default: ${DEFAULT-VALUE}).")
    private int sheets = 100_000;

    @Option(names = "--runs", description = "Of each export (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Spec
    private CommandSpec spec;

    /**
     * What one export took.
     *
     * @param liveMib the most that was reachable at any look, above what was before it began
     */
    private record Taken(double liveMib, double ms, double mib) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = ScratchDirectory.make("bench");
        try (Database database = Database.open("jdbc:sqlite:" + directory.resolve("export.db"))) {
            ExportLoad load = new ExportLoad(database);
            UUID few = load.fill("few", Math.max(1, sheets / FEWER));
            UUID many = load.fill("many", sheets);
            out.printf(
                    Locale.ROOT,
                    "A round of %,d sheets and one of %,d, 30 answers each, on SQLite. Each is exported %d times in each format, read in pieces"
                            + " of 16 KiB and thrown away. Memory is what is still reachable after a full collection, the most of %d looks on the"
                            + " way, less what was before; medians. The round of fewer sheets is the baseline.%n",
                    Math.max(1, sheets / FEWER),
                    sheets,
                    runs,
                    LOOKS);
            Exports exports = new Exports(database, PublishedForms.in(database));
            JsonLine line = new JsonLine().with("bench", "export").with("sheets", sheets);
            boolean isHeld = true;
            for (ExportFormat format : ExportFormat.values()) {
                isHeld &= measure(exports, load.teamId(), few, many, format, out, line);
            }
            out.println(line.with("held", isHeld ? "yes" : "no"));
            return isHeld ? 0 : 1;
        } finally {
            ScratchDirectory.delete(directory);
        }
    }

    private boolean measure(
            Exports exports, UUID team, UUID few, UUID many, ExportFormat format, PrintWriter out, JsonLine line) {
        Taken fewer = median(exports, team, few, format, Math.max(1, sheets / FEWER));
        Taken more = median(exports, team, many, format, sheets);
        boolean isHeld = more.liveMib() <= fewer.liveMib() + LEEWAY_MIB;
        out.printf(
                Locale.ROOT,
                "%-10s %,8d sheets: %5.1f MiB held, %6.0f ms, %6.1f MiB written; baseline %,d: %5.1f MiB, %5.0f ms: %s%n",
                format.word(),
                sheets,
                more.liveMib(),
                more.ms(),
                more.mib(),
                Math.max(1, sheets / FEWER),
                fewer.liveMib(),
                fewer.ms(),
                isHeld ? "held" : "missed");
        line.with(format.word() + "_held_mib", more.liveMib())
                .with(format.word() + "_baseline_held_mib", fewer.liveMib())
                .with(format.word() + "_ms", more.ms())
                .with(format.word() + "_baseline_ms", fewer.ms());
        return isHeld;
    }

    private Taken median(Exports exports, UUID team, UUID round, ExportFormat format, int rows) {
        List<Double> live = new ArrayList<>();
        List<Double> ms = new ArrayList<>();
        List<Double> mib = new ArrayList<>();
        // Once that does not count: classes and statements are kept from then on.
        take(exports, team, round, format, rows, true);
        for (int run = 0; run < runs; run++) {
            live.add(take(exports, team, round, format, rows, true).liveMib());
            Taken timed = take(exports, team, round, format, rows, false);
            ms.add(timed.ms());
            mib.add(timed.mib());
        }
        return new Taken(Medians.of(live), Medians.of(ms), Medians.of(mib));
    }

    /** Looking takes time, so a run either looks or is timed. */
    private static Taken take(
            Exports exports, UUID team, UUID round, ExportFormat format, int rows, boolean isLooking) {
        double before = isLooking ? reachableMib() : 0;
        double most = before;
        long startNs = System.nanoTime();
        long read = 0;
        Counted counted = new Counted();
        Export export = exports.sheets(team, round, false, Language.JAPANESE).orElseThrow();
        try (ExportStream stream = Exports.open(export, format, counted)) {
            byte[] piece = new byte[PIECE_BYTES];
            long look = 0;
            // What is read comes evenly, so its bytes tell how far it is; the size of a sheet is known roughly.
            long between = Math.max(1, (long) rows * BYTES_A_SHEET / LOOKS);
            for (int some = stream.read(piece); some >= 0; some = stream.read(piece)) {
                read += some;
                if (isLooking && read >= look) {
                    most = Math.max(most, reachableMib());
                    look = read + between;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (counted.rows != rows) {
            throw new IllegalStateException("exported " + counted.rows + " of " + rows + " sheets");
        }
        return new Taken(most - before, (System.nanoTime() - startNs) / 1e6, read / MEBIBYTE);
    }

    private static double reachableMib() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
    }

    /** How many rows left. */
    private static final class Counted implements ExportStream.Ending {
        private long rows;

        @Override
        public void isDone(long all) {
            rows = all;
        }

        @Override
        public void isBrokenOff(long some) {
            rows = -1;
        }
    }
}
