package tsunagi.server.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import tsunagi.server.exchange.Exchanges;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;

/** Where tablets exchange. Thread-safe. */
public final class SyncEndpoint extends SyncGrpc.SyncImplBase {
    private final Exchanges exchanges;
    private final Executor pool;
    private final ScheduledExecutorService timer;
    private final Set<ExchangeCall> calls = ConcurrentHashMap.newKeySet();

    /** Runs exchanges on this pool, and reminds those that do not begin by this timer. */
    public SyncEndpoint(Exchanges exchanges, Executor pool, ScheduledExecutorService timer) {
        this.exchanges = exchanges;
        this.pool = pool;
        this.timer = timer;
    }

    @Override
    public StreamObserver<TabletMessage> exchange(StreamObserver<ServerMessage> line) {
        UUID deviceId = Caller.current().deviceId().orElseThrow();
        ExchangeCall call = new ExchangeCall(
                (ServerCallStreamObserver<ServerMessage>) line,
                new Turns(pool),
                exchanges.messageBytesMax(),
                calls::remove);
        calls.add(call);
        call.begin(outlet -> exchanges.with(deviceId, outlet, call.turns()), timer);
        return call;
    }

    /** Ends all exchanges: what was accepted is answered first. */
    public void shutDown() {
        calls.forEach(ExchangeCall::shutDown);
    }
}
