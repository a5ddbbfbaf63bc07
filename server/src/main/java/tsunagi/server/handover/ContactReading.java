package tsunagi.server.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.server.handover.Handover.Introduced;
import tsunagi.server.handover.Handover.Person;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Reads whom one talks to at a workplace or a body. */
final class ContactReading {
    private final Connection connection;
    private final String teamId;

    ContactReading(Connection connection, String teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    List<Person> ofWorkplace(String workplaceId) throws SQLException {
        return contacts("workplace_id", workplaceId);
    }

    /** The members of the team from this body, and the contacts there. */
    List<Person> ofBody(String bodyId) throws SQLException {
        List<Person> people = new ArrayList<>(
                Sql.of(connection, """
                        SELECT member.person_id AS id, member.name, NULL AS job_title, NULL AS phone, NULL AS email,
                            'このチームの職員' AS reachable, ticked.ticked_at_ms, person.name AS ticked_by
                        FROM person AS member
                        LEFT JOIN handover_introduction AS ticked
                            ON ticked.team_id = ? AND ticked.contact_id = member.person_id
                        LEFT JOIN person ON person.person_id = ticked.ticked_by
                        WHERE member.person_id IN (
                            SELECT person_id FROM membership
                            WHERE team_id = ? AND body_id = ? AND until_ms IS NULL AND revoked_at_ms IS NULL)
                        ORDER BY member.name, member.person_id
                        """, teamId, UUID.fromString(teamId), bodyId).list(ContactReading::person));
        people.addAll(contacts("body_id", bodyId));
        return people;
    }

    private List<Person> contacts(String column, String id) throws SQLException {
        return Sql.of(connection, """
                        SELECT contact.id, contact.name, contact.job_title, contact.phone, contact.email, contact.reachable,
                            ticked.ticked_at_ms, person.name AS ticked_by
                        FROM contact
                        LEFT JOIN handover_introduction AS ticked
                            ON ticked.team_id = contact.team_id AND ticked.contact_id = contact.id
                        LEFT JOIN person ON person.person_id = ticked.ticked_by
                        WHERE contact.team_id = ? AND contact.left_on IS NULL AND contact.%s = ?
                        ORDER BY contact.name_reading, contact.name, contact.id
                        """.formatted(column), teamId, id).list(ContactReading::person);
    }

    private static Person person(Row row) throws SQLException {
        Optional<Introduced> introduced = row.optionalNumber("ticked_at_ms").isPresent()
                ? Optional.of(new Introduced(row.optionalText("ticked_by").orElse("―"), row.number("ticked_at_ms")))
                : Optional.empty();
        return new Person(
                row.text("id"),
                row.optionalText("name").orElse("(名前未記入)"),
                row.optionalText("job_title").orElse(""),
                Stream.of(row.optionalText("phone"), row.optionalText("email"), row.optionalText("reachable"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("　")),
                introduced);
    }
}
