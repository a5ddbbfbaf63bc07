package tsunagi.trials.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.server.intake.ParkedChange;
import tsunagi.server.intake.ParkedChanges;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/**
 * Whoever looks after teams, people and tablets in a run. It remembers what it decided, so that it can decide it again
 * when the server was set back to before it.
 */
final class Office {
    static final List<UUID> TEAMS = List.of(new UUID(0x7000, 1), new UUID(0x7000, 2));

    /** May do everything in both teams. */
    static final String SUPERVISOR = new UUID(0x7000, 100).toString();

    /** Members of both teams, whose rights come and go. */
    static final List<String> MEMBERS = List.of(
            new UUID(0x7000, 101).toString(), new UUID(0x7000, 102).toString(), new UUID(0x7000, 103).toString());

    private record Seat(UUID teamId, String personId) {}

    private record Holding(UUID teamId, UUID deviceId) {}

    private final VirtualTime time;
    private final Teams teams = new Teams();
    private final Members members = new Members();
    private final Map<Seat, Membership> memberships = new LinkedHashMap<>();
    private final Map<Holding, Boolean> holdings = new LinkedHashMap<>();
    private final Map<UUID, String> devices = new LinkedHashMap<>();

    Office(VirtualTime time) {
        this.time = time;
        for (UUID team : TEAMS) {
            seat(team, SUPERVISOR, Role.ROLE_SUPERVISOR);
            MEMBERS.forEach(person -> seat(team, person, Role.ROLE_MEMBER));
        }
    }

    private void seat(UUID team, String person, Role role) {
        memberships.put(
                new Seat(team, person),
                new Membership(team, person, Optional.empty(), role, 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    void enrol(UUID deviceId) {
        devices.put(deviceId, "tablet");
        TEAMS.forEach(team -> holdings.put(new Holding(team, deviceId), true));
    }

    /** A copied tablet gets an identity of its own, with the rights of the one it was copied from. */
    void renew(UUID oldId, UUID newId) {
        devices.put(newId, "renewed tablet");
        for (UUID team : TEAMS) {
            holdings.put(new Holding(team, newId), holdings.getOrDefault(new Holding(team, oldId), false));
        }
    }

    void giveOrTakeAPersonsRight(Dice dice) {
        Seat seat = new Seat(dice.pick(TEAMS), dice.pick(MEMBERS));
        memberships.computeIfPresent(
                seat,
                (s, membership) -> withRevocation(
                        membership, membership.isRevoked() ? OptionalLong.empty() : OptionalLong.of(time.nowMs())));
    }

    void giveOrTakeATabletsRight(Dice dice) {
        List<Holding> all = List.copyOf(holdings.keySet());
        holdings.computeIfPresent(dice.pick(all), (holding, isGiven) -> !isGiven);
    }

    void giveEverythingBack() {
        memberships.replaceAll((seat, membership) -> withRevocation(membership, OptionalLong.empty()));
        holdings.replaceAll((holding, isGiven) -> true);
    }

    private static Membership withRevocation(Membership membership, OptionalLong revokedAtMs) {
        return new Membership(
                membership.teamId(),
                membership.personId(),
                membership.bodyId(),
                membership.role(),
                membership.fromMs(),
                membership.untilMs(),
                revokedAtMs);
    }

    /** Writes all decisions into a database, which may have been set back to before some of them. */
    void writeInto(Database database) {
        database.write(connection -> {
            for (UUID team : TEAMS) {
                teams.open(connection, team, "team");
            }
            for (Map.Entry<UUID, String> device : devices.entrySet()) {
                Sql.of(connection, """
                                INSERT INTO device (device_id, name, public_key, enrolled_at_ms) VALUES (?, ?, ?, ?)
                                ON CONFLICT DO NOTHING
                                """, device.getKey(), device.getValue(), new byte[0], time.nowMs())
                        .update();
            }
            for (Map.Entry<Holding, Boolean> holding : holdings.entrySet()) {
                if (holding.getValue()) {
                    teams.grant(
                            connection,
                            holding.getKey().teamId(),
                            holding.getKey().deviceId());
                } else {
                    teams.withdraw(
                            connection,
                            holding.getKey().teamId(),
                            holding.getKey().deviceId());
                }
            }
            for (Membership membership : memberships.values()) {
                members.put(connection, membership);
            }
            return null;
        });
    }

    /** Lets in whatever waits for a person, and lets go of what cannot be let in; true when something waited. */
    boolean settleParked(Database database, ParkedChanges parkedChanges) {
        boolean anyWaited = false;
        for (UUID team : TEAMS) {
            List<ParkedChange> waiting = database.read(connection -> parkedChanges.waiting(connection, team));
            for (ParkedChange parked : waiting) {
                anyWaited = true;
                boolean staysParked = parkedChanges
                        .release(team, parked.changeId(), SUPERVISOR)
                        .filter(verdict -> verdict.hasParked())
                        .isPresent();
                if (staysParked) {
                    parkedChanges.drop(team, parked.changeId(), SUPERVISOR);
                }
            }
        }
        return anyWaited;
    }
}
