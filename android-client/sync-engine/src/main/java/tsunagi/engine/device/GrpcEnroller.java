package tsunagi.engine.device;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import tsunagi.engine.sync.Enroller;
import tsunagi.record.Ids;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.RenewRequest;

/** Asks the server for a new identity, as the device this tablet still is. */
final class GrpcEnroller implements Enroller {
    private final Channel channel;
    private final TokenSource tokens;
    private final DeviceKeys keys;

    GrpcEnroller(Channel channel, TokenSource tokens, DeviceKeys keys) {
        this.channel = channel;
        this.tokens = tokens;
        this.keys = keys;
    }

    @Override
    public Answer renew(UUID newDeviceId) {
        try {
            return tokens.token() instanceof TokenAnswer.Issued issued
                    ? renew(newDeviceId, issued.token())
                    : Answer.NO_ANSWER;
        } catch (StatusRuntimeException e) {
            return Answer.NO_ANSWER;
        }
    }

    private Answer renew(UUID newDeviceId, String token) {
        boolean isRenewed = Calls.withToken(Calls.withDeadline(EnrolmentGrpc.newBlockingStub(channel)), token)
                .renew(RenewRequest.newBuilder()
                        .setNewDeviceId(Ids.toBytes(newDeviceId))
                        .setNewPublicKey(keys.publicKey(newDeviceId))
                        .build())
                .getRenewed();
        return isRenewed ? Answer.RENEWED : Answer.UNSUITABLE;
    }
}
