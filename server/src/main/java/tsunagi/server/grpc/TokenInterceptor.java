package tsunagi.server.grpc;

import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.server.device.Tokens;
import tsunagi.sync.v1.EnrolmentGrpc;

/** Lets a call in when its token names a device, or when it is one of the calls by which a device gets its first one. */
final class TokenInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SCHEME = "Bearer ";
    private static final Set<String> OPEN_TO_ALL = Set.of(
            EnrolmentGrpc.getEnrolMethod().getFullMethodName(),
            EnrolmentGrpc.getIssueTokenMethod().getFullMethodName());

    private final Tokens tokens;

    TokenInterceptor(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<UUID> deviceId = Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(text -> text.startsWith(SCHEME))
                .flatMap(text -> tokens.deviceOf(text.substring(SCHEME.length())));
        String method = call.getMethodDescriptor().getFullMethodName();
        if (deviceId.isEmpty() && !OPEN_TO_ALL.contains(method)) {
            call.close(Status.UNAUTHENTICATED.withDescription("a valid token is missing"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return Contexts.interceptCall(new Caller(addressOf(call), deviceId).inContext(), call, headers, next);
    }

    private static String addressOf(ServerCall<?, ?> call) {
        SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        // Without the port: every try may come from another one.
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }
}
