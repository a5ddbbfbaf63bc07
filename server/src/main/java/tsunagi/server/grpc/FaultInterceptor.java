package tsunagi.server.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Ends calls that failed with the status that {@link Faults} has for what happened; outermost of all interceptors. */
final class FaultInterceptor implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        MappingCall<Q, A> mapping = new MappingCall<>(call);
        try {
            return new MappingListener<>(next.startCall(mapping, headers), mapping);
        } catch (RuntimeException e) {
            mapping.fail(e);
            return new ServerCall.Listener<>() {};
        }
    }

    private static final class MappingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean isClosed;

        MappingCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            isClosed = true;
            super.close(Faults.onTheWire(status, getMethodDescriptor().getFullMethodName()), trailers);
        }

        void fail(RuntimeException e) {
            if (!isClosed) {
                close(Status.fromThrowable(e), new Metadata());
            }
        }
    }

    private static final class MappingListener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final MappingCall<Q, ?> call;

        MappingListener(ServerCall.Listener<Q> listener, MappingCall<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guard(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guard(super::onHalfClose);
        }

        @Override
        public void onReady() {
            guard(super::onReady);
        }

        private void guard(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                call.fail(e);
            }
        }
    }
}
