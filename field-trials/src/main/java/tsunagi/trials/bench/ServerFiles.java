package tsunagi.trials.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.admin.Settings;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/** What lies in a server's data directory, seen beside the server: teams are made there, and figures are read. */
final class ServerFiles implements AutoCloseable {
    private final ServerData data;

    private ServerFiles(ServerData data) {
        this.data = data;
    }

    static ServerFiles open(Path directory) {
        return new ServerFiles(ServerData.open(Settings.in(directory)));
    }

    /** Makes a team with one person who writes in it. */
    LoadTeam team(int number) {
        LoadTeam team = LoadTeam.numbered(number);
        data.database().write(connection -> {
            new Teams().open(connection, team.id(), "Team " + number);
            Members members = new Members();
            members.putPerson(connection, team.personId(), "Person " + number);
            members.put(connection, membership(team));
            return null;
        });
        return team;
    }

    private static Membership membership(LoadTeam team) {
        return new Membership(
                team.id(),
                team.personId(),
                Optional.empty(),
                Role.ROLE_MEMBER,
                0,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /** A code by which one tablet enrols for this team. */
    String code(UUID teamId) {
        EnrolmentCodes codes = new EnrolmentCodes(data.identity().secret());
        return data.database()
                .write(connection -> codes.make(
                        connection,
                        new SecureRandom(),
                        List.of(teamId),
                        Optional.empty(),
                        Clock.systemUTC().millis(),
                        EnrolmentCodes.LIFETIME))
                .toString();
    }

    /** How many changes were taken in, all teams together. */
    long logged() {
        return data.database().read(connection -> number(connection, "SELECT count(*) AS n FROM change_log"));
    }

    /** How many rows the plain table of visits has. */
    long plainVisits() {
        return data.database().read(connection -> number(connection, "SELECT count(*) AS n FROM visit"));
    }

    /** How many revisions the plain tables are behind, all teams together. */
    long behind() {
        return data.database().read(connection -> number(connection, """
                SELECT COALESCE(sum(team.head - COALESCE(plain_checkpoint.revision, 0)), 0) AS n
                FROM team LEFT JOIN plain_checkpoint ON plain_checkpoint.team_id = team.team_id
                """));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Sql.of(connection, sql).first(row -> row.number("n")).orElse(0L);
    }

    @Override
    public void close() {
        data.close();
    }
}
