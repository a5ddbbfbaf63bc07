package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Role;

/** Who may do what in one team, as one transaction sees it. */
final class Rights {
    private static final Set<Action> SUPERVISORS_ONLY =
            EnumSet.of(Action.ACTION_WITHDRAW, Action.ACTION_DESTROY, Action.ACTION_ABSORB, Action.ACTION_SPLIT);

    private final Connection connection;
    private final Team team;
    private final Teams teams;
    private final Members members;
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private Optional<Set<UUID>> devices = Optional.empty();

    Rights(Connection connection, Team team, Teams teams, Members members) {
        this.connection = connection;
        this.team = team;
        this.teams = teams;
        this.members = members;
    }

    /** What speaks against a change because of who made it and who hands it in. */
    Optional<Objection> objectionTo(Incoming incoming, Change change) throws SQLException {
        if (team.state() != Team.State.OPEN) {
            String detail = team.state() == Team.State.CLOSED ? "the team is closed" : "this server has no such team";
            return Optional.of(Objection.of(ParkReason.PARK_REASON_TEAM_UNKNOWN, detail));
        }
        if (!isGranted(incoming.carrierDeviceId())) {
            return Optional.of(Objection.of(
                    ParkReason.PARK_REASON_DEVICE_NOT_OF_TEAM,
                    "device " + incoming.carrierDeviceId() + " may not speak for this team"));
        }
        return objectionToAuthor(incoming, change);
    }

    private Optional<Objection> objectionToAuthor(Incoming incoming, Change change) throws SQLException {
        List<Membership> all = of(change.authorPersonId());
        List<Membership> holding = all.stream()
                .filter(membership -> !membership.isRevoked()
                        && membership.covers(incoming.madeAt().atMs()))
                .toList();
        if (holding.isEmpty()) {
            return Optional.of(Objection.of(ParkReason.PARK_REASON_NOT_A_MEMBER, whyNotMember(all)));
        }
        Role missing = SUPERVISORS_ONLY.contains(change.action()) ? Role.ROLE_SUPERVISOR : Role.ROLE_MEMBER;
        return holding.stream().anyMatch(membership -> isEnough(membership.role(), missing))
                ? Optional.empty()
                : Optional.of(Objection.of(
                        ParkReason.PARK_REASON_ROLE_MISSING,
                        change.action() + " needs " + missing + ", the author is "
                                + holding.get(0).role()));
    }

    /** The body on whose behalf the author wrote, as of when it was made. */
    Optional<String> bodyOf(Incoming incoming, Change change) throws SQLException {
        return of(change.authorPersonId()).stream()
                .filter(membership -> membership.covers(incoming.madeAt().atMs()))
                .findFirst()
                .flatMap(Membership::bodyId);
    }

    private static boolean isEnough(Role role, Role needed) {
        return switch (role) {
            case ROLE_SUPERVISOR -> true;
            case ROLE_MEMBER, ROLE_INSTRUCTOR -> needed == Role.ROLE_MEMBER;
            case ROLE_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    private static String whyNotMember(List<Membership> all) {
        if (all.isEmpty()) {
            return "the author is not a member of this team";
        }
        return all.stream().allMatch(Membership::isRevoked)
                ? "the author's membership was revoked"
                : "the author was not a member of this team when it was made";
    }

    private boolean isGranted(UUID deviceId) throws SQLException {
        if (devices.isEmpty()) {
            devices = Optional.of(teams.devices(connection, team.id()));
        }
        return devices.get().contains(deviceId);
    }

    private List<Membership> of(String personId) throws SQLException {
        List<Membership> known = memberships.get(personId);
        if (known == null) {
            known = members.of(connection, team.id(), personId);
            memberships.put(personId, known);
        }
        return known;
    }
}
