package tsunagi.server.grpc;

import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.server.device.Identification;
import tsunagi.server.device.Tokens;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;

/**
 * Lets a call in when its token or a fresh proof of its own names a device, or when it is one of the calls by which a
 * device gets its first token. Who came with a proof is told a token in return, for the next time.
 */
final class TokenInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<IssueTokenRequest> PROOF =
            ProtoUtils.keyForProto(IssueTokenRequest.getDefaultInstance());
    private static final Metadata.Key<IssuedToken> TOKEN = ProtoUtils.keyForProto(IssuedToken.getDefaultInstance());
    private static final String SCHEME = "Bearer ";
    private static final Set<String> OPEN_TO_ALL = Set.of(
            EnrolmentGrpc.getEnrolMethod().getFullMethodName(),
            EnrolmentGrpc.getIssueTokenMethod().getFullMethodName());

    private final Tokens tokens;
    private final Identification identification;

    TokenInterceptor(Tokens tokens, Identification identification) {
        this.tokens = tokens;
        this.identification = identification;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<UUID> deviceId = Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(text -> text.startsWith(SCHEME))
                .flatMap(text -> tokens.deviceOf(text.substring(SCHEME.length())));
        Caller caller = new Caller(addressOf(call), deviceId);
        String method = call.getMethodDescriptor().getFullMethodName();
        if (deviceId.isPresent() || OPEN_TO_ALL.contains(method)) {
            return Contexts.interceptCall(caller.inContext(), call, headers, next);
        }
        Optional<IssuedToken> issued = issuedTo(headers);
        if (issued.isEmpty()) {
            call.close(Status.UNAUTHENTICATED.withDescription("a valid token or proof is missing"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        Caller proven =
                new Caller(caller.address(), tokens.deviceOf(issued.get().getToken()));
        return Contexts.interceptCall(proven.inContext(), new TellingCall<>(call, issued.get()), headers, next);
    }

    /** What the proof among these headers is worth. Why it is worth nothing is told to who asks for a token. */
    private Optional<IssuedToken> issuedTo(Metadata headers) {
        Optional<IssueTokenRequest> proof;
        try {
            proof = Optional.ofNullable(headers.get(PROOF));
        } catch (IllegalArgumentException e) {
            // Bytes that are no proof.
            return Optional.empty();
        }
        return proof.map(identification::issueToken)
                .filter(IssueTokenReply::hasIssued)
                .map(IssueTokenReply::getIssued);
    }

    private static String addressOf(ServerCall<?, ?> call) {
        SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        // Without the port: every try may come from another one.
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }

    /** A call whose first answer bears a token. */
    private static final class TellingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final IssuedToken issued;

        TellingCall(ServerCall<Q, A> call, IssuedToken issued) {
            super(call);
            this.issued = issued;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            headers.put(TOKEN, issued);
            super.sendHeaders(headers);
        }
    }
}
