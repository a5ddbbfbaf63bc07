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

/** Has what a call says to prove whose it is: a short-lived token as long as it is good, or a proof signed for it alone. */
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

    /** That this device holds its private key, signed at this moment; the server takes each only once. */
    record Proof(UUID deviceId, IssueTokenRequest signed, long signedAtMonotonicMs) {}

    TokenSource(Channel channel, OwnDevice device, DeviceKeys keys, TabletClock clock, SecureRandom random) {
        this.channel = channel;
        this.device = device;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** A token for the id this device goes by now. Throws gRPC's StatusRuntimeException when nobody answers. */
    TokenAnswer token() {
        Optional<String> good = kept();
        if (good.isPresent()) {
            return new TokenAnswer.Issued(good.get());
        }
        Proof proof = proof();
        IssueTokenReply reply = ask(proof);
        if (reply.getRefused() == TokenRefusal.TOKEN_REFUSAL_CLOCK_OFF) {
            serverAheadMs = reply.getServerClockMs() - clock.wallMs();
            proof = proof();
            reply = ask(proof);
        }
        if (!reply.hasIssued()) {
            return new TokenAnswer.Refused(reply.getRefused());
        }
        keep(proof, reply.getIssued());
        return new TokenAnswer.Issued(reply.getIssued().getToken());
    }

    /** The token of the id this device goes by now, if one is still good. */
    Optional<String> kept() {
        UUID deviceId = device.id();
        return kept.filter(
                        token -> token.deviceId().equals(deviceId) && nowMonotonicMs() < token.goodUntilMonotonicMs())
                .map(Kept::token);
    }

    /** The server does not take the token any more. */
    void forget() {
        kept = Optional.empty();
    }

    /** Keeps what the server gave for a proof. */
    void keep(Proof proof, IssuedToken issued) {
        // Given up a little early, so that none runs out on its way.
        long goodForMs = issued.getValidForMs() * 9L / 10;
        kept = Optional.of(new Kept(proof.deviceId(), issued.getToken(), proof.signedAtMonotonicMs() + goodForMs));
    }

    private IssueTokenReply ask(Proof proof) {
        return Calls.withDeadline(EnrolmentGrpc.newBlockingStub(channel)).issueToken(proof.signed());
    }

    /** A proof of this moment, good for one call. */
    Proof proof() {
        UUID deviceId = device.id();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        long signedAtMs = clock.wallMs() + serverAheadMs;
        ByteString content = PREFIX.concat(Ids.toBytes(deviceId))
                .concat(bigEndian(signedAtMs))
                .concat(ByteString.copyFrom(nonce));
        IssueTokenRequest signed = IssueTokenRequest.newBuilder()
                .setDeviceId(Ids.toBytes(deviceId))
                .setSignedAtMs(signedAtMs)
                .setNonce(ByteString.copyFrom(nonce))
                .setSignature(keys.sign(deviceId, content))
                .build();
        return new Proof(deviceId, signed, nowMonotonicMs());
    }

    private static ByteString bigEndian(long number) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private long nowMonotonicMs() {
        return clock.read().getMonotonicMs();
    }
}
