package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tsunagi.server.figures.Comparisons.Comparison;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/**
 * The figures of what one team was answered in one fiscal year: sheets, satisfaction, before and after, ratings. What sheets
 * say is read as it is published, with small groups hidden.
 */
final class AnswerFigures {
    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;

    AnswerFigures(Connection connection, String teamId, int fiscalYear) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
    }

    record Round(
            Optional<String> name,
            OptionalLong addressed,
            OptionalLong out,
            long back,
            long valid,
            OptionalDouble returnRate,
            OptionalDouble validRate,
            long invalid,
            long withdrawn,
            long brokenOff) {}

    /** A question that was answered by 5 to 1 and by nothing else. */
    record Satisfaction(Optional<String> round, String formVersionId, String questionPath, FiveSteps steps) {
        /** The path without the form's own name. */
        String shortPath() {
            return questionPath.substring(questionPath.indexOf('/', 1) + 1);
        }
    }

    /** Sheets of two rounds that are compared: in a pair, or in none for this reason. */
    record Pairing(Optional<String> round, String afterRoundId, String side, String reason, long sheets) {
        boolean isPaired() {
            return reason.equals("paired");
        }
    }

    /**
     * What a comparison is of.
     *
     * @param better `higher`, `lower`, or neither
     */
    record Scale(
            String key, Optional<String> name, String better, OptionalDouble least, OptionalDouble most, String unit) {}

    record Mean(long sheets, double mean) {}

    record Rating(
            String group,
            String heldOn,
            long selfRaters,
            OptionalDouble self,
            long otherRaters,
            OptionalDouble other) {}

    List<Round> rounds() throws SQLException {
        return Sql.of(connection, """
                        SELECT name, addressed, sheets_out, sheets_back, sheets_valid, return_rate, valid_rate, invalid, withdrawn,
                            broken_off
                        FROM figure_round WHERE team_id = ? AND fiscal_year = ? ORDER BY name, round_id
                        """, teamId, fiscalYear)
                .list(row -> new Round(
                        row.optionalText("name"),
                        row.optionalNumber("addressed"),
                        row.optionalNumber("sheets_out"),
                        row.number("sheets_back"),
                        row.number("sheets_valid"),
                        decimal(row, "return_rate"),
                        decimal(row, "valid_rate"),
                        row.number("invalid"),
                        row.number("withdrawn"),
                        row.number("broken_off")));
    }

    List<Satisfaction> satisfaction() throws SQLException {
        record Asked(String id, Optional<String> name, String formVersionId) {}
        List<Asked> rounds = Sql.of(connection, """
                        SELECT round.id, round.name, round.form_version_id FROM counted_work AS work
                        JOIN round ON round.team_id = work.team_id AND round.id = work.id
                        WHERE work.team_id = ? AND work.fiscal_year = ? AND work.kind = 'round' AND round.workshop_id IS NOT NULL
                        ORDER BY round.name, round.id
                        """, teamId, fiscalYear)
                .list(row -> new Asked(
                        row.text("id"),
                        row.optionalText("name"),
                        row.optionalText("form_version_id").orElse("")));
        List<Satisfaction> all = new ArrayList<>();
        // One by one, because PostgreSQL works the view out for all rounds where it is joined.
        for (Asked round : rounds) {
            steps(round.id()).forEach((path, steps) -> {
                if (steps.areAllThereIs()) {
                    all.add(new Satisfaction(round.name(), round.formVersionId(), path, steps));
                }
            });
        }
        return all;
    }

    private Map<String, FiveSteps> steps(String roundId) throws SQLException {
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
        return questions;
    }

    List<Pairing> pairings() throws SQLException {
        return Sql.of(connection, """
                        SELECT round.name, pair.after_round_id, pair.side, pair.reason, pair.sheets FROM figure_pair AS pair
                        JOIN round ON round.team_id = pair.team_id AND round.id = pair.after_round_id
                        WHERE pair.team_id = ? AND pair.fiscal_year = ?
                        AND (pair.reason <> 'paired' OR pair.side = 'after') ORDER BY round.name, pair.side, pair.reason
                        """, teamId, fiscalYear)
                .list(row -> new Pairing(
                        row.optionalText("name"),
                        row.text("after_round_id"),
                        row.text("side"),
                        row.text("reason"),
                        row.number("sheets")));
    }

    List<Comparison> comparisons() throws SQLException {
        return new Comparisons(connection).of(teamId, fiscalYear);
    }

    /** The scale that a round's form has under this key. */
    Scale scale(String roundId, String scaleKey) throws SQLException {
        return Sql.of(connection, """
                        SELECT scale.name, scale.better, scale.least, scale.most, scale.unit FROM round
                        JOIN form_version_scale AS scale
                            ON scale.team_id = round.team_id AND scale.form_version_id = round.form_version_id
                        WHERE round.team_id = ? AND round.id = ? AND scale.entry_key = ?
                        """, teamId, roundId, scaleKey)
                .first(row -> new Scale(
                        scaleKey,
                        row.optionalText("name"),
                        row.optionalText("better").orElse(""),
                        decimal(row, "least"),
                        decimal(row, "most"),
                        row.optionalText("unit").orElse("")))
                .orElseGet(() ->
                        new Scale(scaleKey, Optional.empty(), "", OptionalDouble.empty(), OptionalDouble.empty(), ""));
    }

    /** The mean of all valid sheets of a round; empty when it is hidden. */
    Optional<Mean> mean(String roundId, String scaleKey) throws SQLException {
        return Sql.of(connection, """
                        SELECT sheets, mean FROM published_score
                        WHERE team_id = ? AND round_id = ? AND scale_key = ? AND unit_kind = 'total' AND is_hidden = 0
                        """, teamId, roundId, scaleKey)
                .first(row -> new Mean(row.number("sheets"), row.decimal("mean")));
    }

    List<Rating> ratings() throws SQLException {
        return Sql.of(connection, """
                        SELECT group_name, held_on, self_raters, self_mean, other_raters, other_mean FROM figure_rating
                        WHERE team_id = ? AND fiscal_year = ? AND heading = '' ORDER BY group_name, held_on, meeting_id
                        """, teamId, fiscalYear)
                .list(row -> new Rating(
                        row.optionalText("group_name").orElse(""),
                        row.optionalText("held_on").orElse(""),
                        row.number("self_raters"),
                        decimal(row, "self_mean"),
                        row.number("other_raters"),
                        decimal(row, "other_mean")));
    }

    private static OptionalDouble decimal(Row row, String column) throws SQLException {
        return row.optionalText(column).isPresent() ? OptionalDouble.of(row.decimal(column)) : OptionalDouble.empty();
    }
}
