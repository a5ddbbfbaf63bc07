package tsunagi.server.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.sync.v1.Role;

/** Makes people members of teams, and ends that. */
@Command(name = "person", description = "People and their part in teams.")
final class PersonCommand {
    /** What somebody may do in a team. */
    enum TeamRole {
        MEMBER,
        INSTRUCTOR,
        SUPERVISOR;

        Role role() {
            return Role.valueOf("ROLE_" + name());
        }
    }

    private final Clock clock = Clock.system(ZoneId.systemDefault());
    private final Members members = new Members();

    @Command(name = "add", description = "Makes a person a member of a team; a person who is known gets one more team.")
    void add(
            @Parameters(paramLabel = "NAME", description = "the name, or the id of a person who is known") String name,
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
                    TeamRole role,
            @Option(names = "--body", paramLabel = "BODY", description = "the body the person belongs to, by its name")
                    String body,
            @Option(names = "--from", paramLabel = "DATE", description = "from which day on (default: today)")
                    LocalDate from,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        long fromMs = startOf(from == null ? today() : from);
        String personId = configured.withData(data -> data.database()
                .write(connection -> add(connection, name, team, role.role(), Optional.ofNullable(body), fromMs)));
        answer.say(
                configured.out(),
                name + " has the id " + personId + " and is " + role.name().toLowerCase(Locale.ROOT) + " of " + team
                        + ".",
                new Answer.Item().with("id", personId).with("name", name).with("role", role));
    }

    @Command(name = "list", description = "Lists the people of a team, those who left as well.")
    void list(
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        List<Answer.Item> people = configured.withData(data -> data.database().read(connection -> {
            UUID teamId = new Directory(connection).team(team).id();
            return Sql.of(connection, """
                            SELECT membership.*, person.name, body.name AS body_name FROM membership
                            LEFT JOIN person ON person.person_id = membership.person_id
                            LEFT JOIN body ON body.body_id = membership.body_id
                            WHERE team_id = ? ORDER BY person.name, from_ms
                            """, teamId).list(this::item);
        }));
        answer.list(configured.out(), "Nobody is in this team yet.", people);
    }

    @Command(name = "end", description = "Ends a membership; what was recorded before still counts.")
    void end(
            @Parameters(paramLabel = "PERSON", description = "the name or the id") String person,
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Option(names = "--last-day", paramLabel = "DATE", description = "the last day (default: today)")
                    LocalDate lastDay,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        LocalDate last = lastDay == null ? today() : lastDay;
        long untilMs = startOf(last.plusDays(1));
        change(configured, person, team, (connection, teamId, id) -> members.end(connection, teamId, id, untilMs));
        answer.say(
                configured.out(),
                person + " is in " + team + " until " + last + ".",
                new Answer.Item().with("person", person).with("lastDay", last));
    }

    @Command(
            name = "revoke",
            description = "Takes a membership away; whatever comes in from now on waits for a supervisor.")
    void revoke(
            @Parameters(paramLabel = "PERSON", description = "the name or the id") String person,
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        change(
                configured,
                person,
                team,
                (connection, teamId, id) -> members.revoke(connection, teamId, id, clock.millis()));
        answer.say(
                configured.out(),
                person + " is in " + team + " no more.",
                new Answer.Item().with("person", person).with("revoked", true));
    }

    /** What is done to a membership. */
    private interface MembershipChange {
        void on(Connection connection, UUID teamId, String personId) throws SQLException;
    }

    private static void change(Configured configured, String person, String team, MembershipChange change) {
        configured.withData(data -> data.database().write(connection -> {
            Directory directory = new Directory(connection);
            change.on(connection, directory.team(team).id(), directory.person(person));
            return null;
        }));
    }

    private Answer.Item item(Row row) throws SQLException {
        OptionalLong untilMs = row.optionalNumber("until_ms");
        return new Answer.Item()
                .with("id", row.text("person_id"))
                .with("role", row.text("role"))
                .with("from", day(row.number("from_ms")))
                .with("lastDay", untilMs.isPresent() ? Optional.of(day(untilMs.getAsLong() - 1)) : Optional.empty())
                .with("revoked", row.optionalNumber("revoked_at_ms").isPresent())
                .with("body", row.optionalText("body_name"))
                .with("name", row.optionalText("name"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant().toEpochMilli();
    }

    private LocalDate day(long atMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(atMs), clock.getZone());
    }

    private String add(Connection connection, String name, String team, Role role, Optional<String> body, long fromMs)
            throws SQLException {
        Directory directory = new Directory(connection);
        UUID teamId = directory.team(team).id();
        Optional<String> bodyId = body.isPresent() ? Optional.of(body(connection, directory, body.get())) : body;
        boolean isKnown = Sql.of(connection, "SELECT 1 FROM person WHERE person_id = ?", name)
                .first(row -> true)
                .isPresent();
        String personId = isKnown ? name : UUID.randomUUID().toString();
        if (!isKnown) {
            members.putPerson(connection, personId, name);
        }
        members.end(connection, teamId, personId, fromMs);
        members.put(
                connection,
                new Membership(teamId, personId, bodyId, role, fromMs, OptionalLong.empty(), OptionalLong.empty()));
        return personId;
    }

    private String body(Connection connection, Directory directory, String name) throws SQLException {
        Optional<String> known = directory.body(name);
        if (known.isPresent()) {
            return known.get();
        }
        String bodyId = UUID.randomUUID().toString();
        members.putBody(connection, bodyId, name);
        return bodyId;
    }
}
