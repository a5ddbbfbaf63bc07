package tsunagi.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi bench tablet}. */
@Command(
        name = "tablet",
        description =
                "How long a tablet with years of work on it takes to search as one types, to show a workplace, and to start.",
        mixinStandardHelpOptions = true)
final class TabletCommand implements Callable<Integer> {
    private static final LoadTeam TEAM = LoadTeam.numbered(1);
    private static final int KEYS_TYPED = 8;

    @Option(names = "--sheets", description = "Of 30 answers, beside 10,000 other records (default: ${DEFAULT-VALUE}).")
    private int sheets = 6_700;

    @Option(names = "--saved", description = "Changes in the outbox (default: ${DEFAULT-VALUE}).")
    private int saved = 3_000;

    @Option(names = "--waiting", description = "Those of them that no server has (default: ${DEFAULT-VALUE}).")
    private int waiting = 300;

    @Option(names = "--workplaces", description = "Searched for, and shown (default: ${DEFAULT-VALUE}).")
    private int workplaces = 100;

    @Option(names = "--runs", description = "Starts that count, after one that does not (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "A tablet holds 10,000 records of one team, among them 1,200 workplaces and 2,800 visits, and %d sheets of 30 answers; its"
                        + " outbox %d changes, %d of them not sent.%nThe names, readings and addresses of %d workplaces are typed key by key (%d keys"
                        + " each), each workplace's page is put together, and the files are opened to show Today. On the JVM, over JDBC, the outbox"
                        + " FULL, the files in the system's cache.%nBaseline: every record of a type is listed and filtered, as it was without an index;"
                        + " both must show as much.%n",
                sheets,
                saved,
                waiting,
                workplaces,
                KEYS_TYPED);
        Path directory = ScratchDirectory.make("bench");
        try {
            StoreTablet.fill(directory, TEAM, sheets, saved, waiting);
            measure(directory, out);
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }

    private void measure(Path directory, PrintWriter out) throws IOException, SQLException {
        Timed indexAnew = new Timed();
        forgetIndex(directory);
        indexAnew.time(() -> open(directory).close());
        Timed starts = new Timed();
        starts.repeated(runs, () -> today(directory));
        Timed searches = new Timed();
        Timed pages = new Timed();
        Timed status = new Timed();
        Timed listedSearches = new Timed();
        Timed listedPages = new Timed();
        Timed listedToday = new Timed();
        try (Tablet tablet = open(directory)) {
            Screens indexed = new IndexedScreens(tablet, TEAM.id());
            Screens listed = new ListedScreens(tablet, TEAM.id());
            List<RecordKey> places = places();
            List<String> typed = typed(tablet, places);
            hold(indexed, listed, places.get(0));
            typed.forEach(text -> searches.time(() -> indexed.search(text)));
            places.forEach(place -> pages.time(() -> indexed.page(place)));
            status.repeated(runs, tablet::status);
            typed.subList(0, Math.min(runs, typed.size()))
                    .forEach(text -> listedSearches.time(() -> listed.search(text)));
            places.subList(0, Math.min(runs, places.size()))
                    .forEach(place -> listedPages.time(() -> listed.page(place)));
            listedToday.repeated(runs, listed::today);
        }
        out.printf(
                Locale.ROOT,
                "search, a key: median %.1f ms, 99 %% within %.1f ms (%d keys); listed %.0f ms%n"
                        + "a workplace's page: median %.1f ms, 99 %% within %.1f ms; listed %.0f ms%n"
                        + "start to Today: median %.0f ms, first %.0f ms; Today listed, without the start, %.0f ms%n"
                        + "sync line: %.1f ms%nfilling the index of a replica that has none: %.0f ms; replica %.1f MiB%n",
                searches.median(),
                searches.within(0.99),
                searches.count(),
                listedSearches.median(),
                pages.median(),
                pages.within(0.99),
                listedPages.median(),
                starts.median(),
                starts.first(),
                listedToday.median(),
                status.median(),
                indexAnew.median(),
                replicaMiB(directory));
        out.println(new JsonLine()
                .with("bench", "tablet")
                .with("sheets", sheets)
                .with("search_ms", searches.median())
                .with("search_p99_ms", searches.within(0.99))
                .with("search_baseline_ms", listedSearches.median())
                .with("page_ms", pages.median())
                .with("page_p99_ms", pages.within(0.99))
                .with("page_baseline_ms", listedPages.median())
                .with("start_ms", starts.median())
                .with("start_first_ms", starts.first())
                .with("today_baseline_ms", listedToday.median())
                .with("status_ms", status.median())
                .with("index_anew_ms", indexAnew.median()));
    }

    private static Tablet open(Path directory) {
        return Tablet.open(directory, TabletSettings.standard(new DeskClock()));
    }

    private static void today(Path directory) {
        try (Tablet tablet = open(directory)) {
            new IndexedScreens(tablet, TEAM.id()).today();
        }
    }

    /** As a replica is that a program without an index left. */
    private static void forgetIndex(Path directory) throws SQLException {
        try (Connection replica = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("replica.db"));
                Statement statement = replica.createStatement()) {
            statement.execute("DELETE FROM index_note");
            statement.execute("DELETE FROM indexed_record");
            statement.execute("DELETE FROM indexed_reference");
        }
    }

    private static double replicaMiB(Path directory) throws IOException {
        return Files.size(directory.resolve("replica.db")) / (1024.0 * 1024);
    }

    private List<RecordKey> places() {
        Random random = new Random(3);
        List<RecordKey> places = new ArrayList<>();
        for (int i = 0; i < workplaces; i++) {
            places.add(StoreRecords.key(
                    TEAM.id(), RecordType.RECORD_TYPE_WORKPLACE, random.nextInt(StoreRecords.WORKPLACES)));
        }
        return places;
    }

    /** What stands in the field after each key; nothing typed is the first. */
    private static List<String> typed(Tablet tablet, List<RecordKey> places) {
        List<String> typed = new ArrayList<>(List.of(""));
        for (RecordKey place : places) {
            Workplace workplace = tablet.show(place).as(Workplace.getDefaultInstance());
            Set<String> texts = new LinkedHashSet<>(
                    List.of(workplace.getName(), workplace.getNameReading(), workplace.getAddress()));
            for (String text : texts) {
                for (int keys = 1; keys <= Math.min(KEYS_TYPED, text.length()); keys++) {
                    typed.add(text.substring(0, keys));
                }
            }
        }
        return typed;
    }

    /** Two ways that show different things are not to be compared. */
    private static void hold(Screens indexed, Screens listed, RecordKey place) {
        boolean isSame = indexed.page(place) == listed.page(place) && indexed.today() == listed.today();
        for (String typed : List.of("", "とも", "ともしびはま しゅぞう", "七重浜3", "0138-5", "髙橋", "ﾔﾏｻﾞｷ 水産")) {
            isSame &= indexed.search(typed) == listed.search(typed);
        }
        if (!isSame) {
            throw new IllegalStateException("the index shows something else than listing everything");
        }
    }
}
