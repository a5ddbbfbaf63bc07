package tsunagi.engine.sync;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.attachment.OwnFiles;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.Lanes;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.OwnDevice;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.replica.StateParcels;
import tsunagi.engine.replica.Team;
import tsunagi.engine.replica.Teams;
import tsunagi.engine.tablet.Tablet;
import tsunagi.piece.DamagedParcelException;
import tsunagi.piece.Parcel;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.BaselineBegin;
import tsunagi.sync.v1.BaselineEnd;
import tsunagi.sync.v1.DeviceReport;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.LanePosition;
import tsunagi.sync.v1.PiecesHeld;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.Resend;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.StatePiece;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamClaim;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;
import tsunagi.sync.v1.Welcome;

/**
 * The tablet's side of one exchange: a state machine that is told what the server says and answers through a line.
 *
 * <p>Not thread-safe: everything is called in turns. What it throws comes from the storage; the line is to be broken
 * then, and the next exchange goes on from what is on disk.
 */
public final class TabletExchange {
    static final int PROTOCOL_VERSION = 1;

    private enum Phase {
        NOT_BEGUN,
        AWAITING_WELCOME,
        OPEN,
        ENDED
    }

    private final OwnDevice device;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Replica replica;
    private final StateParcels stateParcels;
    private final Teams teams;
    private final OwnFiles ownFiles;
    private final TabletClock clock;
    private final String appVersion;
    private final Line line;
    private final Push push;
    private final Verdicts verdicts;

    private Phase phase = Phase.NOT_BEGUN;
    private final Set<UUID> claimedTeams = new HashSet<>();
    private boolean hasGained;
    private Optional<ExchangeEnd> end = Optional.empty();

    public TabletExchange(Tablet tablet, String appVersion, Line line) {
        this(tablet, appVersion, line, false);
    }

    /** @param isAfterABreak whether the line before this one broke; then little is sent ahead of its answer */
    public TabletExchange(Tablet tablet, String appVersion, Line line, boolean isAfterABreak) {
        this.device = tablet.device();
        this.outbox = tablet.outbox();
        this.lanes = tablet.lanes();
        this.replica = tablet.replica();
        this.stateParcels = tablet.stateParcels();
        this.teams = tablet.teams();
        this.ownFiles = tablet.ownFiles();
        this.clock = tablet.clock();
        this.appVersion = appVersion;
        this.line = line;
        this.push = new Push(outbox, lanes, line, clock, isAfterABreak);
        this.verdicts = new Verdicts(outbox, replica, teams, tablet.reader());
    }

    /** Begins: says Hello. */
    public void begin() {
        Hello.Builder hello = Hello.newBuilder()
                .setDeviceId(Ids.toBytes(device.id()))
                .setProtocolVersion(PROTOCOL_VERSION)
                .setAppVersion(appVersion)
                .setClock(clock.read())
                .addAllLanes(lanes.claims())
                .addCodecs(Parcel.DEFLATE)
                .setReport(DeviceReport.newBuilder()
                        .setUnsentCount((int) outbox.tally().waiting()));
        if (!device.epochId().isEmpty()) {
            hello.setEpochId(device.epochId());
        }
        for (Team team : teams.all()) {
            if (team.isGranted()) {
                hello.addTeams(claim(team));
            }
        }
        phase = Phase.AWAITING_WELCOME;
        line.send(TabletMessage.newBuilder().setHello(hello).build());
    }

    private TeamClaim claim(Team team) {
        TeamClaim.Builder claim = TeamClaim.newBuilder()
                .setTeamId(Ids.toBytes(team.teamId()))
                .addAllPieces(stateParcels.held(team.teamId()));
        if (!team.checkpoint().isEmpty()) {
            claim.setCheckpoint(team.checkpoint());
            claimedTeams.add(team.teamId());
        }
        return claim.build();
    }

    public void onMessage(ServerMessage message) {
        if (phase == Phase.AWAITING_WELCOME) {
            onFirst(message);
        } else if (phase == Phase.OPEN) {
            onLater(message);
        }
        proceed();
    }

    /** The line takes messages again, or something was saved meanwhile. */
    public void proceed() {
        if (phase == Phase.OPEN) {
            push.proceed();
        }
    }

    /** The line is gone. */
    public void onLineBroken(String why) {
        if (phase != Phase.ENDED) {
            phase = Phase.ENDED;
            end = Optional.of(new ExchangeEnd.Broken(why));
        }
    }

    /** How it ended; empty while it goes on. */
    public Optional<ExchangeEnd> end() {
        return end;
    }

    /** True when it brought a verdict or a checkpoint, so that trying again at once will get further. */
    public boolean hasGained() {
        return hasGained;
    }

    private void onFirst(ServerMessage message) {
        if (message.hasWelcome()) {
            phase = Phase.OPEN;
            onWelcome(message.getWelcome());
        } else if (message.hasFarewell()) {
            end(new ExchangeEnd.Dismissed(message.getFarewell()));
        } else {
            end(new ExchangeEnd.Broken("the server's first message was not welcome"));
        }
    }

    private void onLater(ServerMessage message) {
        switch (message.getMessageCase()) {
            case VERDICTS -> onVerdicts(message.getVerdicts());
            case RESEND -> onResend(message.getResend());
            case PIECES_HELD -> onPiecesHeld(message.getPiecesHeld());
            case BASELINE_BEGIN -> onBaselineBegin(message.getBaselineBegin());
            case STATE_PIECE -> onStatePiece(message.getStatePiece());
            case STATES -> onStates(message.getStates());
            case BASELINE_END -> onBaselineEnd(message.getBaselineEnd());
            case UP_TO_DATE -> onUpToDate();
            case FAREWELL -> end(new ExchangeEnd.Dismissed(message.getFarewell()));
            case WELCOME -> end(new ExchangeEnd.Broken("the server said welcome twice"));
            case MESSAGE_NOT_SET -> end(new ExchangeEnd.Broken("the server said something that is not known here"));
        }
    }

    private void onWelcome(Welcome welcome) {
        push.keepTo(welcome);
        teams.grant(welcome.getTeamsList());
        ByteString known = device.epochId();
        boolean isNewEpoch = !known.isEmpty() && !known.equals(welcome.getEpochId());
        boolean isReplicaAhead = isNewEpoch && pullAnew(teams.aheadOfCheckpoint());
        if (isNewEpoch) {
            teams.uncover();
            ownFiles.offerAgain();
        }
        boolean needsNewIdentity = false;
        for (LanePosition position : welcome.getLanesList()) {
            if (isNewEpoch) {
                lanes.takeBackParked(laneOf(position.getTeamId(), position.getOriginDeviceId()));
            }
            needsNewIdentity |= heal(position);
        }
        device.enterEpoch(welcome.getEpochId());
        welcome.getUnheardList().forEach(this::onUnheard);
        if (needsNewIdentity) {
            end(new ExchangeEnd.Cloned());
        } else if (isReplicaAhead) {
            end(new ExchangeEnd.StartAgain("the server was set back, and the replica holds what it lost"));
        }
    }

    /**
     * Offers again what the server lacks, whatever it once said of it.
     *
     * @return true when it has to be said in a new lane, because a copy of this tablet filled this one
     */
    private boolean heal(LanePosition position) {
        Lane lane = laneOf(position.getTeamId(), position.getOriginDeviceId());
        if (!position.getCloned() && isMine(lane, position)) {
            lanes.takeBackAfter(lane, position.getLastOrdinal());
            return false;
        }
        // Nobody can tell how much of the lane is the copy's. What is handed in twice is applied once.
        boolean isAnyTakenBack = lanes.takeBackAfter(lane, 0) > 0;
        boolean isOwn = lane.originDeviceId().equals(device.id());
        if (!isOwn && !isAnyTakenBack) {
            lanes.moveWaitingToOwnLane(lane.teamId());
        }
        return isOwn || isAnyTakenBack;
    }

    /** True when the last change that the server holds of a lane is the one that this tablet has there. */
    private boolean isMine(Lane lane, LanePosition position) {
        return !position.hasLastChangeId()
                || !outbox.at(lane, position.getLastOrdinal())
                        .filter(change -> !Ids.toBytes(change.changeId()).equals(position.getLastChangeId()))
                        .isPresent();
    }

    private boolean pullAnew(Iterable<UUID> teamIds) {
        boolean isAnyClaimed = false;
        for (UUID teamId : teamIds) {
            teams.pullAnew(teamId);
            isAnyClaimed |= claimedTeams.contains(teamId);
        }
        return isAnyClaimed;
    }

    private void onVerdicts(VerdictBatch batch) {
        Lane lane = laneOf(batch.getTeamId(), batch.getOriginDeviceId());
        List<Verdict> judged = batch.getVerdictsList().stream()
                .filter(verdict -> !verdict.hasCloned())
                .collect(Collectors.toList());
        verdicts.receive(lane, judged);
        hasGained |= !judged.isEmpty();
        batch.getVerdictsList().stream()
                .mapToLong(Verdict::getOrdinal)
                .max()
                .ifPresent(last -> push.acknowledge(lane, last));
        if (judged.size() < batch.getVerdictsCount()) {
            onCloned(lane);
        }
    }

    private void onUnheard(VerdictBatch batch) {
        Lane lane = laneOf(batch.getTeamId(), batch.getOriginDeviceId());
        hasGained |= verdicts.receiveUnheard(
                lane, batch.getVerdictsList(), lane.originDeviceId().equals(device.id()));
    }

    private void onCloned(Lane lane) {
        if (lane.originDeviceId().equals(device.id())) {
            end(new ExchangeEnd.Cloned());
        } else {
            lanes.moveWaitingToOwnLane(lane.teamId());
        }
    }

    private void onResend(Resend resend) {
        Lane lane = laneOf(resend.getTeamId(), resend.getOriginDeviceId());
        if (!push.sendAgain(lane, resend.getFromOrdinal())) {
            end(new ExchangeEnd.StartAgain("the server asks for an ordinal that is gone; hello declares it"));
        }
    }

    private void onPiecesHeld(PiecesHeld held) {
        hasGained |= !held.getRefused();
        if (!push.hear(held)) {
            end(new ExchangeEnd.Broken("the server does not keep the pieces of a large change"));
        }
    }

    private void onBaselineBegin(BaselineBegin begin) {
        teams.beginBaseline(Ids.fromBytes(begin.getTeamId()), begin.getResumed());
    }

    private void onStatePiece(StatePiece piece) {
        if (stateParcels.keep(piece)) {
            hasGained = true;
        } else {
            beginAnew(Ids.fromBytes(piece.getTeamId()), "a piece of a state does not fit those before it");
        }
    }

    private void onStates(StateBatch batch) {
        try {
            takeIn(stateParcels.completed(batch));
        } catch (DamagedParcelException e) {
            beginAnew(
                    Ids.fromBytes(batch.getTeamId()),
                    "a state in pieces is not what was said of it: " + e.getMessage());
        }
    }

    private void beginAnew(UUID teamId, String why) {
        stateParcels.drop(teamId);
        end(new ExchangeEnd.StartAgain(why));
    }

    private void takeIn(StateBatch batch) {
        UUID teamId = Ids.fromBytes(batch.getTeamId());
        for (RecordState state : batch.getStatesList()) {
            if (isErased(state)) {
                outbox.erase(new RecordKey(teamId, state.getRecordType(), Ids.fromBytes(state.getRecordId())));
            }
        }
        replica.receive(batch);
        verdicts.noteStates(teamId, batch);
        hasGained = true;
    }

    private static boolean isErased(RecordState state) {
        EndReason reason = state.getTombstone().getReason();
        return reason == EndReason.END_REASON_WITHDRAWN || reason == EndReason.END_REASON_DESTROYED;
    }

    private void onBaselineEnd(BaselineEnd baselineEnd) {
        teams.endBaseline(Ids.fromBytes(baselineEnd.getTeamId()), baselineEnd.getCheckpoint());
        hasGained = true;
    }

    private void onUpToDate() {
        push.proceed();
        if (!push.isAcknowledged() || push.hasMore()) {
            // Something was saved meanwhile; the server says it again once that was judged.
            return;
        }
        if (lanes.isAnyWaiting()) {
            end(new ExchangeEnd.Broken("the server called it up to date and has not judged everything"));
        } else if (pullAnew(verdicts.awaitedTeams())) {
            end(new ExchangeEnd.StartAgain("the replica is not what the server takes it for"));
        } else {
            settle();
            end(new ExchangeEnd.UpToDate());
        }
    }

    private void settle() {
        for (Team team : teams.all()) {
            if (team.isGranted()) {
                teams.settle(team.teamId(), outbox.lastRevision(team.teamId()));
            }
        }
    }

    private void end(ExchangeEnd how) {
        phase = Phase.ENDED;
        end = Optional.of(how);
        line.close();
    }

    private static Lane laneOf(ByteString teamId, ByteString originDeviceId) {
        return new Lane(Ids.fromBytes(teamId), Ids.fromBytes(originDeviceId));
    }
}
