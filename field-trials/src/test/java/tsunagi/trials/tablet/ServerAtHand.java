package tsunagi.trials.tablet;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.server.TsunagiServer;
import tsunagi.server.admin.Settings;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/** The real server on a loopback port, and somebody who makes teams and codes on it. */
final class ServerAtHand implements AutoCloseable {
    private final TsunagiServer server;

    private ServerAtHand(Path data, boolean isPlaintext) {
        this.server = TsunagiServer.start(Settings.in(data).withListener("127.0.0.1", 0, isPlaintext));
    }

    static ServerAtHand plaintext(Path data) {
        return new ServerAtHand(data, true);
    }

    static ServerAtHand withTls(Path data) {
        return new ServerAtHand(data, false);
    }

    String fingerprint() {
        return server.data().certificate().fingerprint();
    }

    String address() {
        return "127.0.0.1:" + server.address().getPort();
    }

    UUID team(String name) {
        UUID teamId = UUID.randomUUID();
        server.data().database().write(connection -> {
            new Teams().open(connection, teamId, name);
            return null;
        });
        return teamId;
    }

    String member(UUID teamId, String name, Role role) {
        String personId = UUID.randomUUID().toString();
        Membership membership =
                new Membership(teamId, personId, Optional.empty(), role, 0, OptionalLong.empty(), OptionalLong.empty());
        server.data().database().write(connection -> {
            Members members = new Members();
            members.putPerson(connection, personId, name);
            members.put(connection, membership);
            return null;
        });
        return personId;
    }

    void revoke(UUID teamId, String personId) {
        server.data().database().write(connection -> {
            new Members().revoke(connection, teamId, personId, Clock.systemUTC().millis());
            return null;
        });
    }

    /** Where its data lie, for whoever types the server's commands. */
    Path data() {
        return server.data().settings().data();
    }

    String code(UUID teamId, String personId) {
        EnrolmentCodes codes = new EnrolmentCodes(server.data().identity().secret());
        return server.data()
                .database()
                .write(connection -> codes.make(
                        connection,
                        new SecureRandom(),
                        List.of(teamId),
                        Optional.of(personId),
                        Clock.systemUTC().millis(),
                        EnrolmentCodes.LIFETIME))
                .toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
