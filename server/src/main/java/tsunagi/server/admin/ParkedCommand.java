package tsunagi.server.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.FileErasureList;
import tsunagi.server.intake.ParkedChange;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Verdict;

/** Lists the changes that wait for a person, lets them in or lets go of them. */
@Command(name = "parked", description = "Changes that could not be taken in and wait for a person.")
final class ParkedCommand {
    private final Teams teams = new Teams();

    /** What a person decides about a parked change. */
    private interface Decision {
        Optional<Verdict> on(ParkedChanges parked, UUID teamId, String personId);
    }

    @Command(name = "list", description = "Lists what waits, and why.")
    void list(
            @Option(names = "--team", paramLabel = "TEAM", description = "its name or id; without it, all teams")
                    String team,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        List<Answer.Item> waiting = configured.withData(data -> {
            try (FileErasureList erasures = data.openErasures()) {
                return data.database().read(connection -> waiting(connection, parked(data, erasures), team));
            }
        });
        answer.list(configured.out(), "Nothing waits.", waiting);
    }

    @Command(name = "release", description = "Lets a change in after all, and what waits behind it.")
    void release(
            @Parameters(paramLabel = "CHANGE", description = "the id of the change") String change,
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who decides") String by,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        UUID id = Directory.id(change);
        decide(configured, answer, id, team, by, (parked, teamId, personId) -> parked.release(teamId, id, personId));
    }

    @Command(name = "drop", description = "Lets go of a change; its bytes stay in the history.")
    void drop(
            @Parameters(paramLabel = "CHANGE", description = "the id of the change") String change,
            @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id") String team,
            @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who decides") String by,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        UUID id = Directory.id(change);
        decide(configured, answer, id, team, by, (parked, teamId, personId) -> parked.drop(teamId, id, personId));
    }

    private static void decide(
            Configured configured, Answer answer, UUID id, String team, String by, Decision decision) {
        Optional<Verdict> verdict = configured.withData(data -> {
            record Asked(UUID teamId, String personId) {}
            Asked asked = data.database().read(connection -> {
                Directory directory = new Directory(connection);
                return new Asked(directory.team(team).id(), directory.person(by));
            });
            try (FileErasureList erasures = data.openErasures()) {
                return decision.on(parked(data, erasures), asked.teamId(), asked.personId());
            }
        });
        String word = verdict.orElseThrow(
                        () -> new CommandException("No such change waits in " + team + "; see ./tsunagi parked list."))
                .getOutcomeCase()
                .name()
                .toLowerCase(Locale.ROOT);
        String why = verdict.get().hasParked()
                ? " again: " + verdict.get().getParked().getDetail()
                : "";
        answer.say(
                configured.out(),
                "Change " + id + " is " + word + why + ".",
                new Answer.Item().with("id", id).with("verdict", word));
    }

    private List<Answer.Item> waiting(Connection connection, ParkedChanges parked, String team) throws SQLException {
        List<Team> asked = team == null ? teams.all(connection) : List.of(new Directory(connection).team(team));
        List<Answer.Item> items = new ArrayList<>();
        for (Team one : asked) {
            parked.waiting(connection, one.id()).forEach(change -> items.add(item(one, change)));
        }
        return items;
    }

    private static ParkedChanges parked(ServerData data, ErasureList erasures) {
        RecordSchemas schemas = RecordSchemas.standard();
        return new ParkedChanges(data.database(), schemas, new ChangeReader(schemas, ChangeLimits.STANDARD), erasures);
    }

    private static Answer.Item item(Team team, ParkedChange parked) {
        return new Answer.Item()
                .with("id", parked.changeId())
                .with("team", team.id())
                .with("reason", parked.reason().name().replace("PARK_REASON_", ""))
                .with("behind", parked.behind())
                .with("record", parked.key().map(RecordKey::id))
                .with("receivedAt", Instant.ofEpochMilli(parked.receivedAtMs()))
                .with("detail", parked.detail());
    }
}
