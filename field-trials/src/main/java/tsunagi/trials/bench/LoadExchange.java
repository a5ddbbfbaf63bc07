package tsunagi.trials.bench;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tsunagi.record.Ids;
import tsunagi.sync.v1.ClockReading;
import tsunagi.sync.v1.Hello;
import tsunagi.sync.v1.PushedAll;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;
import tsunagi.sync.v1.TeamClaim;
import tsunagi.sync.v1.Verdict;
import tsunagi.sync.v1.VerdictBatch;

/** One exchange of a tablet that sends what was made beforehand, a few batches ahead of their verdicts. */
final class LoadExchange implements ClientResponseObserver<TabletMessage, ServerMessage> {
    private final UUID deviceId;
    private final UUID teamId;
    private final CompletableFuture<LoadExchange> upToDate = new CompletableFuture<>();
    private final CompletableFuture<LoadExchange> over = new CompletableFuture<>();
    private ClientCallStreamObserver<TabletMessage> line;
    private CompletableFuture<Pushed> pushed = new CompletableFuture<>();
    private Queue<TabletMessage> waiting = new ArrayDeque<>();
    private final Queue<Long> sentAtNs = new ArrayDeque<>();
    private List<Long> latenciesNs = new ArrayList<>();
    private int accepted;
    private int unanswered;
    private boolean isOver;

    /**
     * What came of a push.
     *
     * @param accepted how many changes were taken in as they were sent
     * @param latenciesNs for each batch, the time from its sending to the verdicts on it
     */
    record Pushed(int accepted, List<Long> latenciesNs) {}

    LoadExchange(UUID deviceId, UUID teamId) {
        this.deviceId = deviceId;
        this.teamId = teamId;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<TabletMessage> stream) {
        line = stream;
    }

    /** Complete when the server has nothing more to say. */
    CompletableFuture<LoadExchange> sayHello(ClockReading clock) {
        line.onNext(TabletMessage.newBuilder()
                .setHello(Hello.newBuilder()
                        .setDeviceId(Ids.toBytes(deviceId))
                        .setProtocolVersion(1)
                        .setAppVersion("load")
                        .setClock(clock)
                        .addTeams(TeamClaim.newBuilder().setTeamId(Ids.toBytes(teamId))))
                .build());
        line.onNext(pushedAll());
        return upToDate;
    }

    /** Sends these batches, so many of them ahead of their verdicts; complete when the last verdict came. */
    synchronized CompletableFuture<Pushed> push(List<TabletMessage> batches, int batchesInFlight) {
        pushed = new CompletableFuture<>();
        waiting = new ArrayDeque<>(batches);
        latenciesNs = new ArrayList<>(batches.size());
        accepted = 0;
        unanswered = batches.size();
        for (int i = 0; i < batchesInFlight; i++) {
            sendNext();
        }
        return pushed;
    }

    private void sendNext() {
        TabletMessage next = waiting.poll();
        if (next != null) {
            sentAtNs.add(System.nanoTime());
            line.onNext(next);
        }
    }

    @Override
    public synchronized void onNext(ServerMessage message) {
        switch (message.getMessageCase()) {
            case UP_TO_DATE -> upToDate.complete(this);
            case VERDICTS -> onVerdicts(message.getVerdicts());
            case FAREWELL, RESEND, PIECES_HELD -> fail(new IllegalStateException("the server said " + message));
            case WELCOME, STATE_PIECE, STATES, BASELINE_BEGIN, BASELINE_END, MESSAGE_NOT_SET -> {
                // What others wrote is received, and that is all.
            }
        }
    }

    private void onVerdicts(VerdictBatch batch) {
        latenciesNs.add(System.nanoTime() - sentAtNs.remove());
        accepted += (int)
                batch.getVerdictsList().stream().filter(Verdict::hasAccepted).count();
        unanswered--;
        sendNext();
        if (unanswered == 0) {
            pushed.complete(new Pushed(accepted, latenciesNs));
        }
    }

    /** Hangs up; complete when the server did too. */
    synchronized CompletableFuture<LoadExchange> close() {
        isOver = true;
        line.onCompleted();
        return over;
    }

    private static TabletMessage pushedAll() {
        return TabletMessage.newBuilder()
                .setPushedAll(PushedAll.getDefaultInstance())
                .build();
    }

    @Override
    public void onError(Throwable broken) {
        fail(broken);
    }

    @Override
    public synchronized void onCompleted() {
        over.complete(this);
        if (!isOver) {
            fail(new IllegalStateException("the server hung up"));
        }
    }

    private synchronized void fail(Throwable cause) {
        upToDate.completeExceptionally(cause);
        pushed.completeExceptionally(cause);
        over.completeExceptionally(cause);
    }
}
