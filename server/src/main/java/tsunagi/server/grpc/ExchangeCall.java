package tsunagi.server.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
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
import tsunagi.piece.DamagedParcelException;
import tsunagi.piece.StreamUnpacker;
import tsunagi.server.exchange.Exchange;
import tsunagi.server.exchange.Outlet;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.TabletMessage;

/** One exchange on one gRPC call: whatever gRPC says is handed on in turns, and nothing is read that was not asked for. */
final class ExchangeCall implements StreamObserver<TabletMessage>, Outlet {
    static final Duration HELLO_DUE = Duration.ofSeconds(15);
    /** gRPC's own, message by message, for tablets that say they take it. */
    private static final String DOWN_CODEC = "gzip";
    /** What is smaller gains nothing by being packed. */
    private static final int PLAIN_BYTES_MAX = 200;

    private final ServerCallStreamObserver<ServerMessage> line;
    private final Executor turns;
    private final int messageBytesMax;
    private final StreamUnpacker unpacker = new StreamUnpacker();
    private final Consumer<ExchangeCall> whenOver;
    private Exchange exchange;
    private boolean isOver;
    private Future<?> helloReminder = CompletableFuture.completedFuture(null);

    ExchangeCall(
            ServerCallStreamObserver<ServerMessage> line,
            Executor turns,
            int messageBytesMax,
            Consumer<ExchangeCall> whenOver) {
        this.line = line;
        this.turns = turns;
        this.messageBytesMax = messageBytesMax;
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
        line.setCompression(DOWN_CODEC);
        line.setOnReadyHandler(() -> turns.execute(exchange::onReady));
        line.setOnCancelHandler(() -> turns.execute(this::breakOff));
        turns.execute(exchange::open);
    }

    void shutDown() {
        turns.execute(exchange::onShutdown);
    }

    @Override
    public void onNext(TabletMessage message) {
        turns.execute(() -> {
            if (message.hasPacked()) {
                unpack(message.getPacked());
            } else {
                exchange.onMessage(message);
            }
        });
    }

    private void unpack(ByteString packed) {
        if (isOver) {
            return;
        }
        try {
            exchange.onMessage(TabletMessage.parseFrom(unpacker.unpacked(packed, messageBytesMax)));
        } catch (DamagedParcelException | InvalidProtocolBufferException e) {
            exchange.onUnreadable("a packed message: " + e.getMessage());
        }
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
        line.setMessageCompression(!message.hasStatePiece() && message.getSerializedSize() > PLAIN_BYTES_MAX);
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
        isOver = true;
        unpacker.close();
        helloReminder.cancel(false);
        whenOver.accept(this);
    }
}
