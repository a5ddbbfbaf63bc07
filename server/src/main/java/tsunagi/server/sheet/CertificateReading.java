package tsunagi.server.sheet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagi.server.sheet.Certificate.Deed;
import tsunagi.server.sheet.Certificate.Kind;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Reads what was done for a workplace in a year. */
public final class CertificateReading {
    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;

    public CertificateReading(Connection connection, String teamId, int fiscalYear) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
    }

    /** The certificate; empty when there is no such workplace. */
    public Optional<Certificate> of(String workplaceId) throws SQLException {
        Optional<String> name = Sql.of(
                        connection, "SELECT name FROM workplace WHERE team_id = ? AND id = ?", teamId, workplaceId)
                .first(row -> row.optionalText("name").orElse("(名称未記入)"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<Deed> deeds = new ArrayList<>(workshops(workplaceId));
        deeds.addAll(visits(workplaceId));
        deeds.sort(Comparator.comparing(Deed::day));
        return Optional.of(new Certificate(workplaceId, name.get(), fiscalYear, List.copyOf(deeds)));
    }

    private List<Deed> workshops(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT work.id, work.day, COALESCE(workshop.title, course.title) AS what, workshop.place,
                            (SELECT SUM(person.people) FROM workshop_people AS person
                                WHERE person.team_id = work.team_id AND person.workshop_id = work.id
                                AND person.workplace_id = place.workplace_id) AS people
                        FROM workshop_workplace AS place
                        JOIN counted_work AS work
                            ON work.team_id = place.team_id AND work.kind = 'workshop' AND work.id = place.workshop_id
                        JOIN workshop ON workshop.team_id = work.team_id AND workshop.id = work.id
                        LEFT JOIN course ON course.team_id = workshop.team_id AND course.id = workshop.course_id
                        WHERE place.team_id = ? AND place.workplace_id = ? AND work.fiscal_year = ? AND work.state = 'held'
                        ORDER BY work.day, work.id
                        """, teamId, workplaceId, fiscalYear).list(row -> deed(Kind.WORKSHOP, row));
    }

    private List<Deed> visits(String workplaceId) throws SQLException {
        return Sql.of(connection, """
                        SELECT work.id, work.day, '訪問' AS what, '事業場' AS place, visit.met_workers AS people
                        FROM counted_work AS work
                        JOIN visit ON visit.team_id = work.team_id AND visit.id = work.id
                        WHERE work.team_id = ? AND work.workplace_id = ? AND work.fiscal_year = ? AND work.kind = 'visit'
                            AND work.state = 'done'
                        ORDER BY work.day, work.id
                        """, teamId, workplaceId, fiscalYear).list(row -> deed(Kind.VISIT, row));
    }

    private Deed deed(Kind kind, Row row) throws SQLException {
        String id = row.text("id");
        String table = kind == Kind.WORKSHOP ? "workshop" : "visit";
        return new Deed(
                kind,
                id,
                row.optionalText("day").orElse(""),
                row.optionalText("what").orElse("講座"),
                row.optionalNumber("people").isPresent() ? Optional.of(row.number("people")) : Optional.empty(),
                row.optionalText("place"),
                names("""
                        SELECT DISTINCT body.name FROM work_body AS part JOIN body ON body.body_id = part.body_id
                        WHERE part.kind = '%s' AND part.team_id = ? AND part.id = ? ORDER BY body.name
                        """.formatted(table), id),
                names("""
                        SELECT COALESCE(person.name, member.name) AS name FROM %s_member AS member
                        LEFT JOIN person ON person.person_id = member.entry_key
                        WHERE member.team_id = ? AND member.%s_id = ? AND COALESCE(person.name, member.name) IS NOT NULL
                        ORDER BY CASE member.role WHEN 'instructor' THEN 0 ELSE 1 END, member.entry_key
                        """.formatted(table, table), id));
    }

    private List<String> names(String sql, String id) throws SQLException {
        return Sql.of(connection, sql, teamId, id).list(row -> row.text("name"));
    }
}
