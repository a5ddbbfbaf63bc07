package tsunagi.trials.demo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.device.ServerAddress;
import tsunagi.server.TsunagiServer;
import tsunagi.server.admin.Settings;
import tsunagi.server.console.account.Account;
import tsunagi.server.console.account.Accounts;
import tsunagi.server.console.account.Passwords;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.server.words.Language;
import tsunagi.trials.demo.story.Cast;
import tsunagi.trials.demo.story.Cast.Carrying;
import tsunagi.trials.demo.story.Cast.Part;
import tsunagi.trials.demo.story.StoryBody;
import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** The real server, on this machine only, with the teams and people of the story. */
public final class DemoServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** Of everybody who signs in; what they see is invented, and only this machine can see it. */
    public static final String PASSWORD = "tsunagi-no-ichinen";

    private final TsunagiServer server;
    private final StoryTime time;

    private DemoServer(TsunagiServer server, StoryTime time) {
        this.server = server;
        this.time = time;
    }

    static DemoServer start(Path data, int port, int consolePort, StoryTime time) {
        Settings settings = Settings.in(data).withListener(LOOPBACK, port, true).withConsole(LOOPBACK, consolePort);
        return new DemoServer(TsunagiServer.start(settings, time), time);
    }

    /** Where a browser on this machine finds the console. */
    public String consoleUrl() {
        return server.consoleUrl().orElseThrow();
    }

    public ServerAddress address() {
        InetSocketAddress listening = server.address();
        return new ServerAddress(LOOPBACK, listening.getPort(), Optional.empty());
    }

    /** What time it is in the story. */
    StoryTime time() {
        return time;
    }

    public Database database() {
        return server.data().database();
    }

    String databaseUrl() {
        return server.data().settings().dbUrl();
    }

    /** Makes teams, people, bodies and who belongs to which. */
    void introduceCast() {
        server.data().database().write(connection -> {
            introduceCast(connection);
            return null;
        });
    }

    private static void introduceCast(Connection connection) throws SQLException {
        Members members = new Members();
        Teams teams = new Teams();
        for (StoryTeam team : StoryTeam.values()) {
            teams.open(connection, team.id(), team.title());
        }
        for (StoryBody body : StoryBody.values()) {
            members.putBody(connection, body.id(), body.title());
        }
        for (StoryPerson person : StoryPerson.values()) {
            members.putPerson(connection, person.id(), person.title());
        }
        for (Part part : Cast.parts()) {
            members.put(connection, membership(part));
        }
        Accounts accounts = new Accounts();
        for (StoryPerson person : Cast.atTheConsole()) {
            accounts.put(connection, account(person), millis(Cast.CURTAIN));
        }
    }

    /** One of them also looks after the tablets. */
    private static Account account(StoryPerson person) {
        return new Account(
                person.id(),
                person.login(),
                Passwords.hash(PASSWORD),
                person == StoryPerson.ODA,
                false,
                Language.JAPANESE,
                false);
    }

    private static Membership membership(Part part) {
        return new Membership(
                part.team().id(),
                part.person().id(),
                Optional.of(part.person().body().id()),
                part.role(),
                millis(Cast.CURTAIN),
                part.until().map(until -> OptionalLong.of(millis(until))).orElse(OptionalLong.empty()),
                OptionalLong.empty());
    }

    private static long millis(LocalDateTime at) {
        return StoryTime.instantOf(at).toEpochMilli();
    }

    /** A code for one of the story's tablets; all of them are shared. */
    String codeFor(StoryTablet tablet) {
        List<UUID> teams = Cast.carryings().stream()
                .filter(carrying -> carrying.tablet() == tablet)
                .map(Carrying::team)
                .map(StoryTeam::id)
                .collect(Collectors.toList());
        return code(teams, Optional.empty());
    }

    /** A code for a tablet of whoever tries the demo, who is this person of this team. */
    public String codeFor(StoryTeam team, StoryPerson person) {
        return code(List.of(team.id()), Optional.of(person.id()));
    }

    private String code(List<UUID> teams, Optional<String> personId) {
        EnrolmentCodes codes = new EnrolmentCodes(server.data().identity().secret());
        return server.data()
                .database()
                .write(connection -> codes.make(
                        connection, new SecureRandom(), teams, personId, time.millis(), EnrolmentCodes.LIFETIME))
                .toString();
    }

    void awaitStop() throws InterruptedException {
        server.awaitStop();
    }

    /** Lets exchanges end, then stops; also when it has stopped already. */
    @Override
    public void close() {
        server.close();
    }
}
