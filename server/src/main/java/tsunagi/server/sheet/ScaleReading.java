package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.server.sheet.ScaleOnWall.Band;
import tsunagi.server.sheet.ScaleOnWall.Better;
import tsunagi.server.sheet.ScaleOnWall.Change;
import tsunagi.server.sheet.ScaleOnWall.Mean;
import tsunagi.server.sheet.ScaleOnWall.Unit;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Reads the scales of the rounds of one workplace, from published views only. */
final class ScaleReading {
    /** Among fewer others it could be told which is whose. */
    private static final int OTHERS_MIN = 5;

    private static final int VALUES_MAX = 10;

    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;
    private final String workplaceId;

    ScaleReading(Connection connection, String teamId, int fiscalYear, String workplaceId) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
        this.workplaceId = workplaceId;
    }

    /**
     * A scale as the form of a round has it.
     *
     * @param question the one question that it is, when there is no more to it; empty otherwise
     */
    private record Definition(
            String key,
            String name,
            Better better,
            double least,
            double most,
            String unit,
            Optional<String> question) {}

    List<ScaleOnWall> of(RoundOnWall round) throws SQLException {
        Optional<String> beforeId = Sql.of(
                        connection,
                        "SELECT before_round_id FROM round_pairing WHERE team_id = ? AND after_round_id = ?",
                        teamId,
                        round.id())
                .first(row -> row.text("before_round_id"));
        List<ScaleOnWall> scales = new ArrayList<>();
        for (Definition scale : definitions(round.id())) {
            Optional<Mean> now = mean(round.id(), scale.key());
            if (now.isPresent()) {
                scales.add(scale(round, beforeId, scale, now.get()));
            }
        }
        return scales;
    }

    private ScaleOnWall scale(RoundOnWall round, Optional<String> beforeId, Definition scale, Mean now)
            throws SQLException {
        Optional<Mean> before = beforeId.isPresent() ? mean(beforeId.get(), scale.key()) : Optional.empty();
        return new ScaleOnWall(
                scale.key(),
                scale.name(),
                scale.better(),
                scale.least(),
                scale.most(),
                scale.unit(),
                now,
                before,
                beforeId.isPresent() ? change(beforeId.get(), round.id(), scale.key()) : Optional.empty(),
                bands(round.id(), beforeId.filter(id -> before.isPresent()), scale),
                others(round.id(), scale.key()),
                units(round.id(), scale.key()));
    }

    private List<Definition> definitions(String roundId) throws SQLException {
        return Sql.of(connection, """
                        SELECT scale.entry_key, scale.name, scale.better, scale.least, scale.most, scale.unit,
                            (SELECT MAX(CASE WHEN item.is_reversed = 1 OR item.scale_key IS NOT NULL OR EXISTS (
                                    SELECT 1 FROM form_version_scale_item_point AS point
                                    WHERE point.team_id = item.team_id AND point.form_version_id = item.form_version_id
                                    AND point.entry_key = item.entry_key) THEN NULL ELSE item.question_path END)
                                FROM form_version_scale_item AS item
                                WHERE item.team_id = scale.team_id AND item.form_version_id = scale.form_version_id
                                AND item.entry_key = scale.entry_key HAVING COUNT(*) = 1) AS question
                        FROM round
                        JOIN form_version_scale AS scale
                            ON scale.team_id = round.team_id AND scale.form_version_id = round.form_version_id
                        WHERE round.team_id = ? AND round.id = ? AND scale.least IS NOT NULL AND scale.most > scale.least
                        ORDER BY COALESCE(scale.is_needed, 0) DESC, scale.entry_key
                        """, teamId, roundId).list(ScaleReading::definition);
    }

    private static Definition definition(Row row) throws SQLException {
        return new Definition(
                row.text("entry_key"),
                row.optionalText("name").orElse(row.text("entry_key")),
                better(row.optionalText("better")),
                row.decimal("least"),
                row.decimal("most"),
                row.optionalText("unit").orElse(""),
                row.optionalText("question"));
    }

    static Better better(Optional<String> word) {
        return switch (word.orElse("")) {
            case "higher" -> Better.HIGHER;
            case "lower" -> Better.LOWER;
            default -> Better.NEITHER;
        };
    }

    private Optional<Mean> mean(String roundId, String scaleKey) throws SQLException {
        return Sql.of(connection, """
                        SELECT score.sheets, score.mean, round.name FROM published_score AS score
                        JOIN round ON round.team_id = score.team_id AND round.id = score.round_id
                        WHERE score.team_id = ? AND score.round_id = ? AND score.scale_key = ? AND score.unit_kind = 'total'
                        """, teamId, roundId, scaleKey)
                .first(row ->
                        new Mean(row.optionalText("name").orElse("調査"), row.number("sheets"), row.decimal("mean")));
    }

    private Optional<Change> change(String beforeId, String afterId, String scaleKey) throws SQLException {
        return Sql.of(connection, """
                        SELECT pairs, mean_difference FROM published_pair
                        WHERE team_id = ? AND before_round_id = ? AND after_round_id = ? AND scale_key = ? AND is_hidden = 0
                        """, teamId, beforeId, afterId, scaleKey)
                .first(row -> new Change(row.number("pairs"), row.decimal("mean_difference")));
    }

    private List<Band> bands(String roundId, Optional<String> beforeId, Definition scale) throws SQLException {
        if (scale.question().isEmpty() || scale.least() < 0 || scale.most() > VALUES_MAX) {
            return List.of();
        }
        Optional<Map<Integer, Long>> before = beforeId.isPresent()
                ? Optional.of(answers(beforeId.get(), scale.question().get()))
                : Optional.empty();
        return Bands.of(
                (int) scale.least(),
                (int) scale.most(),
                before,
                answers(roundId, scale.question().get()));
    }

    private Map<Integer, Long> answers(String roundId, String question) throws SQLException {
        Map<Integer, Long> people = new HashMap<>();
        Sql.of(connection, """
                        SELECT answer, sheets FROM published_answer_count
                        WHERE team_id = ? AND round_id = ? AND question_path = ? AND unit_kind = 'total'
                        """, teamId, roundId, question).visit(row -> {
            Optional<String> number = row.optionalText("answer").filter(answer -> answer.matches("\\d{1,2}"));
            if (number.isPresent()) {
                people.put(Integer.valueOf(number.get()), row.number("sheets"));
            }
            return true;
        });
        return people;
    }

    private List<Unit> units(String roundId, String scaleKey) throws SQLException {
        return Sql.of(connection, """
                        SELECT unit_name, is_hidden, sheets, mean FROM published_score
                        WHERE team_id = ? AND round_id = ? AND scale_key = ? AND unit_kind = 'department' AND unit_name IS NOT NULL
                        ORDER BY is_hidden, unit_name
                        """, teamId, roundId, scaleKey)
                .list(row -> new Unit(
                        row.text("unit_name"),
                        row.truth("is_hidden")
                                ? Optional.empty()
                                : Optional.of(new Mean("", row.number("sheets"), row.decimal("mean")))));
    }

    /** Of each other workplace the mean of its newest round. */
    private List<Double> others(String roundId, String scaleKey) throws SQLException {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Asked asked : asked(roundId)) {
            // One by one, because PostgreSQL works the view out for all rounds where it is joined.
            Sql.of(connection, """
                            SELECT unit_kind, unit_key, mean FROM published_score
                            WHERE team_id = ? AND round_id = ? AND scale_key = ? AND is_hidden = 0
                            """, teamId, asked.roundId(), scaleKey).visit(row -> {
                if (asked.workplaceId().isPresent()
                        ? row.text("unit_kind").equals("total")
                        : row.text("unit_kind").equals("workplace")
                                && !row.text("unit_key").isEmpty()) {
                    means.put(asked.workplaceId().orElse(row.text("unit_key")), row.decimal("mean"));
                }
                return true;
            });
        }
        means.remove(workplaceId);
        return means.size() < OTHERS_MIN
                ? List.of()
                : means.values().stream().sorted().toList();
    }

    /** A round of the same form. */
    private record Asked(String roundId, Optional<String> workplaceId) {}

    private List<Asked> asked(String roundId) throws SQLException {
        return Sql.of(connection, """
                        SELECT work.id, work.workplace_id FROM counted_work AS work
                        JOIN round ON round.team_id = work.team_id AND round.id = work.id
                        JOIN form_version AS version
                            ON version.team_id = round.team_id AND version.id = round.form_version_id
                        WHERE work.team_id = ? AND work.kind = 'round' AND work.fiscal_year <= ? AND version.form_key = (
                            SELECT this_version.form_key FROM round AS this_round
                            JOIN form_version AS this_version ON this_version.team_id = this_round.team_id
                                AND this_version.id = this_round.form_version_id
                            WHERE this_round.team_id = work.team_id AND this_round.id = ?)
                        ORDER BY work.day, work.id
                        """, teamId, fiscalYear, roundId)
                .list(row -> new Asked(row.text("id"), row.optionalText("workplace_id")));
    }
}
