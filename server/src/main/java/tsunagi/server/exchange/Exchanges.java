package tsunagi.server.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tsunagi.record.Ids;
import tsunagi.server.device.Device;
import tsunagi.server.device.Devices;
import tsunagi.server.device.ServerSecret;
import tsunagi.server.device.TroubleKind;
import tsunagi.server.device.TroubleNotes;
import tsunagi.server.intake.Intake;
import tsunagi.server.intake.IntakeResult;
import tsunagi.server.intake.Judged;
import tsunagi.server.intake.Submission;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Epochs;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.LaneClaim;
import tsunagi.sync.v1.Verdict;

/** All exchanges of this server, and what they share. Thread-safe; it has no thread of its own. */
public final class Exchanges {
    private final Database database;
    private final Intake intake;
    private final Clock clock;
    private final ExchangeLimits limits;
    private final CheckpointSeal seal;
    private final RecordPages pages;
    private final ChangeParcels parcels;
    private final Greeting greeting;
    private final ExchangeRegistry registry;
    private final Devices devices = new Devices();
    private final TeamHeads heads;
    private final TroubleNotes troubles;

    /**
     * Exchanges over this database.
     *
     * @param ids makes the ids of epochs
     * @param serverVersion as tablets are told, for people
     * @param pace when tablets are told that their teams moved; one that waits to be up to date does not wait for it
     */
    public Exchanges(
            Database database,
            Intake intake,
            ServerSecret secret,
            Clock clock,
            Supplier<UUID> ids,
            ExchangeLimits limits,
            String serverVersion,
            TeamHeads.Pace pace) {
        this(database, intake, secret, clock, ids, limits, serverVersion, pace, TroubleNotes.NONE);
    }

    /** The same, which notes what goes wrong with devices. */
    public Exchanges(
            Database database,
            Intake intake,
            ServerSecret secret,
            Clock clock,
            Supplier<UUID> ids,
            ExchangeLimits limits,
            String serverVersion,
            TeamHeads.Pace pace,
            TroubleNotes troubles) {
        this.troubles = troubles;
        this.database = database;
        this.intake = intake;
        this.clock = clock;
        this.limits = limits;
        this.seal = new CheckpointSeal(secret);
        this.pages = new RecordPages(database, limits);
        this.parcels = new ChangeParcels(database, limits.pieces(), clock);
        this.greeting = new Greeting(database, new Epochs(clock, ids), seal, parcels, limits, serverVersion, clock);
        this.heads = new TeamHeads(pace);
        this.registry = new ExchangeRegistry(limits.exchanges());
    }

    /**
     * One more exchange; it begins with {@link Exchange#open}.
     *
     * @param deviceId the device that the caller's token names
     * @param turns runs what comes from elsewhere, one after the other and never beside a call to the exchange
     */
    public Exchange with(UUID deviceId, Outlet outlet, Executor turns) {
        return new Exchange(deviceId, this, outlet, turns);
    }

    /** What one message of a tablet may hold, unpacked. */
    public int messageBytesMax() {
        return 2 * limits.batchBytes();
    }

    /** Where to say that a team moved by other means than an exchange. */
    public TeamHeads heads() {
        return heads;
    }

    /** Ends the exchanges of devices that were revoked since they began. */
    public void dismissRevoked() {
        if (registry.isEmpty()) {
            return;
        }
        for (Device device : database.read(devices::all)) {
            if (device.isRevoked()) {
                registry.of(device.id()).ifPresent(exchange -> exchange.endInTurn(Farewells.revoked()));
            }
        }
    }

    /** Lets go of changes of which pieces came and whose tablets did not go on with them. */
    public void expirePieces() {
        parcels.expire();
    }

    PieceDesk pieceDesk(UUID deviceId, Outlet outlet) {
        return new PieceDesk(deviceId, parcels, limits, outlet);
    }

    ChangeParcels parcels() {
        return parcels;
    }

    ExchangeLimits limits() {
        return limits;
    }

    /** Gives the device's place to this exchange and fences the one that had it; false when there is no place. */
    boolean enter(UUID deviceId, Exchange exchange) {
        if (!registry.hasRoomFor(deviceId)) {
            return false;
        }
        registry.enter(deviceId, exchange).ifPresent(older -> older.endInTurn(Farewells.fenced()));
        return true;
    }

    void leave(UUID deviceId, Exchange exchange) {
        registry.leave(deviceId, exchange);
    }

    /** Notes a farewell that says that something is wrong with the device. */
    void noteTrouble(UUID deviceId, Farewell farewell) {
        switch (farewell.getReason()) {
            case FAREWELL_REASON_PROTOCOL -> troubles.note(deviceId, TroubleKind.PROTOCOL, farewell.getDetail());
            case FAREWELL_REASON_VERSION -> troubles.note(deviceId, TroubleKind.VERSION, farewell.getDetail());
            case FAREWELL_REASON_REVOKED -> troubles.note(deviceId, TroubleKind.REVOKED, farewell.getDetail());
            case FAREWELL_REASON_BUSY -> troubles.note(deviceId, TroubleKind.BUSY, farewell.getDetail());
            case FAREWELL_REASON_FENCED,
                    FAREWELL_REASON_SHUTTING_DOWN,
                    FAREWELL_REASON_UNKNOWN_DEVICE,
                    FAREWELL_REASON_UNSPECIFIED,
                    UNRECOGNIZED -> {
                // Nothing is wrong with the device, or there is none.
            }
        }
    }

    /** Notes how many changes of a batch wait for a person. */
    void noteParked(UUID deviceId, Judged judged) {
        List<String> reasons = judged.changes().stream()
                .map(Judged.One::verdict)
                .filter(Verdict::hasParked)
                .map(verdict -> verdict.getParked().getReason().name())
                .toList();
        if (!reasons.isEmpty()) {
            String kinds = String.join(", ", new TreeSet<>(reasons));
            troubles.note(deviceId, TroubleKind.PARKED, reasons.size() + " parked: " + kinds);
        }
    }

    Greeted greet(UUID deviceId, Hello hello) {
        return greeting.greet(deviceId, hello);
    }

    Pull pull(UUID deviceId, Greeted.Welcomed welcomed) {
        List<TeamPull> teams = new ArrayList<>();
        welcomed.pulls().forEach(start -> {
            StatePieces pieces = new StatePieces(start.teamId(), limits.pieces(), start.pieces());
            teams.add(new TeamPull(deviceId, welcomed.epochId(), start, pages, pieces, seal, clock));
        });
        return new Pull(teams);
    }

    CompletionStage<IntakeResult> submit(Submission submission) {
        return intake.submit(submission);
    }

    /** Notes the ordinals that the tablet says it no longer has. */
    CompletionStage<Void> declareGone(Hello hello) {
        List<CompletableFuture<Void>> noted = new ArrayList<>();
        for (LaneClaim lane : hello.getLanesList()) {
            if (lane.getGoneCount() > 0) {
                noted.add(intake.declareGone(
                                Ids.fromBytes(lane.getTeamId()),
                                Ids.fromBytes(lane.getOriginDeviceId()),
                                lane.getGoneList())
                        .toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(noted.toArray(CompletableFuture[]::new));
    }
}
