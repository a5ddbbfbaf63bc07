package tsunagi.engine.device;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One call, word by word, on the thread that speaks and listens. No more than one answer ever waits here.
 *
 * @param <Q> what is said
 * @param <A> what is heard
 */
final class Talk<Q, A> implements AutoCloseable {
    /** A line that is silent for longer is taken for dead, whatever TCP believes. */
    private static final long SILENCE_MAX_SECONDS = 60;

    /** An answer, or with what the call ended. */
    private record Heard<A>(Optional<A> answer, Status status) {}

    private final ClientCall<Q, A> call;
    private final BlockingQueue<Heard<A>> heard = new LinkedBlockingQueue<>();

    Talk(Channel channel, MethodDescriptor<Q, A> method, String token) {
        call = channel.newCall(method, CallOptions.DEFAULT);
        call.start(new Ear(), Calls.bearing(token));
        call.request(1);
    }

    void say(Q word) {
        call.sendMessage(word);
    }

    /** Nothing more will be said. */
    void fallSilent() {
        call.halfClose();
    }

    /** The next answer. Throws gRPC's StatusRuntimeException when there is none. */
    A hear() throws InterruptedException {
        Heard<A> next = heard.poll(SILENCE_MAX_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription("nothing was heard for " + SILENCE_MAX_SECONDS + " seconds")
                    .asRuntimeException();
        }
        if (!next.answer().isPresent()) {
            throw (next.status().isOk() ? Status.UNAVAILABLE.withDescription("the server hung up") : next.status())
                    .asRuntimeException();
        }
        call.request(1);
        return next.answer().get();
    }

    @Override
    public void close() {
        call.cancel("the call is over", null);
    }

    private final class Ear extends ClientCall.Listener<A> {
        @Override
        public void onMessage(A answer) {
            heard.add(new Heard<>(Optional.of(answer), Status.OK));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            heard.add(new Heard<>(Optional.empty(), status));
        }
    }
}
