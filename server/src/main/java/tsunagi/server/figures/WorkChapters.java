package tsunagi.server.figures;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import tsunagi.records.v1.RecordType;
import tsunagi.server.words.DayWords;

/** The chapters of the board that tell what was done. */
final class WorkChapters {
    private final WorkFigures work;
    private final Split split;
    private final SplitBy listed;
    private final FigureWords words;
    private final FigureCells cells;
    private final ValueWords values;
    private final DayWords days;
    private final CountTables tables;

    /**
     * Of a team's year.
     *
     * @param split the part of the work that all is told of
     * @param listed by what the parts of the work are told one by one besides
     */
    WorkChapters(
            WorkFigures work,
            Split split,
            SplitBy listed,
            FigureWords words,
            FigureCells cells,
            ValueWords values,
            DayWords days) {
        this.work = work;
        this.split = split;
        this.listed = listed;
        this.words = words;
        this.cells = cells;
        this.values = values;
        this.days = days;
        this.tables = new CountTables(words, cells, values);
    }

    List<FigureTable> plan() throws SQLException {
        WorkFigures.Part part = counts(CountingView.PLAN);
        List<FigureRow> rows = new ArrayList<>();
        if (!part.isEmpty()) {
            rows.add(planned("visit", part, "planned_visits", "visits", Unit.TIMES, "occasions"));
            rows.add(planned("workshop", part, "planned_workshops", "workshops", Unit.TIMES, "occasions"));
            rows.add(planned("workplace", part, "planned_workplaces", "workplaces", Unit.PLACES, "distinct"));
        }
        FigureTable table = FigureTable.of(
                        "plan",
                        words.say("chapter.plan"),
                        heads("item", "counting", "planned", "done", "rate_of_plan"),
                        rows)
                .drawn(FigureChart.Kind.BARS, 1, 2)
                .noting(words.say("note.plan"));
        return with(CountingView.PLAN, part, table);
    }

    private FigureRow planned(
            String name, WorkFigures.Part part, String planned, String done, Unit unit, String counting) {
        OptionalLong plan = part.counts().get(planned);
        long came = part.number(done);
        FigureCell rate = plan.isPresent() ? cells.rate(came, plan.getAsLong()) : cells.nothing();
        return FigureRow.of(
                words.say("fact.plan." + name),
                cells.text(words.say(counting)),
                cells.count(plan, unit),
                cells.count(came, unit),
                rate);
    }

    List<FigureTable> late() throws SQLException {
        List<FigureRow> rows = new ArrayList<>();
        for (WorkFigures.Late late : work.late()) {
            rows.add(FigureRow.of(
                    words.value(late.kind()), cells.standingOut(OptionalLong.of(late.records()), Unit.CASES)));
        }
        return List.of(FigureTable.of("late", words.say("chapter.late"), heads("kind", "records"), rows));
    }

    List<FigureTable> approach() throws SQLException {
        WorkFigures.Part approached = counts(CountingView.APPROACH);
        WorkFigures.Part requested = counts(CountingView.REQUEST);
        List<FigureTable> all = new ArrayList<>();
        all.add(tables.facts(CountingView.APPROACH, approached, "approached", "accepted", "late"));
        all.add(tables.answers(
                CountingView.APPROACH,
                approached,
                "answers",
                "accepted",
                "interested",
                "later",
                "declined",
                "unanswered"));
        all.addAll(parts(CountingView.APPROACH, approached));
        all.add(tables.facts(CountingView.REQUEST, requested, "requests", "late"));
        all.add(tables.answers(
                CountingView.REQUEST,
                requested,
                "decisions",
                "accepted",
                "declined",
                "no_capacity",
                "taken_back",
                "undecided"));
        all.addAll(parts(CountingView.REQUEST, requested));
        return all;
    }

    List<FigureTable> visit() throws SQLException {
        WorkFigures.Part part = counts(CountingView.VISIT);
        List<FigureRow> months = new ArrayList<>();
        for (WorkFigures.Month month : work.months()) {
            if (month.visits() + month.attempts() > 0) {
                months.add(
                        FigureRow.of(month(month.month()), cells.count(month.visits()), cells.count(month.attempts())));
            }
        }
        List<FigureTable> all = new ArrayList<>(List.of(
                tables.facts(CountingView.VISIT, part),
                FigureTable.of("months", words.say("table.months"), heads("month", "visits", "attempts"), months)
                        .drawn(FigureChart.Kind.STACKED, 0, 1)));
        all.addAll(parts(CountingView.VISIT, part));
        return all;
    }

    private String month(String month) {
        return month.length() < "2024-07".length()
                ? month
                : words.say("month", month.substring(0, 4), Integer.toString(Integer.parseInt(month.substring(5))));
    }

    List<FigureTable> reach() throws SQLException {
        WorkFigures.Part part = counts(CountingView.REACH);
        List<FigureTable> all =
                new ArrayList<>(List.of(tables.facts(CountingView.REACH, part).noting(words.say("note.reach"))));
        if (split.isTotal()) {
            for (SplitBy by : new LinkedHashSet<>(List.of(SplitBy.INDUSTRY, SplitBy.SIZE, SplitBy.MUNICIPALITY))) {
                all.add(reached(by, part));
            }
            if (!Set.of(SplitBy.TOTAL, SplitBy.INDUSTRY, SplitBy.SIZE, SplitBy.MUNICIPALITY)
                    .contains(listed)) {
                all.add(reached(listed, part));
            }
        }
        return all;
    }

    /** New and again, which together are the 実. */
    private FigureTable reached(SplitBy by, WorkFigures.Part total) throws SQLException {
        FigureTable table = tables.parts(CountingView.REACH, by, total, work.parts(CountingView.REACH, by))
                .drawn(FigureChart.Kind.STACKED, 2, 3);
        boolean addsUp = by == SplitBy.INDUSTRY || by == SplitBy.SIZE || by == SplitBy.MUNICIPALITY;
        return addsUp ? table.noting() : table;
    }

    List<FigureTable> workshop() throws SQLException {
        WorkFigures.Part part = counts(CountingView.WORKSHOP);
        List<FigureTable> all = new ArrayList<>();
        all.add(tables.facts(CountingView.WORKSHOP, part).noting(words.say("note.named")));
        Map<String, List<WorkFigures.Participants>> people = work.participants();
        for (String attribute : List.of("side", "occupation", "employment")) {
            all.add(participants(attribute, people.getOrDefault(attribute, List.of())));
        }
        List<FigureRow> repeated = new ArrayList<>();
        for (WorkFigures.Repeated each : work.repeated()) {
            repeated.add(
                    FigureRow.of(words.say("workshop.times", each.times()), cells.count(each.people(), Unit.PEOPLE)));
        }
        all.add(FigureTable.of("times", words.say("table.times"), heads("times", "distinct"), repeated)
                .drawn(FigureChart.Kind.BARS, 0)
                .noting(words.say("note.named")));
        all.addAll(parts(CountingView.WORKSHOP, part));
        return all;
    }

    private FigureTable participants(String attribute, List<WorkFigures.Participants> people) {
        List<FigureRow> rows = people.stream()
                .map(each -> FigureRow.of(
                        values.participant(attribute, each.value()),
                        cells.count(each.participants(), Unit.PEOPLE),
                        cells.count(each.distinct(), Unit.PEOPLE)))
                .toList();
        return FigureTable.of(
                        attribute,
                        words.say("table." + attribute),
                        heads(attribute, "occasions", "distinct_named"),
                        rows)
                .drawn(FigureChart.Kind.BARS, 0, 1);
    }

    List<FigureTable> consultation() throws SQLException {
        List<FigureRow> rows = new ArrayList<>();
        for (WorkFigures.Consultations each : work.consultations()) {
            rows.add(FigureRow.of(
                    words.value(each.kind()),
                    cells.count(each.occasions(), Unit.TIMES),
                    cells.count(each.people(), Unit.PEOPLE),
                    cells.count(each.fromWorkshops(), Unit.PEOPLE),
                    cells.standingOut(OptionalLong.of(each.late()), Unit.CASES)));
        }
        List<FigureTable> all = new ArrayList<>();
        all.add(FigureTable.of(
                "consultation",
                words.say("chapter.consultation"),
                heads("kind", "held", "people_came", "from_workshops", "late"),
                rows));
        if (split.isTotal()) {
            all.add(fromWorkshops());
        }
        return all;
    }

    private FigureTable fromWorkshops() throws SQLException {
        List<FigureRow> rows = new ArrayList<>();
        for (WorkFigures.FromWorkshop each : work.fromWorkshops()) {
            String title = values.record(RecordType.RECORD_TYPE_WORKSHOP, each.workshopId())
                    .orElse(days.day(each.heldOn()));
            rows.add(FigureRow.of(
                    title,
                    cells.count(each.participants(), Unit.PEOPLE),
                    cells.count(each.consulted(), Unit.PEOPLE),
                    cells.count(each.measured(), Unit.PEOPLE),
                    cells.rate(each.consulted(), each.participants())));
        }
        boolean wentOn = rows.stream()
                .anyMatch(row -> row.cells().get(1).value().orElse(0)
                                + row.cells().get(2).value().orElse(0)
                        > 0);
        FigureTable table = FigureTable.of(
                "from-workshops",
                words.say("table.from_workshops"),
                heads("workshop", "participants", "consulted", "measured", "consulted_rate"),
                rows);
        return wentOn ? table.drawn(FigureChart.Kind.BARS, 0, 1, 2) : table;
    }

    List<FigureTable> referral() throws SQLException {
        Map<String, Map<String, Long>> byStrength = new LinkedHashMap<>();
        Map<String, Long> lateByStrength = new LinkedHashMap<>();
        Set<String> found = new LinkedHashSet<>();
        for (WorkFigures.Referrals each : work.referrals()) {
            byStrength
                    .computeIfAbsent(each.strength(), unused -> new LinkedHashMap<>())
                    .put(each.result(), each.referrals());
            lateByStrength.merge(each.strength(), each.late(), Long::sum);
            found.add(each.result());
        }
        List<String> results =
                new ArrayList<>(List.of("done", "accepted", "unspecified", "result_unknown", "declined"));
        found.stream().filter(result -> !results.contains(result)).forEach(results::add);
        List<FigureRow> rows = new ArrayList<>();
        for (String strength :
                inOrder(byStrength.keySet(), List.of("information", "introduction", "brokered", "unspecified"))) {
            List<FigureCell> counts = new ArrayList<>();
            long sum = 0;
            for (String result : results) {
                long count = byStrength.get(strength).getOrDefault(result, 0L);
                sum += count;
                counts.add(cells.count(count));
            }
            counts.add(cells.count(sum, Unit.CASES));
            counts.add(cells.standingOut(OptionalLong.of(lateByStrength.getOrDefault(strength, 0L)), Unit.CASES));
            rows.add(FigureRow.of(
                    strength.equals("unspecified") ? words.say("unspecified") : words.value(strength), counts));
        }
        List<String> heads = new ArrayList<>(List.of(words.say("strength")));
        results.forEach(result -> heads.add(words.value(result)));
        heads.add(words.say("sum_of_occasions"));
        heads.add(words.say("late"));
        return List.of(FigureTable.of("referral", words.say("chapter.referral"), heads, rows)
                .drawn(
                        FigureChart.Kind.STACKED,
                        IntStream.range(0, results.size()).boxed().toArray(Integer[]::new)));
    }

    List<FigureTable> action() throws SQLException {
        WorkFigures.Part part = counts(CountingView.ACTION);
        List<FigureTable> all = new ArrayList<>(List.of(tables.facts(CountingView.ACTION, part)));
        all.addAll(parts(CountingView.ACTION, part));
        return all;
    }

    List<FigureTable> followUp() throws SQLException {
        WorkFigures.Part part = counts(CountingView.FOLLOW_UP);
        List<FigureTable> all = new ArrayList<>(List.of(tables.facts(CountingView.FOLLOW_UP, part)));
        all.addAll(parts(CountingView.FOLLOW_UP, part));
        return all;
    }

    List<FigureTable> hours() throws SQLException {
        List<FigureRow> rows = new ArrayList<>();
        for (WorkFigures.Hours each : work.hours()) {
            rows.add(FigureRow.of(
                    words.value(each.kind()),
                    cells.minutes(each.working()),
                    cells.minutes(each.travel()),
                    cells.minutes(each.preparation()),
                    cells.minutes(each.minutes()),
                    cells.count(each.occasions(), Unit.PEOPLE),
                    cells.count(each.people(), Unit.PEOPLE)));
        }
        return List.of(FigureTable.of(
                        "hours",
                        words.say("chapter.hours"),
                        heads(
                                "kind",
                                "working",
                                "travel",
                                "preparation",
                                "sum",
                                "helpers_occasions",
                                "helpers_distinct"),
                        rows)
                .drawn(FigureChart.Kind.STACKED, 0, 1, 2)
                .noting(words.say("note.hours")));
    }

    List<FigureTable> questionnaire() throws SQLException {
        WorkFigures.Part part = counts(CountingView.QUESTIONNAIRE);
        List<FigureTable> all = new ArrayList<>();
        // The rounds themselves tell the sheets, each with those that it handed out.
        all.add(
                split.isTotal()
                        ? tables.facts(CountingView.QUESTIONNAIRE, part, "rounds", "late")
                        : tables.facts(CountingView.QUESTIONNAIRE, part));
        all.addAll(parts(CountingView.QUESTIONNAIRE, part));
        return all;
    }

    private WorkFigures.Part counts(CountingView view) throws SQLException {
        return view.isSplitBy(split.by()) ? work.counts(view) : new WorkFigures.Part("", Map.of());
    }

    private List<FigureTable> with(CountingView view, WorkFigures.Part part, FigureTable first) throws SQLException {
        List<FigureTable> all = new ArrayList<>(List.of(first));
        all.addAll(parts(view, part));
        return all;
    }

    private List<FigureTable> parts(CountingView view, WorkFigures.Part total) throws SQLException {
        boolean isListed = split.isTotal() && listed != SplitBy.TOTAL && view.isSplitBy(listed);
        return isListed ? List.of(tables.parts(view, listed, total, work.parts(view, listed))) : List.of();
    }

    private List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(words.say("head." + key));
        }
        return heads;
    }

    private static List<String> inOrder(Set<String> found, List<String> order) {
        List<String> sorted =
                new ArrayList<>(order.stream().filter(found::contains).toList());
        found.stream().filter(each -> !order.contains(each)).forEach(sorted::add);
        return sorted;
    }
}
