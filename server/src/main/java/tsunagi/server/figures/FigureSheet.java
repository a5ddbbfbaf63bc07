package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tsunagi.server.figures.Comparisons.Comparison;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The figures of one team and fiscal year, read from the views: what may be shown, and nothing else. */
public final class FigureSheet {
    private static final String OCCASIONS = "延べ";
    private static final String DISTINCT = "実";

    /**
     * Figures that stand in the total row of a view.
     *
     * @param columns column, name and way of counting, in turn
     */
    private record Chapter(String title, String view, List<String> columns) {}

    private static final List<Chapter> CHAPTERS = List.of(
            chapter(
                    "働きかけ",
                    "figure_approach",
                    "approached",
                    "働きかけた事業場",
                    OCCASIONS,
                    "accepted",
                    "受け入れ",
                    OCCASIONS,
                    "accepted_workplaces",
                    "受け入れ",
                    DISTINCT,
                    "later",
                    "後日",
                    OCCASIONS,
                    "declined",
                    "辞退",
                    OCCASIONS,
                    "late",
                    "締め後の追加",
                    OCCASIONS),
            chapter(
                    "計画と実績",
                    "figure_plan",
                    "planned_visits",
                    "訪問 計画",
                    OCCASIONS,
                    "visits",
                    "訪問 実績",
                    OCCASIONS,
                    "planned_workshops",
                    "講座 計画",
                    OCCASIONS,
                    "workshops",
                    "講座 実績",
                    OCCASIONS,
                    "planned_workplaces",
                    "事業場 計画",
                    DISTINCT,
                    "workplaces",
                    "事業場 実績",
                    DISTINCT),
            chapter(
                    "訪問",
                    "figure_visit",
                    "visits",
                    "訪問",
                    OCCASIONS,
                    "workplaces",
                    "訪問した事業場",
                    DISTINCT,
                    "attempts",
                    "訪問の試み",
                    OCCASIONS,
                    "late",
                    "締め後の追加",
                    OCCASIONS),
            chapter(
                    "関わった事業場",
                    "figure_reach",
                    "occasions",
                    "関わり",
                    OCCASIONS,
                    "workplaces",
                    "事業場",
                    DISTINCT,
                    "new_workplaces",
                    "うち新規",
                    DISTINCT,
                    "repeat_workplaces",
                    "うち継続",
                    DISTINCT),
            chapter(
                    "講座",
                    "figure_workshop",
                    "workshops",
                    "開催",
                    OCCASIONS,
                    "participants",
                    "受講者",
                    OCCASIONS,
                    "named_participants",
                    "うち記名",
                    OCCASIONS,
                    "distinct_participants",
                    "受講者(記名のみ)",
                    DISTINCT,
                    "workplaces_by_workshop",
                    "参加事業場",
                    OCCASIONS,
                    "workplaces",
                    "参加事業場",
                    DISTINCT,
                    "late",
                    "締め後の追加",
                    OCCASIONS),
            chapter(
                    "調査",
                    "figure_questionnaire",
                    "rounds",
                    "調査回",
                    OCCASIONS,
                    "sheets_out",
                    "配布",
                    "枚",
                    "sheets_back",
                    "回収",
                    "枚",
                    "sheets_valid",
                    "有効",
                    "枚"),
            chapter(
                    "事業場の取組",
                    "figure_action",
                    "actions",
                    "始めた取組",
                    OCCASIONS,
                    "workplaces",
                    "始めた事業場",
                    DISTINCT,
                    "going_on",
                    "続いている取組",
                    OCCASIONS),
            chapter(
                    "次の約束",
                    "figure_follow_up",
                    "follow_ups",
                    "約束",
                    OCCASIONS,
                    "open_follow_ups",
                    "うち未了",
                    OCCASIONS,
                    "overdue",
                    "うち期限切れ",
                    OCCASIONS));

    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;
    private final List<Figure> figures = new ArrayList<>();

    private FigureSheet(Connection connection, String teamId, int fiscalYear) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
    }

    /** Reads them all. */
    public static List<Figure> of(Connection connection, String teamId, int fiscalYear) throws SQLException {
        FigureSheet sheet = new FigureSheet(connection, teamId, fiscalYear);
        for (Chapter chapter : CHAPTERS) {
            sheet.add(chapter);
        }
        sheet.addRepeated();
        sheet.addReferrals();
        sheet.addHours();
        sheet.addRounds();
        sheet.addSatisfaction();
        sheet.addPairs();
        sheet.addComparisons();
        sheet.addRatings();
        return List.copyOf(sheet.figures);
    }

    private static Chapter chapter(String title, String view, String... columns) {
        return new Chapter(title, view, List.of(columns));
    }

    private void add(Chapter chapter) throws SQLException {
        Sql sql = ask(
                "SELECT * FROM " + chapter.view() + " WHERE team_id = ? AND fiscal_year = ? AND split_by = 'total'");
        sql.first(row -> {
            for (int i = 0; i < chapter.columns().size(); i += 3) {
                OptionalLong value = row.optionalNumber(chapter.columns().get(i));
                String shown = value.isPresent() ? Long.toString(value.getAsLong()) : "―";
                add(
                        chapter.title(),
                        chapter.columns().get(i + 1),
                        chapter.columns().get(i + 2),
                        shown);
            }
            return row;
        });
    }

    private void addRepeated() throws SQLException {
        each("""
                SELECT times, people FROM figure_repeat_participant
                WHERE team_id = ? AND fiscal_year = ? AND split_by = 'total' ORDER BY times
                """, row -> add("講座", row.number("times") + "回受講", DISTINCT, row.text("people")));
    }

    private void addReferrals() throws SQLException {
        each(
                """
                SELECT strength, result, referrals FROM figure_referral
                WHERE team_id = ? AND fiscal_year = ? AND split_by = 'total' ORDER BY strength, result
                """,
                row -> add(
                        "紹介・つなぎ",
                        FigureWords.of(row.text("strength")) + " → " + FigureWords.of(row.text("result")),
                        OCCASIONS,
                        row.text("referrals")));
    }

    private void addHours() throws SQLException {
        each("""
                SELECT kind, people, working_minutes + travel_minutes + preparation_minutes AS minutes FROM figure_hours
                WHERE team_id = ? AND fiscal_year = ? AND split_by = 'total' ORDER BY kind
                """, row -> add("従事時間", FigureWords.of(row.text("kind")), "分", row.text("minutes")));
    }

    private void addRounds() throws SQLException {
        each("""
                SELECT name, sheets_out, sheets_back, sheets_valid, return_rate, valid_rate FROM figure_round
                WHERE team_id = ? AND fiscal_year = ? ORDER BY name, round_id
                """, row -> {
            String name = row.optionalText("name").orElse("調査回");
            add(
                    name,
                    "配布・回収・有効",
                    "枚",
                    row.optionalText("sheets_out").orElse("―") + "・" + row.text("sheets_back") + "・"
                            + row.text("sheets_valid"));
            if (row.optionalText("return_rate").isPresent()) {
                add(name, "回収率", "率", percent(row.decimal("return_rate")));
                add(name, "有効回答率(配布に対し)", "率", percent(row.decimal("valid_rate")));
            }
        });
    }

    private void addSatisfaction() throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        each("""
                SELECT round.id, round.name FROM counted_work AS work
                JOIN round ON round.team_id = work.team_id AND round.id = work.id
                WHERE work.team_id = ? AND work.fiscal_year = ? AND work.kind = 'round' AND round.workshop_id IS NOT NULL
                ORDER BY round.name, round.id
                """, row -> names.put(row.text("id"), row.optionalText("name").orElse("調査回")));
        // One by one, because PostgreSQL works the view out for all rounds where it is joined.
        for (Map.Entry<String, String> round : names.entrySet()) {
            addSatisfaction(round.getKey(), round.getValue());
        }
    }

    /** Those questions of a round that were answered by 5 to 1 and by nothing else. */
    private void addSatisfaction(String roundId, String roundName) throws SQLException {
        Map<String, FiveSteps> questions = new LinkedHashMap<>();
        Sql.of(connection, """
                        SELECT question_path, answer, sheets FROM published_answer_count
                        WHERE team_id = ? AND round_id = ? AND unit_kind = 'total' ORDER BY question_path
                        """, teamId, roundId).visit(row -> {
            questions
                    .computeIfAbsent(row.text("question_path"), unused -> new FiveSteps())
                    .add(row.optionalText("answer"), row.number("sheets"));
            return true;
        });
        questions.forEach((path, steps) -> {
            if (steps.areAllThereIs()) {
                String question = FigureWords.of(path.substring(path.indexOf('/', 1) + 1));
                add("満足度", roundName + " " + question, "5〜1", steps.text());
            }
        });
    }

    private void addPairs() throws SQLException {
        each("""
                SELECT round.name, pair.side, pair.reason, pair.sheets FROM figure_pair AS pair
                JOIN round ON round.team_id = pair.team_id AND round.id = pair.after_round_id
                WHERE pair.team_id = ? AND pair.fiscal_year = ?
                AND (pair.reason <> 'paired' OR pair.side = 'after') ORDER BY round.name, pair.side, pair.reason
                """, row -> {
            boolean isPaired = row.text("reason").equals("paired");
            String name = isPaired
                    ? "対応のある組"
                    : FigureWords.of(row.text("side")) + "のみ: " + FigureWords.of(row.text("reason"));
            add(row.optionalText("name").orElse("前後比較"), name, isPaired ? "組" : "枚", row.text("sheets"));
        });
    }

    private void addComparisons() throws SQLException {
        for (Comparison comparison : new Comparisons(connection).of(teamId, fiscalYear)) {
            PairedComparison scores = comparison.scores();
            String name = "前後の差 " + comparison.scaleKey();
            if (comparison.isPublic()) {
                add("前後比較", name, scores.pairs() + "組", difference(scores));
            } else {
                add("前後比較", name, "", "非表示(少人数のため)");
            }
        }
    }

    private static String difference(PairedComparison scores) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%+.2f", scores.meanDifference()));
        if (scores.intervalFrom().isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    "(95%%信頼区間 %.2f〜%.2f)",
                    scores.intervalFrom().getAsDouble(),
                    scores.intervalTo().orElseThrow()));
        }
        return text + p(" t検定", scores.pairedT()) + p(" 符号付順位検定", scores.wilcoxon());
    }

    private static String p(String test, OptionalDouble p) {
        if (p.isEmpty()) {
            return "";
        }
        return test + (p.getAsDouble() < 0.001 ? " p<0.001" : String.format(Locale.ROOT, " p=%.3f", p.getAsDouble()));
    }

    private void addRatings() throws SQLException {
        each(
                """
                SELECT group_name, held_on, self_mean, other_mean FROM figure_rating
                WHERE team_id = ? AND fiscal_year = ? AND heading = '' AND self_mean IS NOT NULL AND other_mean IS NOT NULL
                ORDER BY group_name, held_on
                """,
                row -> add(
                        "会議の評価",
                        Optional.ofNullable(row.text("group_name")).orElse("") + " " + row.text("held_on"),
                        "平均",
                        String.format(
                                Locale.ROOT, "自己 %.2f・他者 %.2f", row.decimal("self_mean"), row.decimal("other_mean"))));
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f%%", rate * 100);
    }

    private void add(String chapter, String name, String counting, String value) {
        figures.add(new Figure(chapter, name, counting, value));
    }

    private Sql ask(String sql) {
        return Sql.of(connection, sql, teamId, fiscalYear);
    }

    private void each(String sql, Telling telling) throws SQLException {
        ask(sql).visit(row -> {
            telling.tell(row);
            return true;
        });
    }

    /** Takes figures from one row. */
    private interface Telling {
        void tell(Row row) throws SQLException;
    }
}
