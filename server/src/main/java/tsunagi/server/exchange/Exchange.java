package tsunagi.server.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tsunagi.record.Ids;
import tsunagi.server.intake.ClockOffset;
import tsunagi.server.intake.Judged;
import tsunagi.server.intake.Submission;
import tsunagi.sync.v1.ChangeBatch;
import tsunagi.sync.v1.ChangePiece;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.UpToDate;

/**
 * The server's side of one exchange: a state machine that takes in what the tablet says and answers through an outlet.
 *
 * <p>Not thread-safe: everything is called in turns, and what comes from elsewhere (a batch was judged, a team moved, a
 * newer stream fences this one) is handed to the executor of turns.
 */
public final class Exchange {
    static final int BUSY_RETRY_AFTER_MS = 5_000;

    private enum Phase {
        AWAITING_HELLO,
        GREETING,
        OPEN,
        /** What was accepted is still answered, then comes the farewell. */
        ENDING,
        ENDED
    }

    private final UUID deviceId;
    private final Exchanges exchanges;
    private final Outlet outlet;
    private final Steps steps;
    private final Push push;
    private final PieceDesk pieces;
    private final TeamWatch watch;

    private Phase phase = Phase.AWAITING_HELLO;
    private boolean isNextRequested;
    private boolean owesUpToDate;
    private boolean hasLookedAgain;
    private Optional<Farewell> farewell = Optional.empty();
    private Pull pull = new Pull(List.of());
    private ClockOffset clock;

    Exchange(UUID deviceId, Exchanges exchanges, Outlet outlet, Executor turns) {
        this.deviceId = deviceId;
        this.exchanges = exchanges;
        this.outlet = outlet;
        this.steps = new Steps(turns, this::proceed, this::breakOff);
        this.push = new Push(outlet, moved -> pull.note(moved));
        this.pieces = exchanges.pieceDesk(deviceId, outlet);
        this.watch = new TeamWatch(exchanges.heads(), this::wake);
    }

    /** Begins: asks for the Hello. */
    public void open() {
        steps.now(() -> {});
    }

    public void onMessage(TabletMessage message) {
        steps.now(() -> {
            isNextRequested = false;
            if (phase == Phase.AWAITING_HELLO) {
                onFirst(message);
            } else if (phase == Phase.OPEN) {
                onLater(message);
            }
        });
    }

    /** What the tablet said could not be read. */
    public void onUnreadable(String why) {
        steps.now(() -> end(Optional.of(Farewells.protocol(why))));
    }

    /** The tablet has nothing more to say. */
    public void onHalfClose() {
        steps.now(() -> end(Optional.empty()));
    }

    /** The outlet takes messages again. */
    public void onReady() {
        steps.now(() -> {});
    }

    public void onLineBroken() {
        over();
    }

    /** The server stops: what was accepted is answered, then the stream ends. */
    public void onShutdown() {
        steps.now(() -> end(Optional.of(Farewells.shuttingDown())));
    }

    /** The tablet did not say Hello in time. */
    public void onHelloOverdue() {
        steps.now(() -> {
            if (phase == Phase.AWAITING_HELLO) {
                end(Optional.of(Farewells.protocol("no hello came")));
            }
        });
    }

    void endInTurn(Farewell reason) {
        steps.later(() -> end(Optional.of(reason)));
    }

    private void wake() {
        steps.later(watch::noteAwake);
    }

    private void breakOff(RuntimeException why) {
        over();
        outlet.fail(why);
    }

    private void onFirst(TabletMessage message) {
        if (!message.hasHello()) {
            end(Optional.of(Farewells.protocol("the first message is not hello")));
            return;
        }
        Optional<Farewell> refusal = HelloCheck.refusal(deviceId, message.getHello());
        if (refusal.isPresent()) {
            end(refusal);
            return;
        }
        if (!exchanges.enter(deviceId, this)) {
            end(busy());
            return;
        }
        phase = Phase.GREETING;
        Hello hello = message.getHello();
        steps.whenDone(exchanges.declareGone(hello), nothing -> onHello(hello), () -> end(busy()));
    }

    private void onHello(Hello hello) {
        if (phase != Phase.GREETING) {
            return;
        }
        Greeted greeted = exchanges.greet(deviceId, hello);
        if (greeted instanceof Greeted.Refused refused) {
            end(Optional.of(refused.farewell()));
        } else if (greeted instanceof Greeted.Welcomed welcomed) {
            phase = Phase.OPEN;
            clock = welcomed.clock();
            pull = exchanges.pull(deviceId, welcomed);
            welcomed.moves().forEach(pull::note);
            watch.begin(pull);
            welcomed.firstWords().forEach(outlet::send);
        }
    }

    private void onLater(TabletMessage message) {
        switch (message.getMessageCase()) {
            case CHANGES -> onChanges(message.getChanges());
            case PIECE -> onPiece(message.getPiece());
            case PUSHED_ALL -> {
                owesUpToDate = true;
                hasLookedAgain = false;
            }
            case STATE_OFFER -> {
                // Reserved: what a restored server lacks comes from those who made it.
            }
            case HELLO -> end(Optional.of(Farewells.protocol("hello was said already")));
            case PACKED, MESSAGE_NOT_SET -> end(Optional.of(Farewells.protocol("a message that is not known here")));
        }
    }

    private void onChanges(ChangeBatch batch) {
        Optional<String> complaint = Push.complaint(batch, exchanges.limits());
        if (complaint.isPresent()) {
            end(Optional.of(Farewells.protocol(complaint.get())));
            return;
        }
        submit(
                new Submission(
                        Ids.fromBytes(batch.getTeamId()),
                        Ids.fromBytes(batch.getOriginDeviceId()),
                        deviceId,
                        clock,
                        batch.getFirstOrdinal(),
                        batch.getChangesList()),
                judged -> {});
    }

    private void onPiece(ChangePiece piece) {
        Optional<String> complaint = pieces.complaint(piece);
        if (complaint.isPresent()) {
            end(Optional.of(Farewells.protocol(complaint.get())));
            return;
        }
        hasLookedAgain = false;
        PieceDesk.Taken taken = pieces.take(piece);
        if (taken instanceof PieceDesk.Taken.Complete complete) {
            submit(
                    pieces.submission(complete, clock),
                    judged -> exchanges.parcels().remove(complete.held()));
        } else if (taken instanceof PieceDesk.Taken.NoChange none) {
            end(Optional.of(Farewells.protocol(none.why())));
        }
    }

    private void submit(Submission submission, Consumer<Judged> afterwards) {
        hasLookedAgain = false;
        Push.Pending pending = push.begin(submission);
        steps.whenDone(
                exchanges.submit(submission),
                result -> {
                    push.finish(pending, result).forEach(watch::noteMoved);
                    if (result instanceof Judged judged) {
                        exchanges.noteParked(deviceId, judged);
                        afterwards.accept(judged);
                    }
                },
                () -> {
                    push.abandon(pending);
                    end(busy());
                });
    }

    /** Does whatever can be done now. */
    private void proceed() {
        if (phase == Phase.ENDING && push.isEmpty()) {
            farewell.ifPresent(word ->
                    outlet.send(ServerMessage.newBuilder().setFarewell(word).build()));
            over();
            outlet.close();
        }
        if (phase == Phase.OPEN) {
            sendStates();
        }
        boolean mayAsk = phase == Phase.AWAITING_HELLO || (phase == Phase.OPEN && push.hasRoom() && outlet.isReady());
        if (mayAsk && !isNextRequested) {
            isNextRequested = true;
            outlet.requestNext();
        }
    }

    private void sendStates() {
        boolean isSettled = owesUpToDate && push.isSettled();
        if (isSettled && !hasLookedAgain) {
            // Only a head that is read after the last verdict tells that the tablet has everything.
            pull.lookAgain();
            hasLookedAgain = true;
        }
        boolean hasEverything = pull.sendTo(outlet);
        if (isSettled && hasEverything) {
            owesUpToDate = false;
            hasLookedAgain = false;
            outlet.send(ServerMessage.newBuilder()
                    .setUpToDate(UpToDate.getDefaultInstance())
                    .build());
        }
    }

    private static Optional<Farewell> busy() {
        return Optional.of(Farewells.busy(BUSY_RETRY_AFTER_MS));
    }

    private void end(Optional<Farewell> word) {
        if (phase != Phase.ENDING && phase != Phase.ENDED) {
            phase = Phase.ENDING;
            farewell = word;
            word.ifPresent(said -> exchanges.noteTrouble(deviceId, said));
        }
    }

    private void over() {
        phase = Phase.ENDED;
        steps.end();
        watch.end();
        exchanges.leave(deviceId, this);
    }
}
