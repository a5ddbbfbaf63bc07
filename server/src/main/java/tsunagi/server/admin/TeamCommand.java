package tsunagi.server.admin;

import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Makes, lists and closes teams. */
@Command(name = "team", description = "Teams: people who share records.")
final class TeamCommand {
    private final Teams teams = new Teams();

    @Command(name = "add", description = "Makes a team.")
    void add(@Parameters(paramLabel = "NAME") String name, @Mixin Configured configured, @Mixin Answer answer) {
        UUID id = UUID.randomUUID();
        configured.withData(data -> data.database().write(connection -> {
            teams.open(connection, id, name);
            return id;
        }));
        answer.say(
                configured.out(),
                "Team " + name + " has the id " + id + ".",
                new Answer.Item().with("id", id).with("name", name));
    }

    @Command(name = "list", description = "Lists teams.")
    void list(@Mixin Configured configured, @Mixin Answer answer) {
        List<Team> all = configured.withData(data -> data.database().read(teams::all));
        answer.list(
                configured.out(),
                "There is no team yet; make one with ./tsunagi team add NAME.",
                all.stream()
                        .map(team -> new Answer.Item()
                                .with("id", team.id())
                                .with("state", team.state())
                                .with("revision", team.head())
                                .with("name", team.name()))
                        .toList());
    }

    @Command(name = "close", description = "Closes a team: nothing comes in any more.")
    void close(@Parameters(paramLabel = "TEAM") String typed, @Mixin Configured configured, @Mixin Answer answer) {
        Team closed = configured.withData(data -> data.database().write(connection -> {
            Team team = new Directory(connection).team(typed);
            teams.close(connection, team.id());
            return team;
        }));
        answer.say(
                configured.out(),
                "Team " + closed.name() + " is closed.",
                new Answer.Item().with("id", closed.id()).with("state", Team.State.CLOSED));
    }
}
