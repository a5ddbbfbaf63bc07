package tsunagi.engine.device;

import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.Line;
import tsunagi.engine.sync.ServerLink;
import tsunagi.engine.sync.TabletExchange;
import tsunagi.sync.v1.Farewell;
import tsunagi.sync.v1.FarewellReason;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TokenRefusal;

/**
 * Runs exchanges over gRPC, each on one stream. The stream itself says whose it is, by a token that is still good or by
 * a proof; only a server that takes neither is asked, with a call of its own, what it has against this device.
 */
final class GrpcServerLink implements ServerLink {
    private final Channel channel;
    private final TokenSource tokens;

    GrpcServerLink(Channel channel, TokenSource tokens) {
        this.channel = channel;
        this.tokens = tokens;
    }

    @Override
    public ExchangeEnd run(Function<Line, TabletExchange> exchange) throws InterruptedException {
        GrpcLine line = new GrpcLine();
        Optional<String> kept = tokens.kept();
        ExchangeEnd end = kept.isPresent() ? run(line, kept.get(), exchange) : runWithProof(line, exchange);
        return line.status().getCode() == Status.Code.UNAUTHENTICATED
                ? runWithNewToken(exchange)
                : explained(end, line.status());
    }

    /** Lines break for many reasons; two of them do not pass by themselves. */
    private static ExchangeEnd explained(ExchangeEnd end, Status status) {
        if (OtherCertificateException.isBehind(status)) {
            return new ExchangeEnd.OtherServer(status.toString());
        }
        return status.getCode() == Status.Code.UNIMPLEMENTED
                ? new ExchangeEnd.Dismissed(Farewell.newBuilder()
                        .setReason(FarewellReason.FAREWELL_REASON_VERSION)
                        .setDetail("the server knows no such call")
                        .build())
                : end;
    }

    private ExchangeEnd runWithNewToken(Function<Line, TabletExchange> exchange) throws InterruptedException {
        tokens.forget();
        TokenAnswer answer;
        try {
            answer = tokens.token();
        } catch (StatusRuntimeException e) {
            return explained(new ExchangeEnd.Broken(e.getStatus().toString()), e.getStatus());
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            return refused(refused.why());
        }
        GrpcLine line = new GrpcLine();
        ExchangeEnd end = run(line, ((TokenAnswer.Issued) answer).token(), exchange);
        if (line.status().getCode() == Status.Code.UNAUTHENTICATED) {
            tokens.forget();
        }
        return end;
    }

    private ExchangeEnd run(GrpcLine line, String token, Function<Line, TabletExchange> exchange)
            throws InterruptedException {
        return line.run(Calls.withToken(SyncGrpc.newStub(channel), token), exchange);
    }

    private ExchangeEnd runWithProof(GrpcLine line, Function<Line, TabletExchange> exchange)
            throws InterruptedException {
        TokenSource.Proof proof = tokens.proof();
        AtomicReference<Metadata> heard = new AtomicReference<>();
        SyncGrpc.SyncStub stub = Calls.withProof(SyncGrpc.newStub(channel), proof.signed())
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(heard, new AtomicReference<>()));
        ExchangeEnd end = line.run(stub, exchange);
        Calls.tokenIn(heard).ifPresent(issued -> tokens.keep(proof, issued));
        return end;
    }

    private static ExchangeEnd refused(TokenRefusal why) {
        return switch (why) {
            case TOKEN_REFUSAL_DEVICE_REVOKED -> new ExchangeEnd.NotLetIn(true, "this device was revoked");
            case TOKEN_REFUSAL_DEVICE_UNKNOWN ->
                new ExchangeEnd.NotLetIn(false, "the server does not know this device");
            case TOKEN_REFUSAL_SIGNATURE_WRONG ->
                new ExchangeEnd.NotLetIn(false, "the server knows another key of this device");
            case TOKEN_REFUSAL_CLOCK_OFF, TOKEN_REFUSAL_NONCE_USED, TOKEN_REFUSAL_UNSPECIFIED, UNRECOGNIZED ->
                new ExchangeEnd.Broken("no token: " + why);
        };
    }
}
