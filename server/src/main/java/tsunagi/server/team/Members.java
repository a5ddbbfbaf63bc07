package tsunagi.server.team;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.sync.v1.Body;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.Role;

/** People, bodies, and who belongs to which team, when and as what. */
public final class Members {
    public void putPerson(Connection connection, String personId, String name) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO person (person_id, name) VALUES (?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET name = excluded.name
                        """, personId, name).update();
    }

    public void putBody(Connection connection, String bodyId, String name) throws SQLException {
        Sql.of(connection, """
                        INSERT INTO body (body_id, name) VALUES (?, ?)
                        ON CONFLICT (body_id) DO UPDATE SET name = excluded.name
                        """, bodyId, name).update();
    }

    /** Begins a membership, or writes the one that began at the same time anew. */
    public void put(Connection connection, Membership membership) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO membership (team_id, person_id, body_id, role, from_ms, until_ms, revoked_at_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (team_id, person_id, from_ms) DO UPDATE SET
                            body_id = excluded.body_id, role = excluded.role,
                            until_ms = excluded.until_ms, revoked_at_ms = excluded.revoked_at_ms
                        """,
                        membership.teamId(),
                        membership.personId(),
                        membership.bodyId(),
                        membership.role(),
                        membership.fromMs(),
                        membership.untilMs(),
                        membership.revokedAtMs())
                .update();
    }

    /** Ends what goes on of a person's memberships in a team, as planned. */
    public void end(Connection connection, UUID teamId, String personId, long untilMs) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE membership SET until_ms = ? WHERE team_id = ? AND person_id = ? AND until_ms IS NULL",
                        untilMs,
                        teamId,
                        personId)
                .update();
    }

    /** Takes a person's memberships in a team away. */
    public void revoke(Connection connection, UUID teamId, String personId, long atMs) throws SQLException {
        Sql.of(connection, """
                        UPDATE membership SET revoked_at_ms = ?
                        WHERE team_id = ? AND person_id = ? AND revoked_at_ms IS NULL
                        """, atMs, teamId, personId).update();
    }

    /** All memberships of a team, also those that are over. */
    public List<Membership> of(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, "SELECT * FROM membership WHERE team_id = ? ORDER BY person_id, from_ms", teamId)
                .list(Members::membership);
    }

    /** All memberships of one person in a team, also those that are over. */
    public List<Membership> of(Connection connection, UUID teamId, String personId) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM membership WHERE team_id = ? AND person_id = ? ORDER BY from_ms",
                        teamId,
                        personId)
                .list(Members::membership);
    }

    /** Who may write in a team at a time, as tablets are told. */
    public List<Member> at(Connection connection, UUID teamId, long atMs) throws SQLException {
        return Sql.of(connection, """
                        SELECT membership.*, person.name FROM membership
                        LEFT JOIN person ON person.person_id = membership.person_id
                        WHERE team_id = ? AND from_ms <= ? AND (until_ms IS NULL OR until_ms > ?)
                            AND revoked_at_ms IS NULL
                        ORDER BY membership.person_id, from_ms
                        """, teamId, atMs, atMs).list(Members::member);
    }

    /** Who was a member of a team before a time and is none then, each as last known. */
    public List<Member> before(Connection connection, UUID teamId, long atMs) throws SQLException {
        return Sql.of(connection, """
                        SELECT membership.*, person.name FROM membership
                        LEFT JOIN person ON person.person_id = membership.person_id
                        WHERE team_id = ? AND from_ms = (
                            SELECT MAX(last.from_ms) FROM membership last
                            WHERE last.team_id = membership.team_id AND last.person_id = membership.person_id
                                AND last.from_ms <= ?)
                        AND NOT EXISTS (
                            SELECT 1 FROM membership now
                            WHERE now.team_id = membership.team_id AND now.person_id = membership.person_id
                                AND now.from_ms <= ? AND (now.until_ms IS NULL OR now.until_ms > ?)
                                AND now.revoked_at_ms IS NULL)
                        ORDER BY membership.person_id
                        """, teamId, atMs, atMs, atMs).list(Members::member);
    }

    /** The bodies that people of a team belong to or once did. */
    public List<Body> bodies(Connection connection, UUID teamId) throws SQLException {
        return Sql.of(connection, """
                        SELECT body_id, name FROM body
                        WHERE body_id IN (SELECT body_id FROM membership WHERE team_id = ?)
                        ORDER BY body_id
                        """, teamId).list(Members::body);
    }

    private static Body body(Row row) throws SQLException {
        return Body.newBuilder()
                .setBodyId(row.text("body_id"))
                .setName(row.text("name"))
                .build();
    }

    private static Member member(Row row) throws SQLException {
        Member.Builder member =
                Member.newBuilder().setPersonId(row.text("person_id")).setRole(Role.valueOf(row.text("role")));
        row.optionalText("name").ifPresent(member::setName);
        row.optionalText("body_id").ifPresent(member::setBodyId);
        return member.build();
    }

    private static Membership membership(Row row) throws SQLException {
        return new Membership(
                row.id("team_id"),
                row.text("person_id"),
                row.optionalText("body_id"),
                Role.valueOf(row.text("role")),
                row.number("from_ms"),
                row.optionalNumber("until_ms"),
                row.optionalNumber("revoked_at_ms"));
    }
}
