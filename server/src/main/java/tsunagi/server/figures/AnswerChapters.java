package tsunagi.server.figures;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tsunagi.server.figures.AnswerFigures.Mean;
import tsunagi.server.figures.AnswerFigures.Pairing;
import tsunagi.server.figures.AnswerFigures.Rating;
import tsunagi.server.figures.AnswerFigures.Round;
import tsunagi.server.figures.AnswerFigures.Satisfaction;
import tsunagi.server.figures.AnswerFigures.Scale;
import tsunagi.server.figures.Comparisons.Comparison;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** The chapters of the board that tell what people answered. */
final class AnswerChapters {
    private static final double SURE_ENOUGH = 0.001;

    private final AnswerFigures answers;
    private final QuestionLabels labels;
    private final Language language;
    private final FigureWords words;
    private final FigureCells cells;
    private final DayWords days;

    AnswerChapters(AnswerFigures answers, QuestionLabels labels, Language language) {
        this.answers = answers;
        this.labels = labels;
        this.language = language;
        this.words = FigureWords.in(language);
        this.cells = new FigureCells(language);
        this.days = DayWords.in(language);
    }

    /** Rounds that say how many sheets went out have rates; the others are apart. */
    List<FigureTable> rounds() throws SQLException {
        List<FigureRow> counted = new ArrayList<>();
        List<FigureRow> others = new ArrayList<>();
        for (Round round : answers.rounds()) {
            FigureRow row = FigureRow.of(
                    named(round.name()),
                    cells.count(round.out(), Unit.SHEETS),
                    cells.count(round.back(), Unit.SHEETS),
                    cells.count(round.valid(), Unit.SHEETS),
                    cells.rate(round.returnRate()),
                    cells.rate(round.validRate()),
                    cells.count(round.invalid()),
                    cells.count(round.withdrawn()),
                    cells.count(round.brokenOff()));
            (round.out().isPresent() ? counted : others).add(row);
        }
        if (counted.size() > 1) {
            counted.add(sum());
        }
        List<String> heads = heads(
                "round",
                "sheets_out",
                "sheets_back",
                "sheets_valid",
                "return_rate",
                "valid_rate",
                "invalid",
                "withdrawn",
                "broken_off");
        return List.of(
                FigureTable.of("rounds", words.say("table.rounds"), heads, counted)
                        .drawn(FigureChart.Kind.BARS, 0, 1, 2)
                        .noting(words.say("note.rates")),
                FigureTable.of("rounds-without-out", words.say("table.rounds_without_out"), heads, others));
    }

    /** Of the rounds that say how many sheets went out. */
    private FigureRow sum() throws SQLException {
        List<Round> rounds = answers.rounds().stream()
                .filter(round -> round.out().isPresent())
                .toList();
        long out = rounds.stream().mapToLong(round -> round.out().getAsLong()).sum();
        long back = rounds.stream().mapToLong(Round::back).sum();
        long valid = rounds.stream().mapToLong(Round::valid).sum();
        return FigureRow.of(
                        words.say("head.sum"),
                        cells.count(out, Unit.SHEETS),
                        cells.count(back, Unit.SHEETS),
                        cells.count(valid, Unit.SHEETS),
                        cells.rate(back, out),
                        cells.rate(valid, out),
                        cells.count(rounds.stream().mapToLong(Round::invalid).sum()),
                        cells.count(rounds.stream().mapToLong(Round::withdrawn).sum()),
                        cells.count(rounds.stream().mapToLong(Round::brokenOff).sum()))
                .asTotal();
    }

    List<FigureTable> satisfaction() throws SQLException {
        List<FigureRow> rows = new ArrayList<>();
        for (Satisfaction each : answers.satisfaction()) {
            List<FigureCell> steps = new ArrayList<>();
            for (int step = FiveSteps.STEPS; step > 0; step--) {
                steps.add(cells.count(each.steps().at(step)));
            }
            steps.add(cells.count(each.steps().answered(), Unit.SHEETS));
            steps.add(cells.rate(
                    each.steps().at(FiveSteps.STEPS) + each.steps().at(FiveSteps.STEPS - 1),
                    each.steps().answered()));
            rows.add(FigureRow.of(named(each.round()) + " " + question(each), steps));
        }
        return List.of(FigureTable.of(
                        "satisfaction",
                        words.say("chapter.satisfaction"),
                        heads("question", "step_5", "step_4", "step_3", "step_2", "step_1", "answered", "upper_two"),
                        rows)
                .drawn(FigureChart.Kind.SHARES, 0, 1, 2, 3, 4)
                .noting(words.say("note.satisfaction")));
    }

    private String question(Satisfaction each) {
        return labels.label(each.formVersionId(), each.questionPath(), language).orElse(words.value(each.shortPath()));
    }

    List<FigureTable> beforeAfter() throws SQLException {
        Map<String, List<Pairing>> byRound = new LinkedHashMap<>();
        for (Pairing pairing : answers.pairings()) {
            byRound.computeIfAbsent(pairing.afterRoundId(), unused -> new ArrayList<>())
                    .add(pairing);
        }
        List<Comparison> comparisons = answers.comparisons();
        List<FigureTable> all = new ArrayList<>();
        int place = 1;
        for (Map.Entry<String, List<Pairing>> round : byRound.entrySet()) {
            String name = named(round.getValue().get(0).round());
            List<FigureRow> scales = new ArrayList<>();
            for (Comparison comparison : comparisons) {
                if (comparison.afterRoundId().equals(round.getKey())) {
                    scales.add(compared(comparison));
                }
            }
            all.add(FigureTable.of(
                            "changes-" + place,
                            words.say("table.changes", name),
                            heads(
                                    "scale",
                                    "better",
                                    "pairs",
                                    "mean_before",
                                    "mean_after",
                                    "difference",
                                    "interval",
                                    "t_test",
                                    "wilcoxon"),
                            scales)
                    .drawn(FigureChart.Kind.CHANGES, 2, 3)
                    .noting(words.say("note.changes"), words.say("note.tests")));
            all.add(pairs("pairs-" + place, name, round.getValue()));
            place++;
        }
        return all;
    }

    private FigureRow compared(Comparison comparison) throws SQLException {
        Scale scale = answers.scale(comparison.afterRoundId(), comparison.scaleKey());
        Optional<Mean> before = answers.mean(comparison.beforeRoundId(), comparison.scaleKey());
        Optional<Mean> after = answers.mean(comparison.afterRoundId(), comparison.scaleKey());
        PairedComparison scores = comparison.scores();
        List<FigureCell> row = new ArrayList<>(List.of(
                cells.text(words.say("better." + (scale.better().isEmpty() ? "unspecified" : scale.better()))),
                cells.count(scores.pairs(), Unit.PAIRS),
                mean(before, scale),
                mean(after, scale)));
        if (comparison.isPublic()) {
            row.add(cells.text(String.format(Locale.ROOT, "%+.2f", scores.meanDifference())));
            row.add(interval(scores));
            row.add(p(scores.pairedT()));
            row.add(p(scores.wilcoxon()));
        } else {
            row.addAll(List.of(cells.hidden(), cells.hidden(), cells.hidden(), cells.hidden()));
        }
        return FigureRow.of(scale.name().orElse(scale.key()), row)
                .in(new FigureRow.Range(scale.least(), scale.most(), scale.better()));
    }

    private FigureCell mean(Optional<Mean> mean, Scale scale) {
        return mean.map(each -> cells.decimal(each.mean(), scale.unit())).orElseGet(cells::hidden);
    }

    private FigureCell interval(PairedComparison scores) {
        if (scores.intervalFrom().isEmpty()) {
            return cells.nothing();
        }
        return cells.text(String.format(
                Locale.ROOT,
                words.say("interval"),
                scores.intervalFrom().getAsDouble(),
                scores.intervalTo().orElseThrow()));
    }

    private FigureCell p(OptionalDouble p) {
        if (p.isEmpty()) {
            return cells.nothing();
        }
        return cells.text(
                p.getAsDouble() < SURE_ENOUGH ? "p<0.001" : String.format(Locale.ROOT, "p=%.3f", p.getAsDouble()));
    }

    /** Pairs first, then what is in none and why. */
    private FigureTable pairs(String key, String round, List<Pairing> pairings) {
        List<FigureRow> rows = new ArrayList<>();
        Map<String, long[]> reasons = new LinkedHashMap<>();
        for (Pairing each : pairings) {
            long[] sheets = reasons.computeIfAbsent(each.reason(), unused -> new long[2]);
            if (each.isPaired()) {
                sheets[0] = each.sheets();
                sheets[1] = each.sheets();
            } else {
                sheets[each.side().equals("before") ? 0 : 1] = each.sheets();
            }
        }
        reasons.entrySet().stream()
                .sorted(Comparator.comparing(reason -> reason.getKey().equals("paired") ? 0 : 1))
                .forEach(reason -> rows.add(FigureRow.of(
                        words.value(reason.getKey()),
                        cells.count(reason.getValue()[0], Unit.SHEETS),
                        cells.count(reason.getValue()[1], Unit.SHEETS))));
        return FigureTable.of(key, words.say("table.pairs", round), heads("paired_or_why", "before", "after"), rows)
                .drawn(FigureChart.Kind.BARS, 0, 1)
                .noting(words.say("note.pairs"));
    }

    List<FigureTable> ratings() throws SQLException {
        Map<String, List<FigureRow>> byGroup = new LinkedHashMap<>();
        for (Rating each : answers.ratings()) {
            FigureCell difference = each.self().isPresent() && each.other().isPresent()
                    ? cells.text(String.format(
                            Locale.ROOT,
                            "%+.2f",
                            each.other().getAsDouble() - each.self().getAsDouble()))
                    : cells.nothing();
            byGroup.computeIfAbsent(each.group(), unused -> new ArrayList<>())
                    .add(FigureRow.of(
                            days.day(each.heldOn()),
                            cells.decimal(each.self()),
                            cells.decimal(each.other()),
                            difference,
                            cells.count(each.selfRaters(), Unit.PEOPLE),
                            cells.count(each.otherRaters(), Unit.PEOPLE)));
        }
        List<FigureTable> all = new ArrayList<>();
        byGroup.forEach((group, rows) -> all.add(FigureTable.of(
                        "rating-" + (all.size() + 1),
                        words.say("table.rating", group.isEmpty() ? words.say("unspecified") : group),
                        heads("meeting", "self", "other", "other_less_self", "self_raters", "other_raters"),
                        rows)
                .drawn(FigureChart.Kind.LINES, 0, 1)));
        return all;
    }

    private String named(Optional<String> round) {
        return round.orElse(words.say("round.unnamed"));
    }

    private List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(words.say("head." + key));
        }
        return heads;
    }
}
