package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tsunagi.server.storage.Sql;

/** Reads what was done at a workplace, and what is planned. */
final class DeedReading {
    private static final int PLANS_MAX = 3;

    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;

    DeedReading(Connection connection, String teamId, int fiscalYear) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
    }

    Deeds of(String workplaceId) throws SQLException {
        return new Deeds(
                visits(workplaceId),
                workshops(workplaceId),
                attended(workplaceId),
                actions(workplaceId),
                plans(workplaceId));
    }

    private long visits(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT COUNT(*) AS number FROM counted_work
                        WHERE team_id = ? AND fiscal_year = ? AND workplace_id = ? AND kind = 'visit' AND state = 'done'
                        """, teamId, fiscalYear, workplaceId)
                .first(row -> row.number("number"))
                .orElse(0L);
    }

    private long workshops(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT COUNT(DISTINCT place.workshop_id) AS number FROM workshop_workplace AS place
                        JOIN counted_work AS work
                            ON work.team_id = place.team_id AND work.kind = 'workshop' AND work.id = place.workshop_id
                        WHERE place.team_id = ? AND work.fiscal_year = ? AND place.workplace_id = ?
                        """, teamId, fiscalYear, workplaceId)
                .first(row -> row.number("number"))
                .orElse(0L);
    }

    private long attended(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT COALESCE(SUM(person.people), 0) AS number FROM workshop_people AS person
                        JOIN counted_work AS work
                            ON work.team_id = person.team_id AND work.kind = 'workshop' AND work.id = person.workshop_id
                        WHERE person.team_id = ? AND work.fiscal_year = ? AND person.workplace_id = ?
                        """, teamId, fiscalYear, workplaceId)
                .first(row -> row.number("number"))
                .orElse(0L);
    }

    private List<String> actions(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT action.title FROM counted_work AS work
                        JOIN action ON action.team_id = work.team_id AND action.id = work.id
                        WHERE work.team_id = ? AND work.workplace_id = ? AND work.kind = 'action' AND work.fiscal_year <= ?
                        AND work.state IN ('started', 'going_on') AND action.title IS NOT NULL
                        ORDER BY work.day, work.id
                        """, teamId, workplaceId, fiscalYear).list(row -> row.text("title"));
    }

    private List<Deeds.Plan> plans(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT work.kind, work.day, COALESCE(workshop.title, course.title) AS title FROM counted_work AS work
                        LEFT JOIN workshop
                            ON workshop.team_id = work.team_id AND workshop.id = work.id AND work.kind = 'workshop'
                        LEFT JOIN course ON course.team_id = workshop.team_id AND course.id = workshop.course_id
                        WHERE work.team_id = ? AND work.workplace_id = ? AND work.state = 'unspecified'
                        AND work.kind IN ('visit', 'workshop') AND work.fiscal_year >= ? ORDER BY work.day, work.id
                        """, teamId, workplaceId, fiscalYear)
                .list(row -> new Deeds.Plan(
                        row.optionalText("day").orElse(""),
                        row.text("kind").equals("visit")
                                ? "訪問"
                                : "講座"
                                        + row.optionalText("title")
                                                .map(title -> "「" + title + "」")
                                                .orElse("")))
                .stream()
                .limit(PLANS_MAX)
                .toList();
    }
}
