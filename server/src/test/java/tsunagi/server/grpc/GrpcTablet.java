package tsunagi.server.grpc;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tsunagi.server.exchange.TestTablet;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;

/** A tablet on a real network; it reads a message only when the test takes one. */
public final class GrpcTablet {
    private static final long PATIENCE_S = 30;

    public final TestTablet tablet;
    private final SyncGrpc.SyncStub stub;

    public GrpcTablet(TestTablet tablet, SyncGrpc.SyncStub stub) {
        this.tablet = tablet;
        this.stub = stub;
    }

    public Call call() {
        Call call = new Call();
        stub.exchange(call);
        return call;
    }

    /** A call on which Hello was said. */
    public Call callWithHello() {
        Call call = call();
        call.says(tablet.hello());
        return call;
    }

    /** One whole exchange. */
    void sync() throws InterruptedException {
        Call call = callWithHello();
        call.hearUntil(ServerMessage.MessageCase.WELCOME);
        tablet.push().forEach(call::says);
        call.hearUntil(ServerMessage.MessageCase.UP_TO_DATE);
        call.halfClose();
        call.status();
    }

    /** One exchange on the wire. */
    public final class Call implements ClientResponseObserver<TabletMessage, ServerMessage> {
        private final BlockingQueue<Optional<ServerMessage>> heard = new LinkedBlockingQueue<>();
        private volatile Status status;
        private ClientCallStreamObserver<TabletMessage> line;

        @Override
        public void beforeStart(ClientCallStreamObserver<TabletMessage> requestStream) {
            line = requestStream;
            line.disableAutoRequestWithInitial(0);
        }

        void says(TabletMessage message) {
            line.onNext(message);
        }

        void halfClose() {
            line.onCompleted();
        }

        /** Reads one message, and lets the tablet hear it unless it is the farewell; empty when the stream ended. */
        Optional<ServerMessage> hear() throws InterruptedException {
            line.request(1);
            Optional<ServerMessage> message = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came for " + PATIENCE_S + " s");
            }
            message.filter(said -> !said.hasFarewell()).ifPresent(tablet::hears);
            return message;
        }

        public ServerMessage hearUntil(ServerMessage.MessageCase kind) throws InterruptedException {
            while (true) {
                ServerMessage message = hear().orElseThrow(() -> new AssertionError("ended with " + status));
                if (message.getMessageCase() == kind) {
                    return message;
                }
            }
        }

        /** How the stream ended, once everything was heard. */
        public Status status() throws InterruptedException {
            while (hear().isPresent()) {}
            return status;
        }

        @Override
        public void onNext(ServerMessage message) {
            heard.add(Optional.of(message));
        }

        @Override
        public void onError(Throwable broken) {
            status = Status.fromThrowable(broken);
            heard.add(Optional.empty());
        }

        @Override
        public void onCompleted() {
            status = Status.OK;
            heard.add(Optional.empty());
        }
    }
}
