package tsunagi.server.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.server.device.Device;
import tsunagi.server.device.Devices;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Epoch;
import tsunagi.server.storage.Epochs;
import tsunagi.server.team.Members;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TeamClaim;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

/** Answers a Hello: compares what the tablet knows with what the server holds, and notices a restore. Thread-safe. */
final class Greeting {
    private final Database database;
    private final Epochs epochs;
    private final CheckpointSeal seal;
    private final ChangeParcels parcels;
    private final ExchangeLimits limits;
    private final String serverVersion;
    private final Clock clock;
    private final Devices devices = new Devices();
    private final Teams teams = new Teams();
    private final Members members = new Members();
    private final LaneCheck lanes = new LaneCheck();

    Greeting(
            Database database,
            Epochs epochs,
            CheckpointSeal seal,
            ChangeParcels parcels,
            ExchangeLimits limits,
            String serverVersion,
            Clock clock) {
        this.database = database;
        this.epochs = epochs;
        this.seal = seal;
        this.parcels = parcels;
        this.limits = limits;
        this.serverVersion = serverVersion;
        this.clock = clock;
    }

    Greeted greet(UUID deviceId, Hello hello) {
        ClockOffset offset = new ClockOffset(clock.millis(), hello.getClock());
        Optional<Device> device = database.write(connection -> seen(connection, deviceId, hello, offset));
        if (device.isEmpty()) {
            return new Greeted.Refused(Farewells.unknownDevice());
        }
        if (device.get().isRevoked()) {
            return new Greeted.Refused(Farewells.revoked());
        }
        UUID epochId = epochThatFits(hello, epochs.ensureOpen(database)).id();
        return database.read(connection -> welcomed(connection, deviceId, hello, epochId, offset));
    }

    private Optional<Device> seen(Connection connection, UUID deviceId, Hello hello, ClockOffset offset)
            throws SQLException {
        devices.noteSeen(connection, deviceId, hello, offset);
        return devices.find(connection, deviceId);
    }

    /** The current epoch, or a new one when this tablet knows more than the server does: then the server was set back. */
    private Epoch epochThatFits(Hello hello, Epoch current) {
        Optional<String> sign = database.read(connection -> signOfRestore(connection, hello, current.id()));
        return sign.isPresent()
                ? database.write(connection -> epochs.openNew(connection, current, lastSureMs(hello), sign.get()))
                : current;
    }

    /**
     * A moment before the restore: the tablet was given a checkpoint then. What the server received later may have come
     * after the restore, so it is not taken for restored; 0 when nobody can tell.
     */
    private long lastSureMs(Hello hello) {
        return hello.getTeamsList().stream()
                .flatMap(claim -> checkpointOf(claim).stream())
                .mapToLong(Checkpoint::issuedAtMs)
                .max()
                .orElse(0);
    }

    private Optional<String> signOfRestore(Connection connection, Hello hello, UUID current) throws SQLException {
        for (TeamClaim claim : hello.getTeamsList()) {
            Optional<Checkpoint> checkpoint =
                    checkpointOf(claim).filter(c -> c.epochId().equals(current));
            if (checkpoint.isPresent() && !isInHistory(connection, checkpoint.get())) {
                return Optional.of("a checkpoint of this epoch is not in the history of its team");
            }
        }
        boolean isEpochKnown = hello.getEpochId().equals(Ids.toBytes(current));
        return isEpochKnown && lanes.anyIsAhead(connection, hello)
                ? Optional.of("a tablet holds verdicts of this epoch on changes that the server lacks")
                : Optional.empty();
    }

    private Greeted welcomed(Connection connection, UUID deviceId, Hello hello, UUID epochId, ClockOffset offset)
            throws SQLException {
        List<VerdictBatch> unheard = lanes.unheard(connection, hello);
        Welcome.Builder welcome = Welcome.newBuilder()
                .setEpochId(Ids.toBytes(epochId))
                .setClockMs(offset.serverMs())
                .setLimits(limits.toProto())
                .setServerVersion(serverVersion)
                .addAllLanes(lanes.positions(connection, deviceId, hello))
                .addAllUnheard(unheard);
        parcels.ofDevice(connection, deviceId).forEach(held -> welcome.addPieces(held.toProto()));
        boolean mayDeflate = hello.getCodecsList().contains(Parcel.DEFLATE);
        if (mayDeflate) {
            welcome.setCodec(Parcel.DEFLATE);
        }
        Map<UUID, TeamClaim> claims = new HashMap<>();
        hello.getTeamsList().forEach(claim -> claims.put(Ids.fromBytes(claim.getTeamId()), claim));
        List<TeamPull.Start> pulls = new ArrayList<>();
        for (Team team : teams.ofDevice(connection, deviceId)) {
            welcome.addTeams(grant(connection, team));
            pulls.add(start(connection, team, Optional.ofNullable(claims.get(team.id())), mayDeflate));
        }
        List<ServerMessage> firstWords = new ArrayList<>();
        firstWords.add(ServerMessage.newBuilder().setWelcome(welcome).build());
        firstWords.addAll(lanes.settledSinceParked(connection, hello));
        return new Greeted.Welcomed(epochId, offset, firstWords, pulls, lanes.movedBy(connection, deviceId, unheard));
    }

    private TeamGrant grant(Connection connection, Team team) throws SQLException {
        return TeamGrant.newBuilder()
                .setTeamId(Ids.toBytes(team.id()))
                .setName(team.name())
                .addAllMembers(members.at(connection, team.id(), clock.millis()))
                .addAllFormerMembers(members.before(connection, team.id(), clock.millis()))
                .addAllBodies(members.bodies(connection, team.id()))
                .build();
    }

    private TeamPull.Start start(Connection connection, Team team, Optional<TeamClaim> claim, boolean mayDeflate)
            throws SQLException {
        StatePieces.Begun pieces =
                new StatePieces.Begun(claim.map(TeamClaim::getPiecesList).orElseGet(List::of), mayDeflate);
        Optional<Checkpoint> checkpoint =
                claim.flatMap(this::checkpointOf).filter(c -> c.scope().equals(Checkpoint.WHOLE_TEAM));
        if (checkpoint.isEmpty() || !isInHistory(connection, checkpoint.get())) {
            return new TeamPull.Start(team.id(), 0, 0, TeamPull.Account.BASELINE, pieces);
        }
        return new TeamPull.Start(
                team.id(),
                checkpoint.get().revision(),
                checkpoint.get().readAtHead(),
                checkpoint.get().isInBaseline() ? TeamPull.Account.RESUMED_BASELINE : TeamPull.Account.CHANGES,
                pieces);
    }

    /** The checkpoint a tablet claims; empty when it claims none, or one that this server never gave for that team. */
    private Optional<Checkpoint> checkpointOf(TeamClaim claim) {
        return seal.open(claim.getCheckpoint())
                .filter(checkpoint -> Ids.toBytes(checkpoint.teamId()).equals(claim.getTeamId()));
    }

    private boolean isInHistory(Connection connection, Checkpoint checkpoint) throws SQLException {
        Optional<Team> team = teams.find(connection, checkpoint.teamId());
        return team.isPresent()
                && RecordPages.markAt(connection, team.get(), checkpoint.revision())
                        .filter(checkpoint.mark()::equals)
                        .isPresent();
    }
}
