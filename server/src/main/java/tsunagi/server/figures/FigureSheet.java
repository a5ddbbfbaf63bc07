package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tsunagi.server.figures.AnswerFigures.Pairing;
import tsunagi.server.figures.AnswerFigures.Rating;
import tsunagi.server.figures.AnswerFigures.Round;
import tsunagi.server.figures.AnswerFigures.Satisfaction;
import tsunagi.server.figures.Comparisons.Comparison;
import tsunagi.server.words.Language;

/** The figures of one team and fiscal year as a list, in Japanese: what may be shown, and nothing else. */
public final class FigureSheet {
    private final FigureWords words = FigureWords.in(Language.JAPANESE);
    private final WorkFigures work;
    private final AnswerFigures answers;
    private final List<Figure> figures = new ArrayList<>();

    /** A count that the list has, by its view and column. */
    private record Line(CountingView view, String column, boolean isOccasions) {
        static Line occasions(CountingView view, String column) {
            return new Line(view, column, true);
        }

        static Line distinct(CountingView view, String column) {
            return new Line(view, column, false);
        }
    }

    private static final List<List<Line>> CHAPTERS = List.of(
            List.of(
                    Line.occasions(CountingView.APPROACH, "approached"),
                    Line.occasions(CountingView.APPROACH, "accepted"),
                    Line.distinct(CountingView.APPROACH, "accepted_workplaces"),
                    Line.occasions(CountingView.APPROACH, "later"),
                    Line.occasions(CountingView.APPROACH, "declined"),
                    Line.occasions(CountingView.APPROACH, "late")),
            List.of(
                    Line.occasions(CountingView.PLAN, "planned_visits"),
                    Line.occasions(CountingView.PLAN, "visits"),
                    Line.occasions(CountingView.PLAN, "planned_workshops"),
                    Line.occasions(CountingView.PLAN, "workshops"),
                    Line.distinct(CountingView.PLAN, "planned_workplaces"),
                    Line.distinct(CountingView.PLAN, "workplaces")),
            List.of(
                    Line.occasions(CountingView.VISIT, "visits"),
                    Line.distinct(CountingView.VISIT, "workplaces"),
                    Line.occasions(CountingView.VISIT, "attempts"),
                    Line.occasions(CountingView.VISIT, "late")),
            List.of(
                    Line.occasions(CountingView.REACH, "occasions"),
                    Line.distinct(CountingView.REACH, "workplaces"),
                    Line.distinct(CountingView.REACH, "new_workplaces"),
                    Line.distinct(CountingView.REACH, "repeat_workplaces")),
            List.of(
                    Line.occasions(CountingView.WORKSHOP, "workshops"),
                    Line.occasions(CountingView.WORKSHOP, "participants"),
                    Line.occasions(CountingView.WORKSHOP, "named_participants"),
                    Line.distinct(CountingView.WORKSHOP, "distinct_participants"),
                    Line.occasions(CountingView.WORKSHOP, "workplaces_by_workshop"),
                    Line.distinct(CountingView.WORKSHOP, "workplaces"),
                    Line.occasions(CountingView.WORKSHOP, "late")),
            List.of(
                    Line.occasions(CountingView.QUESTIONNAIRE, "rounds"),
                    Line.occasions(CountingView.QUESTIONNAIRE, "sheets_out"),
                    Line.occasions(CountingView.QUESTIONNAIRE, "sheets_back"),
                    Line.occasions(CountingView.QUESTIONNAIRE, "sheets_valid")),
            List.of(
                    Line.occasions(CountingView.ACTION, "actions"),
                    Line.distinct(CountingView.ACTION, "workplaces"),
                    Line.occasions(CountingView.ACTION, "going_on")),
            List.of(
                    Line.occasions(CountingView.FOLLOW_UP, "follow_ups"),
                    Line.occasions(CountingView.FOLLOW_UP, "open_follow_ups"),
                    Line.occasions(CountingView.FOLLOW_UP, "overdue")));

    private FigureSheet(WorkFigures work, AnswerFigures answers) {
        this.work = work;
        this.answers = answers;
    }

    /** Reads them all. */
    public static List<Figure> of(Connection connection, String teamId, int fiscalYear) throws SQLException {
        FigureSheet sheet = new FigureSheet(
                new WorkFigures(connection, teamId, fiscalYear, Split.TOTAL),
                new AnswerFigures(connection, teamId, fiscalYear));
        for (List<Line> chapter : CHAPTERS) {
            sheet.addCounts(chapter);
        }
        sheet.addRepeated();
        sheet.addReferrals();
        sheet.addHours();
        sheet.addRounds();
        sheet.addSatisfaction();
        sheet.addPairings();
        sheet.addComparisons();
        sheet.addRatings();
        return List.copyOf(sheet.figures);
    }

    private void addCounts(List<Line> chapter) throws SQLException {
        CountingView view = chapter.get(0).view();
        WorkFigures.Part part = work.counts(view);
        if (part.isEmpty()) {
            return;
        }
        for (Line line : chapter) {
            OptionalLong value = part.counts().get(line.column());
            add(
                    chapter(view),
                    words.say("line." + view.key() + "." + line.column()),
                    counting(view, line),
                    value.isPresent() ? Long.toString(value.getAsLong()) : words.say("nothing"));
        }
    }

    private String counting(CountingView view, Line line) {
        if (view == CountingView.QUESTIONNAIRE && line.column().startsWith("sheets")) {
            return words.say("unit.sheets");
        }
        return words.say(line.isOccasions() ? "occasions" : "distinct");
    }

    private String chapter(CountingView view) {
        return words.say("chapter." + view.key());
    }

    private void addRepeated() throws SQLException {
        for (WorkFigures.Repeated each : work.repeated()) {
            add(
                    chapter(CountingView.WORKSHOP),
                    words.say("workshop.times", each.times()),
                    words.say("distinct"),
                    Long.toString(each.people()));
        }
    }

    private void addReferrals() throws SQLException {
        for (WorkFigures.Referrals each : work.referrals()) {
            add(
                    words.say("chapter.referral"),
                    words.value(each.strength()) + " → " + words.value(each.result()),
                    words.say("occasions"),
                    Long.toString(each.referrals()));
        }
    }

    private void addHours() throws SQLException {
        for (WorkFigures.Hours each : work.hours()) {
            add(
                    words.say("chapter.hours"),
                    words.value(each.kind()),
                    words.say("hours.minutes"),
                    Long.toString(each.minutes()));
        }
    }

    private void addRounds() throws SQLException {
        for (Round round : answers.rounds()) {
            String name = named(round.name());
            String out = round.out().isPresent() ? Long.toString(round.out().getAsLong()) : words.say("nothing");
            add(
                    name,
                    words.say("line.round.counts"),
                    words.say("unit.sheets"),
                    out + "・" + round.back() + "・" + round.valid());
            addRate(name, "line.round.return_rate", round.returnRate());
            addRate(name, "line.round.valid_rate", round.validRate());
        }
    }

    private void addRate(String round, String key, OptionalDouble rate) {
        if (rate.isPresent()) {
            add(
                    round,
                    words.say(key),
                    words.say("rate"),
                    String.format(Locale.ROOT, "%.1f%%", rate.getAsDouble() * 100));
        }
    }

    private void addSatisfaction() throws SQLException {
        for (Satisfaction each : answers.satisfaction()) {
            add(
                    words.say("chapter.satisfaction"),
                    named(each.round()) + " " + words.value(each.shortPath()),
                    words.say("satisfaction.steps"),
                    each.steps().text());
        }
    }

    private void addPairings() throws SQLException {
        for (Pairing each : answers.pairings()) {
            String name = each.isPaired()
                    ? words.say("value.paired")
                    : words.say("line.unpaired", words.value(each.side()), words.value(each.reason()));
            add(
                    named(each.round()),
                    name,
                    words.say(each.isPaired() ? "unit.pairs" : "unit.sheets"),
                    Long.toString(each.sheets()));
        }
    }

    private void addComparisons() throws SQLException {
        for (Comparison comparison : answers.comparisons()) {
            PairedComparison scores = comparison.scores();
            String name = words.say("line.difference", comparison.scaleKey());
            if (comparison.isPublic()) {
                add(words.say("chapter.before_after"), name, scores.pairs() + "組", difference(scores));
            } else {
                add(words.say("chapter.before_after"), name, "", words.say("line.hidden"));
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
        for (Rating each : answers.ratings()) {
            if (each.self().isPresent() && each.other().isPresent()) {
                add(
                        words.say("chapter.rating"),
                        each.group() + " " + each.heldOn(),
                        words.say("mean"),
                        String.format(
                                Locale.ROOT,
                                "自己 %.2f・他者 %.2f",
                                each.self().getAsDouble(),
                                each.other().getAsDouble()));
            }
        }
    }

    private String named(Optional<String> round) {
        return round.orElse(words.say("round.unnamed"));
    }

    private void add(String chapter, String name, String counting, String value) {
        figures.add(new Figure(chapter, name, counting, value));
    }
}
