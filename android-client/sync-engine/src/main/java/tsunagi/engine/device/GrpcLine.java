package tsunagi.engine.device;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.Line;
import tsunagi.engine.sync.TabletExchange;
import tsunagi.piece.Parcel;
import tsunagi.piece.StreamPacker;
import tsunagi.sync.v1.ServerMessage;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TabletMessage;

/**
 * One stream to the server. gRPC's threads only queue what they hear; the exchange runs on the thread that called, and
 * asks for the next message when it has dealt with one, so that no more than one ever waits here.
 */
final class GrpcLine implements Line {
    /** A line that is silent for longer is taken for dead, whatever TCP believes. */
    private static final long SILENCE_MAX_SECONDS = 90;

    private static final long GOODBYE_SECONDS = 5;

    /** What a gRPC thread has to tell. */
    private sealed interface Event {
        record Heard(ServerMessage message) implements Event {}

        record Ready() implements Event {}

        record Over(Status status) implements Event {}
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private ClientCallStreamObserver<TabletMessage> call;
    private Status status = Status.OK;
    /** There once the server says that it unpacks. */
    private Optional<StreamPacker> packer = Optional.empty();

    ExchangeEnd run(SyncGrpc.SyncStub stub, Function<Line, TabletExchange> exchanges) throws InterruptedException {
        // Starting the call hands it to beforeStart, on this thread, before anything can be heard.
        stub.exchange(new Ear());
        try {
            TabletExchange exchange = exchanges.apply(this);
            exchange.begin();
            Optional<ExchangeEnd> end = exchange.end();
            while (!end.isPresent()) {
                handle(events.poll(SILENCE_MAX_SECONDS, TimeUnit.SECONDS), exchange);
                end = exchange.end();
            }
            awaitGoodbye();
            return end.get();
        } finally {
            packer.ifPresent(StreamPacker::close);
            call.cancel("the exchange is over", null);
        }
    }

    private void handle(Event event, TabletExchange exchange) {
        if (event instanceof Event.Heard heard) {
            if (heard.message().getWelcome().getCodec().equals(Parcel.DEFLATE)) {
                packer = Optional.of(packer.orElseGet(StreamPacker::new));
            }
            exchange.onMessage(heard.message());
            call.request(1);
        } else if (event instanceof Event.Ready) {
            exchange.proceed();
        } else if (event instanceof Event.Over over) {
            status = over.status();
            exchange.onLineBroken(status.isOk() ? "the server hung up" : status.toString());
        } else {
            exchange.onLineBroken("nothing was heard for " + SILENCE_MAX_SECONDS + " seconds");
        }
    }

    /** Lets the last words through before the stream is cut. */
    private void awaitGoodbye() throws InterruptedException {
        Event event = new Event.Ready();
        while (event != null && !(event instanceof Event.Over) && status.isOk()) {
            if (event instanceof Event.Heard) {
                call.request(1);
            }
            event = events.poll(GOODBYE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** With what the stream ended; OK while it has not. */
    Status status() {
        return status;
    }

    @Override
    public boolean isReady() {
        return call.isReady();
    }

    @Override
    public void send(TabletMessage message) {
        // Pieces are packed already.
        boolean isWorthIt = message.hasChanges();
        call.onNext(packer.filter(there -> isWorthIt)
                .map(there -> TabletMessage.newBuilder()
                        .setPacked(there.packed(message.toByteString()))
                        .build())
                .orElse(message));
    }

    @Override
    public void close() {
        call.onCompleted();
    }

    private final class Ear implements ClientResponseObserver<TabletMessage, ServerMessage> {
        @Override
        public void beforeStart(ClientCallStreamObserver<TabletMessage> stream) {
            call = stream;
            stream.disableAutoRequestWithInitial(1);
            stream.setOnReadyHandler(() -> events.add(new Event.Ready()));
        }

        @Override
        public void onNext(ServerMessage message) {
            events.add(new Event.Heard(message));
        }

        @Override
        public void onError(Throwable broken) {
            events.add(new Event.Over(Status.fromThrowable(broken)));
        }

        @Override
        public void onCompleted() {
            events.add(new Event.Over(Status.OK));
        }
    }
}
