package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import tsunagi.server.storage.Sql;

/** Which of the workplaces that exist were reached (カバー率): by municipality, industry and size. */
final class CoverageTables {
    private final FigureWords words;
    private final FigureCells cells;
    private final ValueWords values;
    private final List<Cell> all;

    private record Cell(String municipality, String industry, String size, OptionalLong existing, long reached) {}

    /** What several cells come to; a rate is of the reached in cells whose existing ones are known. */
    private static final class Sum {
        private long existing;
        private long reached;
        private long reachedOfKnown;
        private boolean isKnown;

        void add(Cell cell) {
            reached += cell.reached();
            if (cell.existing().isPresent()) {
                isKnown = true;
                existing += cell.existing().getAsLong();
                reachedOfKnown += cell.reached();
            }
        }

        OptionalLong existing() {
            return isKnown ? OptionalLong.of(existing) : OptionalLong.empty();
        }
    }

    private CoverageTables(FigureWords words, FigureCells cells, ValueWords values, List<Cell> all) {
        this.words = words;
        this.cells = cells;
        this.values = values;
        this.all = all;
    }

    static CoverageTables read(
            Connection connection,
            String teamId,
            int fiscalYear,
            FigureWords words,
            FigureCells cells,
            ValueWords values)
            throws SQLException {
        List<Cell> all = Sql.of(connection, """
                        SELECT municipality_code, industry, size_class, existing, workplaces FROM figure_coverage
                        WHERE team_id = ? AND fiscal_year = ?
                        """, teamId, fiscalYear)
                .list(row -> new Cell(
                        row.optionalText("municipality_code").orElse(""),
                        row.text("industry"),
                        row.text("size_class"),
                        row.optionalNumber("existing"),
                        row.number("workplaces")));
        return new CoverageTables(words, cells, values, all);
    }

    /** Whether anybody told how many workplaces there are. */
    boolean hasCensus() {
        return all.stream().anyMatch(cell -> cell.existing().isPresent());
    }

    List<FigureTable> tables() {
        return List.of(
                by("municipality", Cell::municipality, values::municipality, Comparator.naturalOrder()),
                grid("industry", Cell::industry, values::industry, Comparator.naturalOrder()),
                grid("size", Cell::size, values::size, SizeOrder.BY_PEOPLE),
                by("industry", Cell::industry, values::industry, Comparator.naturalOrder()),
                by("size", Cell::size, values::size, SizeOrder.BY_PEOPLE));
    }

    private FigureTable by(
            String key, Function<Cell, String> value, Function<String, String> word, Comparator<String> order) {
        Map<String, Sum> sorted = new TreeMap<>(order);
        all.forEach(cell ->
                sorted.computeIfAbsent(value.apply(cell), unused -> new Sum()).add(cell));
        List<FigureRow> rows = new ArrayList<>();
        sorted.forEach((each, sum) -> {
            if (sum.isKnown || sum.reached > 0) {
                rows.add(FigureRow.of(
                        word.apply(each),
                        cells.count(sum.existing(), Unit.PLACES),
                        cells.count(sum.reached, Unit.PLACES),
                        cells.count(sum.reached - sum.reachedOfKnown),
                        sum.isKnown ? cells.rate(sum.reachedOfKnown, sum.existing) : cells.nothing()));
            }
        });
        return FigureTable.of(
                        "coverage-" + key,
                        words.say("table.coverage", words.say("split." + key)),
                        List.of(
                                words.say("split." + key),
                                words.say("head.existing"),
                                words.say("head.reached"),
                                words.say("head.reached_outside"),
                                words.say("head.coverage")),
                        rows)
                .noting(words.say("note.coverage"));
    }

    /** Municipalities down, industries or sizes across. */
    private FigureTable grid(
            String key, Function<Cell, String> across, Function<String, String> word, Comparator<String> order) {
        Map<String, Map<String, Sum>> grid = new TreeMap<>();
        Map<String, Boolean> columns = new TreeMap<>(order);
        for (Cell cell : all) {
            columns.put(across.apply(cell), true);
            grid.computeIfAbsent(cell.municipality(), unused -> new LinkedHashMap<>())
                    .computeIfAbsent(across.apply(cell), unused -> new Sum())
                    .add(cell);
        }
        List<FigureRow> rows = new ArrayList<>();
        grid.forEach((municipality, sums) -> rows.add(FigureRow.of(
                values.municipality(municipality),
                columns.keySet().stream()
                        .map(column -> sums.getOrDefault(column, new Sum()))
                        .map(sum -> cells.share(sum.reached, sum.existing()))
                        .toList())));
        List<String> heads = new ArrayList<>(List.of(words.say("split.municipality")));
        columns.keySet().forEach(column -> heads.add(word.apply(column)));
        Integer[] drawn = new Integer[columns.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = i;
        }
        return FigureTable.of("tiles-" + key, words.say("table.tiles", words.say("split." + key)), heads, rows)
                .drawn(FigureChart.Kind.TILES, drawn)
                .noting(words.say("note.tiles"));
    }
}
