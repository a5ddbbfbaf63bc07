package tsunagi.server.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagi.server.exchange.Exchange;
import tsunagi.server.exchange.Outlet;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/** One exchange on one gRPC call: whatever gRPC says is handed on in turns, and nothing is read that was not asked for. */
final class ExchangeCall implements StreamObserver<TabletMessage>, Outlet {
    static final Duration HELLO_DUE = Duration.ofSeconds(15);

    private final ServerCallStreamObserver<ServerMessage> line;
    private final Executor turns;
    private final Consumer<ExchangeCall> whenOver;
    private Exchange exchange;
    private Future<?> helloReminder = CompletableFuture.completedFuture(null);

    ExchangeCall(ServerCallStreamObserver<ServerMessage> line, Executor turns, Consumer<ExchangeCall> whenOver) {
        this.line = line;
        this.turns = turns;
        this.whenOver = whenOver;
    }

    Executor turns() {
        return turns;
    }

    /** To be called while the call is being set up, before anything can come in. */
    void begin(Function<Outlet, Exchange> exchanges, ScheduledExecutorService timer) {
        exchange = exchanges.apply(this);
        helloReminder = timer.schedule(
                () -> turns.execute(exchange::onHelloOverdue), HELLO_DUE.toMillis(), TimeUnit.MILLISECONDS);
        line.disableAutoRequest();
        line.setOnReadyHandler(() -> turns.execute(exchange::onReady));
        line.setOnCancelHandler(() -> turns.execute(this::breakOff));
        turns.execute(exchange::open);
    }

    void shutDown() {
        turns.execute(exchange::onShutdown);
    }

    @Override
    public void onNext(TabletMessage message) {
        turns.execute(() -> exchange.onMessage(message));
    }

    @Override
    public void onError(Throwable broken) {
        turns.execute(this::breakOff);
    }

    @Override
    public void onCompleted() {
        turns.execute(exchange::onHalfClose);
    }

    private void breakOff() {
        exchange.onLineBroken();
        over();
    }

    @Override
    public boolean isReady() {
        return line.isReady();
    }

    @Override
    public void send(ServerMessage message) {
        line.onNext(message);
    }

    @Override
    public void requestNext() {
        line.request(1);
    }

    @Override
    public void close() {
        line.onCompleted();
        over();
    }

    @Override
    public void fail(Throwable cause) {
        line.onError(cause);
        over();
    }

    private void over() {
        helloReminder.cancel(false);
        whenOver.accept(this);
    }
}
