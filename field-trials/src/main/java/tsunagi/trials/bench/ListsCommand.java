package tsunagi.trials.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.PageKey;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordSearch;
import tsunagi.server.storage.Database;
import tsunagi.trials.bench.ListsAsked.Asked;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi bench lists}. */
@Command(
        name = "lists",
        description = "How long a page of the console's lists takes in a team with many records.",
        mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {
    private static final LoadTeam TEAM = LoadTeam.numbered(1);
    private static final RecordType VISIT = RecordType.RECORD_TYPE_VISIT;
    private static final int ROWS = 50;
    private static final int WARM_UP = 3;
    private static final int BASELINE_RUNS = 3;
    private static final double TARGET_MS = 200;
    private static final double DEEP_FROM = 0.5;
    private static final double DEEP_UNTIL = 0.95;
    private static final int DEEP_PLACES = 20;

    /** What is also found by reading every visit; both must find the same. */
    private static final List<String> HELD_WORDS = List.of("腰痛", "ともしびはま 腰痛", "髙橋 酒造", "ﾔﾏｻﾞｷ 水産", "どこにもないことば");

    @Option(names = "--records", description = "All of one team (default: ${DEFAULT-VALUE}).")
    private int records = 100_000;

    @Option(
            names = "--runs",
            description = "Pages of each list, after three that do not count (default: ${DEFAULT-VALUE}).")
    private int runs = 100;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path directory = ScratchDirectory.make("bench");
        try (Database database = Database.open("jdbc:sqlite:" + directory.resolve("lists.db"))) {
            int count = new ListsLoad(database, TEAM.id()).fill(records);
            out.printf(
                    Locale.ROOT,
                    "One team has %,d records in the order of chance: a quarter of them visits, a tenth sheets of 30 answers, %,d workplaces. The"
                            + " plain tables are filled as the server makes them, on SQLite, in the system's cache.%nEach list is asked for %d pages of %d"
                            + " records with the names of their workplaces and their marks: the first page, pages from half to 95 %% of the way back,"
                            + " narrowed (year, workplace, person, somebody who wrote nothing, body, deleted, each mark), and searched (words that many"
                            + " have, few, none). Counted as far as 1,000.%nBaseline: the same far page by OFFSET; the first page of visits out of their"
                            + " own plain table; a search that reads every visit and every workplace. What is found must be the same.%n",
                    count,
                    StoreRecords.WORKPLACES * times(),
                    runs,
                    ROWS);
            measure(database, out);
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }

    private int times() {
        return ListsLoad.times(records);
    }

    private void measure(Database database, PrintWriter out) {
        RecordSearch search = new RecordSearch(database);
        ListsBaseline baseline = new ListsBaseline(database, TEAM.id());
        hold(search, baseline);
        ListsAsked asked = new ListsAsked(
                TEAM.id(), times(), deepKeys(baseline, Optional.empty()), deepKeys(baseline, Optional.of(VISIT)));
        Timed every = new Timed();
        JsonLine line = new JsonLine().with("bench", "lists").with("records", records);
        asked.lists().forEach((name, list) -> measure(search, name, list, every, out, line));
        compare(baseline, out, line);
        out.printf(
                Locale.ROOT,
                "every page: median %.1f ms, 99 %% within %.1f ms, aimed at %.0f ms: %s%n",
                every.median(),
                every.within(0.99),
                TARGET_MS,
                every.within(0.99) <= TARGET_MS ? "held" : "missed");
        out.println(line.with("page_ms", every.median()).with("page_p99_ms", every.within(0.99)));
    }

    private void measure(
            RecordSearch search, String name, Supplier<Asked> list, Timed every, PrintWriter out, JsonLine line) {
        Timed pages = new Timed();
        Timed counts = new Timed();
        for (int run = -WARM_UP; run < runs; run++) {
            Asked asked = list.get();
            Runnable page = () -> search.page(asked.filter(), asked.place(), ROWS);
            if (run < 0) {
                page.run();
            } else {
                every.time(() -> pages.time(page));
                counts.time(() -> search.count(asked.filter()));
            }
        }
        out.printf(
                Locale.ROOT,
                "%-20s median %6.1f ms, 99 %% within %6.1f ms; counted by itself %6.1f ms, %6.1f ms%n",
                name.replace('_', ' '),
                pages.median(),
                pages.within(0.99),
                counts.median(),
                counts.within(0.99));
        line.with(name + "_ms", pages.median()).with(name + "_p99_ms", pages.within(0.99));
    }

    private void compare(ListsBaseline baseline, PrintWriter out, JsonLine line) {
        Timed farVisits = new Timed();
        Timed farOfAll = new Timed();
        Timed newest = new Timed();
        Timed searched = new Timed();
        int visits = baseline.count(Optional.of(VISIT));
        int all = baseline.count(Optional.empty());
        farVisits.repeated(BASELINE_RUNS, () -> baseline.byOffset(Optional.of(VISIT), far(visits), ROWS));
        farOfAll.repeated(BASELINE_RUNS, () -> baseline.byOffset(Optional.empty(), far(all), ROWS));
        newest.repeated(BASELINE_RUNS, () -> baseline.newest(ROWS));
        searched.repeated(BASELINE_RUNS, () -> baseline.newest(HELD_WORDS.get(0), ROWS));
        out.printf(
                Locale.ROOT,
                "by OFFSET, keys alone: visits %.1f ms, all %.1f ms; first of visits without the table %.1f ms, searched %.0f ms%n",
                farVisits.median(),
                farOfAll.median(),
                newest.median(),
                searched.median());
        line.with("offset_of_visits_baseline_ms", farVisits.median())
                .with("offset_of_all_baseline_ms", farOfAll.median())
                .with("first_of_visits_baseline_ms", newest.median())
                .with("searched_of_visits_baseline_ms", searched.median());
    }

    private static int far(int count) {
        return (int) (count * DEEP_UNTIL);
    }

    private static List<PageKey> deepKeys(ListsBaseline baseline, Optional<RecordType> type) {
        int count = baseline.count(type);
        List<PageKey> keys = new ArrayList<>();
        for (int i = 0; i < DEEP_PLACES; i++) {
            int offset = (int) (count * (DEEP_FROM + (DEEP_UNTIL - DEEP_FROM) * i / DEEP_PLACES));
            keys.addAll(baseline.byOffset(type, offset, 1));
        }
        return keys;
    }

    /** Two ways that show different things are not to be compared. */
    private void hold(RecordSearch search, ListsBaseline baseline) {
        RecordFilter visits = RecordFilter.of(TEAM.id()).ofTypes(VISIT);
        boolean isSame = ids(search, visits).equals(baseline.newest(ROWS));
        for (String words : HELD_WORDS) {
            isSame &= ids(search, visits.withText(words)).equals(baseline.newest(words, ROWS));
        }
        if (!isSame) {
            throw new IllegalStateException("the lists show something else than reading everything");
        }
    }

    private static List<String> ids(RecordSearch search, RecordFilter filter) {
        return search.page(filter, ListsAsked.FIRST, ROWS).rows().stream()
                .map(row -> row.key().id().toString())
                .toList();
    }
}
