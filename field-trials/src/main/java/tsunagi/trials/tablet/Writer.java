package tsunagi.trials.tablet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tsunagi.engine.outbox.ServerRecord;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.sync.v1.Member;

/** For which team a command works, and who writes: said on the command line, or clear by itself. */
final class Writer {
    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "Id or name of the team; need not be said when this tablet has one.")
    private String team;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Id or name of the person who writes; need not be said when the team has one member or the"
                    + " tablet belongs to one.")
    private String person;

    /** The one team that a command works for. */
    Team team(Tablet tablet) throws CommandFailedException {
        return only(held(tablet), team, "--team", "team", Team::teamId, each -> each.grant()
                .orElseThrow()
                .getName());
    }

    /** The teams in which to look for a record: the one that was said, or all. */
    List<Team> teams(Tablet tablet) throws CommandFailedException {
        return team == null ? held(tablet) : List.of(team(tablet));
    }

    private static List<Team> held(Tablet tablet) throws CommandFailedException {
        List<Team> held = tablet.teams().all().stream().filter(Team::isGranted).collect(Collectors.toList());
        if (!held.isEmpty()) {
            return held;
        }
        Enrolled.require(tablet);
        throw new CommandFailedException(
                ExitCode.NOT_ENROLLED,
                "no_team",
                "This tablet holds no team. Run `sync`; if that does not help, its teams were taken away.");
    }

    /** The person id of the one who writes. */
    String author(Tablet tablet, Team team) throws CommandFailedException {
        List<Member> members = team.grant().orElseThrow().getMembersList();
        if (person == null) {
            Optional<String> owner = tablet.device().server().flatMap(ServerRecord::personId);
            if (owner.isPresent()
                    && members.stream().anyMatch(member -> member.getPersonId().equals(owner.get()))) {
                return owner.get();
            }
        }
        return only(members, person, "--as", "person", Member::getPersonId, Member::getName)
                .getPersonId();
    }

    private static <T> T only(
            List<T> all, String wanted, String option, String what, Function<T, Object> id, Function<T, String> name)
            throws CommandFailedException {
        Predicate<T> isWanted = each -> wanted == null
                || id.apply(each).toString().equals(wanted)
                || plain(name.apply(each)).equals(plain(wanted));
        List<T> found = all.stream().filter(isWanted).collect(Collectors.toList());
        if (found.size() == 1) {
            return found.get(0);
        }
        String choices = all.stream()
                .map(each -> name.apply(each) + " (" + id.apply(each) + ")")
                .collect(Collectors.joining(", "));
        throw new CommandFailedException(
                ExitCode.USAGE,
                "which_" + what,
                (wanted == null ? "Say " + option + "." : "\"" + wanted + "\" is not just one " + what + " here.")
                        + " There are: " + choices + ".");
    }

    private static String plain(String name) {
        // Between family and given name people type a space, a wide space or none.
        return name.replaceAll("[\\s\u3000]", "");
    }
}
