package tsunagi.server.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes tables of what a view counts: 延べ beside 実, and one row for each part of the work. */
final class CountTables {
    private static final Set<String> RARE = Set.of("planned", "cancelled", "dropped", "stopped", "late");

    private final FigureWords words;
    private final FigureCells cells;
    private final ValueWords values;

    CountTables(FigureWords words, FigureCells cells, ValueWords values) {
        this.words = words;
        this.cells = cells;
        this.values = values;
    }

    /** The facts of one part, 延べ and 実; those of these keys, or all when none is named. */
    FigureTable facts(CountingView view, WorkFigures.Part part, String... keys) {
        List<FigureRow> rows = new ArrayList<>();
        for (Fact fact : view.facts()) {
            boolean isWanted = keys.length == 0 || Arrays.asList(keys).contains(fact.key());
            if (isWanted && !part.isEmpty() && saysSomething(part, fact)) {
                rows.add(FigureRow.of(
                        name(view, fact), cell(part, fact, fact.occasions()), cell(part, fact, fact.distinct())));
            }
        }
        return FigureTable.of(
                view.key(),
                words.say("chapter." + view.key()),
                List.of(words.say("item"), words.say("occasions"), words.say("distinct")),
                rows);
    }

    /** What is rare is told where there is any. */
    private static boolean saysSomething(WorkFigures.Part part, Fact fact) {
        return !RARE.contains(fact.key())
                || fact.occasions()
                        .map(part::count)
                        .map(count -> count.orElse(0) > 0)
                        .orElse(true);
    }

    /** Some facts of one part, how often alone. */
    FigureTable answers(CountingView view, WorkFigures.Part part, String key, String... facts) {
        List<FigureRow> rows = new ArrayList<>();
        if (!part.isEmpty()) {
            for (String fact : facts) {
                rows.add(FigureRow.of(
                        name(view, view.fact(fact)),
                        cell(part, view.fact(fact), view.fact(fact).occasions())));
            }
        }
        return FigureTable.of(key, words.say("table." + key), List.of(words.say("item"), words.say("occasions")), rows)
                .drawn(FigureChart.Kind.BARS, 0);
    }

    /** All facts for every part of the work, below those of all of it. */
    FigureTable parts(CountingView view, SplitBy by, WorkFigures.Part total, List<WorkFigures.Part> parts) {
        List<String> heads = new ArrayList<>(List.of(words.say("split." + by.key())));
        for (Fact fact : view.facts()) {
            fact.occasions().ifPresent(counted -> heads.add(head(view, counted, "occasions")));
            fact.distinct().ifPresent(counted -> heads.add(head(view, counted, "distinct")));
        }
        List<FigureRow> rows = new ArrayList<>(parts.stream()
                .map(part -> row(view, by, part))
                .sorted(order(by))
                .toList());
        if (!rows.isEmpty() && !total.isEmpty()) {
            rows.add(FigureRow.of(words.say("split.total"), row(view, by, total).cells())
                    .asTotal());
        }
        return FigureTable.of(
                        view.key() + "-by-" + by.key(),
                        words.say("table.parts", words.say("chapter." + view.key()), words.say("split." + by.key())),
                        heads,
                        rows)
                .noting(words.say("note.parts"));
    }

    /** Codes and classes have an order of their own; what has a name is in the order of names. */
    private static Comparator<FigureRow> order(SplitBy by) {
        return switch (by) {
            case SIZE -> Comparator.comparing(row -> SizeOrder.leastPeople(value(row)));
            case MUNICIPALITY, INDUSTRY -> Comparator.comparing(CountTables::value);
            default -> Comparator.comparing(FigureRow::name);
        };
    }

    private static String value(FigureRow row) {
        return row.part().map(Split::value).orElse("");
    }

    private FigureRow row(CountingView view, SplitBy by, WorkFigures.Part part) {
        List<FigureCell> counts = new ArrayList<>();
        for (Fact fact : view.facts()) {
            fact.occasions().ifPresent(counted -> counts.add(plain(fact, part.count(counted))));
            fact.distinct().ifPresent(counted -> counts.add(plain(fact, part.count(counted))));
        }
        Split split = new Split(by, part.value());
        return FigureRow.of(values.of(split), counts).leadingTo(split);
    }

    private FigureCell plain(Fact fact, OptionalLong count) {
        FigureCell cell = standsOut(fact) ? cells.standingOut(count, Unit.CASES) : cells.count(count, Unit.CASES);
        return new FigureCell(cell.text(), "", cell.value(), cell.download(), cell.look());
    }

    private String head(CountingView view, Fact.Counted counted, String counting) {
        String name = words.say("line." + view.key() + "." + counted.column());
        return words.say("head.counted", name, words.say(counting));
    }

    private String name(CountingView view, Fact fact) {
        return words.say("fact." + view.key() + "." + fact.key());
    }

    private FigureCell cell(WorkFigures.Part part, Fact fact, Optional<Fact.Counted> counted) {
        if (counted.isEmpty()) {
            return cells.nothing();
        }
        OptionalLong count = part.count(counted.get());
        return standsOut(fact)
                ? cells.standingOut(count, counted.get().unit())
                : cells.count(count, counted.get().unit());
    }

    private static boolean standsOut(Fact fact) {
        return fact.key().equals("late") || fact.key().equals("overdue");
    }
}
