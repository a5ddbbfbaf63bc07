package tsunagi.trials.crash;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/** Two teams of one person, who writes on every tablet: whatever goes wrong, it was not a matter of rights. */
final class Office {
    static final List<UUID> TEAMS = List.of(named("brewery"), named("city"));
    static final String NURSE = named("nurse").toString();

    private Office() {}

    static void open(ServerData data) {
        data.database().<Void>write(connection -> {
            new Members().putPerson(connection, NURSE, "保健師");
            for (UUID team : TEAMS) {
                open(connection, team);
            }
            return null;
        });
    }

    private static void open(Connection connection, UUID team) throws SQLException {
        new Teams().open(connection, team, "team " + team);
        new Members()
                .put(
                        connection,
                        new Membership(
                                team,
                                NURSE,
                                Optional.empty(),
                                Role.ROLE_MEMBER,
                                0,
                                OptionalLong.empty(),
                                OptionalLong.empty()));
    }

    /** A code with which one tablet enrols for both teams. */
    static String code(ServerData data) {
        EnrolmentCodes codes = new EnrolmentCodes(data.identity().secret());
        long nowMs = Clock.systemUTC().millis();
        return data.database()
                .write(connection -> codes.make(
                        connection, new SecureRandom(), TEAMS, Optional.empty(), nowMs, EnrolmentCodes.LIFETIME))
                .toString();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
