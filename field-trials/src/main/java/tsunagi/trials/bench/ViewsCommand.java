package tsunagi.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.record.RecordSchemas;
import tsunagi.server.figures.Chapter;
import tsunagi.server.figures.FigureBoard;
import tsunagi.server.figures.QuestionLabels;
import tsunagi.server.figures.Split;
import tsunagi.server.figures.SplitBy;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.words.Language;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi bench views}. */
@Command(
        name = "views",
        description = "How long each view of the figures takes where many sheets lie.",
        mixinStandardHelpOptions = true)
final class ViewsCommand implements Callable<Integer> {
    @Option(names = "--responses", description = "Sheets of 30 answers, all of one team (default: ${DEFAULT-VALUE}).")
    private int responses = 100_000;

    @Option(names = "--runs", description = "Times that count, after one that does not (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "One team has %d sheets of 30 answers in rounds of %d over %d fiscal years, every second round compared with the one"
                        + " before; 2,500 visits, 250 workshops of 20 people, 2,000 workplaces.%nThe plain tables are filled as the server makes them, on"
                        + " SQLite. Each view is asked for one fiscal year, or for one round where it holds answers; no cache, the median"
                        + " of %d runs in ms. Baseline: counting all answers.%n",
                responses, ViewsLoad.SHEETS_A_ROUND, ViewsLoad.YEARS, runs);
        Path directory = ScratchDirectory.make("bench");
        try (Database database = Database.open("jdbc:sqlite:" + directory.resolve("views.db"))) {
            new PlainTables(database, new RecordRows(), RecordSchemas.standard()).prepare();
            database.<Void>write(connection -> {
                new ViewsLoad(connection).fill(responses);
                return null;
            });
            out.println(measure(database, out));
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }

    private JsonLine measure(Database database, PrintWriter out) {
        Map<String, Double> times = new LinkedHashMap<>();
        double baselineMs = time(database, "SELECT COUNT(*) FROM response_answer");
        for (String view : views(database)) {
            double medianMs = time(database, "SELECT * FROM " + view + ViewsLoad.asked(columns(database, view)));
            times.put(view, medianMs);
            out.printf(Locale.ROOT, "%-32s %8.1f%n", view, medianMs);
        }
        double boardMs = board(database, out);
        JsonLine line = new JsonLine()
                .with("bench", "views")
                .with("board_ms", boardMs)
                .with("responses", responses)
                .with("baseline_ms", baselineMs);
        times.forEach((view, ms) -> line.with(view + "_ms", ms));
        return line.with(
                "slowest_ms",
                times.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private double time(Database database, String sql) {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            long startNs = System.nanoTime();
            database.<Void>read(connection -> {
                Sql.of(connection, sql).visit(row -> true);
                return null;
            });
            if (run > 0) {
                times.add((System.nanoTime() - startNs) / 1e6);
            }
        }
        return Medians.of(times);
    }

    /** All chapters of the console's board of figures, as a page reads them. */
    private double board(Database database, PrintWriter out) {
        double sumMs = 0;
        for (Chapter chapter : Chapter.values()) {
            List<Double> times = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                long startNs = System.nanoTime();
                database.read(connection -> new FigureBoard(
                                connection,
                                UUID.fromString(ViewsLoad.TEAM),
                                ViewsLoad.YEAR,
                                Split.TOTAL,
                                SplitBy.TOTAL,
                                Language.JAPANESE,
                                QuestionLabels.NONE)
                        .read(chapter));
                if (run > 0) {
                    times.add((System.nanoTime() - startNs) / 1e6);
                }
            }
            double medianMs = Medians.of(times);
            sumMs += medianMs;
            out.printf(Locale.ROOT, "board: %-25s %8.1f%n", chapter.key(), medianMs);
        }
        out.printf(Locale.ROOT, "board: %-25s %8.1f%n", "all of it", sumMs);
        return sumMs;
    }

    private static List<String> views(Database database) {
        return database.read(connection -> Sql.of(connection, """
                        SELECT name FROM sqlite_master WHERE type = 'view' AND (name LIKE 'figure%' OR name LIKE 'published%')
                        ORDER BY name
                        """).list(row -> row.text("name")));
    }

    private static List<String> columns(Database database, String view) {
        return database.read(connection -> columns(connection, view));
    }

    private static List<String> columns(Connection connection, String view) throws SQLException {
        return Sql.of(connection, "SELECT name FROM pragma_table_info('" + view + "')")
                .list(row -> row.text("name"));
    }
}
