package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.server.storage.Sql;

/** Reads the figures of a wall sheet on one connection. Of answers it reads published views only. */
public final class WallFigureReading {
    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;

    public WallFigureReading(Connection connection, String teamId, int fiscalYear) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
    }

    /** The figures; empty when there is no such workplace. */
    public Optional<WallFigures> of(String workplaceId) throws SQLException {
        Optional<String> name = Sql.of(
                        connection, "SELECT name FROM workplace WHERE team_id = ? AND id = ?", teamId, workplaceId)
                .first(row -> row.optionalText("name").orElse("(名称未記入)"));
        return name.isPresent() ? Optional.of(read(workplaceId, name.get())) : Optional.empty();
    }

    private WallFigures read(String workplaceId, String name) throws SQLException {
        List<RoundOnWall> rounds = rounds(workplaceId);
        WallFigures figures = new WallFigures(
                workplaceId,
                name,
                fiscalYear,
                people(workplaceId),
                rounds,
                scales(workplaceId, rounds),
                new DeedReading(connection, teamId, fiscalYear).of(workplaceId),
                helpers(workplaceId),
                rounds.stream()
                        .map(RoundOnWall::consultation)
                        .flatMap(Optional::stream)
                        .reduce((first, last) -> last));
        return figures.isTiny() ? figures.withoutFigures() : figures;
    }

    private Optional<Long> people(String workplaceId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT people FROM counted_workplace WHERE team_id = ? AND workplace_id = ? AND people IS NOT NULL",
                        teamId,
                        workplaceId)
                .first(row -> row.number("people"));
    }

    private List<RoundOnWall> rounds(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT asked.round_id, asked.name, version.title, round.opens_on, asked.sheets_out, asked.sheets_back,
                            asked.sheets_valid, round.consultation_phone, round.consultation_hours
                        FROM figure_round AS asked
                        JOIN round ON round.team_id = asked.team_id AND round.id = asked.round_id
                        LEFT JOIN form_version AS version
                            ON version.team_id = round.team_id AND version.id = round.form_version_id
                        WHERE asked.team_id = ? AND asked.fiscal_year = ? AND asked.workplace_id = ?
                        ORDER BY round.opens_on, asked.round_id
                        """, teamId, fiscalYear, workplaceId)
                .list(row -> new RoundOnWall(
                        row.text("round_id"),
                        row.optionalText("name").orElse("調査"),
                        row.optionalText("title").orElse("質問票"),
                        row.optionalText("opens_on").orElse(""),
                        row.optionalNumber("sheets_out").isPresent()
                                ? Optional.of(row.number("sheets_out"))
                                : Optional.empty(),
                        row.number("sheets_back"),
                        row.number("sheets_valid"),
                        consultation(row.optionalText("consultation_phone"), row.optionalText("consultation_hours"))));
    }

    static Optional<String> consultation(Optional<String> phone, Optional<String> hours) {
        return phone.map(
                number -> "電話 " + number + hours.map(words -> "（" + words + "）").orElse(""));
    }

    /** The newest round that has a scale speaks for it. */
    private List<ScaleOnWall> scales(String workplaceId, List<RoundOnWall> rounds) throws SQLException {
        Map<String, ScaleOnWall> scales = new LinkedHashMap<>();
        ScaleReading reading = new ScaleReading(connection, teamId, fiscalYear, workplaceId);
        for (RoundOnWall round : rounds) {
            for (ScaleOnWall scale : reading.of(round)) {
                scales.put(scale.key(), scale);
            }
        }
        return new ArrayList<>(scales.values());
    }

    private List<String> helpers(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT DISTINCT body.name FROM counted_work AS work
                        JOIN work_body ON work_body.team_id = work.team_id AND work_body.kind = work.kind AND work_body.id = work.id
                        JOIN body ON body.body_id = work_body.body_id
                        WHERE work.team_id = ? AND work.fiscal_year = ? AND work.workplace_id = ?
                        AND work.kind IN ('visit', 'workshop', 'round') ORDER BY body.name
                        """, teamId, fiscalYear, workplaceId).list(row -> row.text("name"));
    }
}
