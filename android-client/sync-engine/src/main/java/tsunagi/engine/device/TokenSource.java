package tsunagi.engine.device;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.outbox.OwnDevice;
import tsunagi.record.Ids;
import tsunagi.sync.v1.EnrolmentGrpc;
import tsunagi.sync.v1.IssueTokenReply;
import tsunagi.sync.v1.IssueTokenRequest;
import tsunagi.sync.v1.IssuedToken;
import tsunagi.sync.v1.TokenRefusal;

/** Gets the short-lived tokens that every call carries, and keeps one as long as it is good. */
final class TokenSource {
    private static final ByteString PREFIX = ByteString.copyFromUtf8("tsunagi-token-v1");
    private static final int NONCE_BYTES = 16;

    private final Channel channel;
    private final OwnDevice device;
    private final DeviceKeys keys;
    private final TabletClock clock;
    private final SecureRandom random;

    private Optional<Kept> kept = Optional.empty();
    private long serverAheadMs;

    private record Kept(UUID deviceId, String token, long goodUntilMonotonicMs) {}

    TokenSource(Channel channel, OwnDevice device, DeviceKeys keys, TabletClock clock, SecureRandom random) {
        this.channel = channel;
        this.device = device;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** A token for the id this device goes by now. Throws gRPC's StatusRuntimeException when nobody answers. */
    TokenAnswer token() {
        UUID deviceId = device.id();
        Optional<Kept> good = kept.filter(
                token -> token.deviceId().equals(deviceId) && nowMonotonicMs() < token.goodUntilMonotonicMs());
        if (good.isPresent()) {
            return new TokenAnswer.Issued(good.get().token());
        }
        IssueTokenReply reply = ask(deviceId);
        if (reply.getRefused() == TokenRefusal.TOKEN_REFUSAL_CLOCK_OFF) {
            serverAheadMs = reply.getServerClockMs() - clock.wallMs();
            reply = ask(deviceId);
        }
        return reply.hasIssued() ? keep(deviceId, reply.getIssued()) : new TokenAnswer.Refused(reply.getRefused());
    }

    /** The server does not take the token any more. */
    void forget() {
        kept = Optional.empty();
    }

    private TokenAnswer keep(UUID deviceId, IssuedToken issued) {
        // Given up a little early, so that none runs out on its way.
        long goodForMs = issued.getValidForMs() * 9L / 10;
        kept = Optional.of(new Kept(deviceId, issued.getToken(), nowMonotonicMs() + goodForMs));
        return new TokenAnswer.Issued(issued.getToken());
    }

    private IssueTokenReply ask(UUID deviceId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        long signedAtMs = clock.wallMs() + serverAheadMs;
        ByteString content = PREFIX.concat(Ids.toBytes(deviceId))
                .concat(bigEndian(signedAtMs))
                .concat(ByteString.copyFrom(nonce));
        return Calls.withDeadline(EnrolmentGrpc.newBlockingStub(channel))
                .issueToken(IssueTokenRequest.newBuilder()
                        .setDeviceId(Ids.toBytes(deviceId))
                        .setSignedAtMs(signedAtMs)
                        .setNonce(ByteString.copyFrom(nonce))
                        .setSignature(keys.sign(deviceId, content))
                        .build());
    }

    private static ByteString bigEndian(long number) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private long nowMonotonicMs() {
        return clock.read().getMonotonicMs();
    }
}
