package tsunagi.engine.device;

import io.grpc.Metadata;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;

/** What the calls to a server have in common. */
final class Calls {
    private static final long DEADLINE_SECONDS = 20;
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<IssueTokenRequest> PROOF =
            ProtoUtils.keyForProto(IssueTokenRequest.getDefaultInstance());
    private static final Metadata.Key<IssuedToken> TOKEN = ProtoUtils.keyForProto(IssuedToken.getDefaultInstance());

    private Calls() {}

    static <S extends AbstractStub<S>> S withDeadline(S stub) {
        return stub.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    static <S extends AbstractStub<S>> S withToken(S stub, String token) {
        return withHeaders(stub, bearing(token));
    }

    static Metadata bearing(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return headers;
    }

    static <S extends AbstractStub<S>> S withProof(S stub, IssueTokenRequest proof) {
        Metadata headers = new Metadata();
        headers.put(PROOF, proof);
        return withHeaders(stub, headers);
    }

    /** The token among the headers of an answer; empty as long as there are none. */
    static Optional<IssuedToken> tokenIn(AtomicReference<Metadata> headers) {
        return Optional.ofNullable(headers.get()).map(heard -> heard.get(TOKEN));
    }

    private static <S extends AbstractStub<S>> S withHeaders(S stub, Metadata headers) {
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
