package tsunagi.engine.device;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Function;
import tsunagi.engine.sync.ExchangeEnd;
import tsunagi.engine.sync.Line;
import tsunagi.engine.sync.ServerLink;
import tsunagi.engine.sync.TabletExchange;
import tsunagi.sync.v1.SyncGrpc;
import tsunagi.sync.v1.TokenRefusal;

/** Runs exchanges over gRPC, each on one stream with a token of this device. */
final class GrpcServerLink implements ServerLink {
    private final Channel channel;
    private final TokenSource tokens;

    GrpcServerLink(Channel channel, TokenSource tokens) {
        this.channel = channel;
        this.tokens = tokens;
    }

    @Override
    public ExchangeEnd run(Function<Line, TabletExchange> exchange) throws InterruptedException {
        TokenAnswer answer;
        try {
            answer = tokens.token();
        } catch (StatusRuntimeException e) {
            return new ExchangeEnd.Broken(e.getStatus().toString());
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            return refused(refused.why());
        }
        GrpcLine line = new GrpcLine();
        SyncGrpc.SyncStub stub = Calls.withToken(SyncGrpc.newStub(channel), ((TokenAnswer.Issued) answer).token());
        ExchangeEnd end = line.run(stub, exchange);
        if (line.statusCode() == Status.Code.UNAUTHENTICATED) {
            tokens.forget();
        }
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
